#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { commandLine } from './command-line/command-line.ts';

// A reader that has enough (`| head`) does not keep a run from handing over what it has created.
const broken: NodeJS.ErrnoException[] = [];
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => broken.push(error));
}

// Beside dist/ and beside src/.
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
const { env, stdout, stderr } = process;
const code = await commandLine(process.argv.slice(2), { env, directory: process.cwd(), stdout, stderr, version });
// What a server keeps open does not keep the process from ending; what was printed is out before.
stdout.write('', () =>
  stderr.write('', () => {
    const lost = broken.some(({ code: reason }) => reason !== 'EPIPE');
    process.exit(code === 0 && lost ? 1 : code);
  }),
);
