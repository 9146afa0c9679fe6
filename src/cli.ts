#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { commandLine } from './command-line/command-line.ts';

// A reader that has enough (`| head`) does not keep a run from handing over what it has created. What else keeps an answer
// from being written, such as a full disk, is a failure.
let isLost = false;
const noteError = (error?: NodeJS.ErrnoException | null): void => {
  isLost ||= error !== undefined && error !== null && !['EPIPE', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');
};
process.stdout.on('error', noteError);
process.stderr.on('error', noteError);

// Beside dist/ and beside src/.
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
const { env, stdout, stderr } = process;
const code = await commandLine(process.argv.slice(2), { env, directory: process.cwd(), stdout, stderr, version });
// What a server keeps open does not keep the process from ending; what was printed is out before.
stdout.write('', (error) => {
  noteError(error);
  stderr.write('', () => {
    if (isLost) stderr.write('error: The output could not be written.\n');
    process.exit(code === 0 && isLost ? 1 : code);
  });
});
