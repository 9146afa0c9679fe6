// Runs a script on Node 24, which action.yml names and which reads TypeScript: this Node, or the one that the package
// registry has for this platform. `node .ci/node24.mjs SCRIPT [ARGUMENT …]`
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const result = spawnSync(node24(), process.argv.slice(2), { stdio: 'inherit' });
process.exit(result.status ?? 1);

function node24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    console.error(
      `This needs Node 24 or newer: there is no package ${name}, and this is Node ${process.versions.node}`,
    );
    process.exit(1);
  }
}
