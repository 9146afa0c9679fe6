import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { makeDirectory } from './run-cli.ts';

const root = join(import.meta.dirname, '../..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const shell = process.platform === 'win32';

it('the packed package runs with npx in an empty directory, without a network and a cache', () => {
  const directory = makeDirectory({ 'csrs/a.csr': toPem(makeCsr({ subject: [['CN', 'a']] })) });
  try {
    const packed = spawnSync(npm, ['pack', '--json', '--pack-destination', directory.path], {
      cwd: root,
      encoding: 'utf8',
      shell,
    });
    const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
    const names = files.map(({ path }) => path);
    // What a licence asks for travels along, and the sources do not.
    for (const name of ['LICENSE', 'README.md', 'dist/cli.js', 'dist/main.js', 'dist/worker.js', 'dist/licenses.txt']) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => /^(src|test|node_modules)\//.test(name))).toEqual([]);
    const npx = (...args: readonly string[]) =>
      spawnSync(
        npm,
        [
          'exec',
          '--offline',
          '--yes',
          '--cache',
          join(directory.path, 'cache'),
          `--package=${join(directory.path, filename)}`,
          '--',
          'iot-certificates',
          ...args,
        ],
        { cwd: directory.path, encoding: 'utf8', shell },
      );
    const { status, stdout, stderr } = npx('validate', 'csrs/a.csr');
    expect(`${stdout}${stderr}`).toContain('1 valid CSR,');
    expect(status).toBe(0);
    const [place = ''] = readdirSync(join(directory.path, 'cache/_npx'));
    const installed = readdirSync(join(directory.path, 'cache/_npx', place, 'node_modules')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(installed).toEqual(['create-aws-iot-certificates-from-csrs']);
  } finally {
    directory.remove();
  }
});
