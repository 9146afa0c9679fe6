// The command `plan` as a step: each input is the flag of its name.
const flags = Object.entries(process.env).flatMap(([name, value]) =>
  name.startsWith('INPUT_') && value !== '' ? [`--${name.slice('INPUT_'.length).toLowerCase()}=${value}`] : [],
);
process.argv.splice(2, process.argv.length, 'plan', ...flags);
await import('../dist/cli.js');
