// The command `merge` as a step: the directories of its input, and the flags that it takes.
const { INPUT_DIRECTORIES = '', 'INPUT_OUTPUT-DIRECTORY': target = '', INPUT_LEDGER: ledger = '' } = process.env;
const directories = INPUT_DIRECTORIES.split('\n').flatMap((line) => line.trim() || []);
process.argv.splice(
  2,
  process.argv.length,
  'merge',
  `--output-directory=${target}`,
  `--ledger=${ledger}`,
  '--',
  ...directories,
);
await import('../dist/cli.js');
