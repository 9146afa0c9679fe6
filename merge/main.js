// The command `merge` as a step: the directories of its input, and the flags that it takes.
const inputs = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const directories = inputs('directories')
  .split('\n')
  .flatMap((line) => line.trim() || []);
// Where the account is not to be asked, nothing is said of it.
const account = [
  'aws-region',
  'role-to-assume',
  'role-session-name',
  'audience',
  'allowed-account-ids',
  'requests-per-second',
].flatMap((name) => (inputs(name) === '' ? [] : [`--${name}=${inputs(name)}`]));
process.argv.splice(
  2,
  process.argv.length,
  'merge',
  `--output-directory=${inputs('output-directory')}`,
  `--ledger=${inputs('ledger')}`,
  `--bundle-archives=${inputs('bundle-archives') || 'false'}`,
  ...(inputs('aws-region') === '' ? [] : account),
  '--',
  ...directories,
);
await import('../dist/cli.js');
