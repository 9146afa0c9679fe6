// Plays the stories of the simulation, or of the killed runs, or one of them again: `node .ci/play.mjs simulate|kills
// [--seed N]`. With a seed only that story is played, and all of its events are printed. `properties [--seed N]` plays
// the tests that draw their inputs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { what, seed } = read();
const result = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    join(root, `test/${what}.config.ts`),
    // What a story prints comes out as it is.
    '--disable-console-intercept',
  ],
  { stdio: 'inherit', cwd: root, env: { ...process.env, STORY_SEED: seed } },
);
process.exit(result.status ?? 1);

function read() {
  try {
    const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
    const [name, ...others] = positionals;
    const isRight = ['simulate', 'kills', 'properties'].includes(name) && others.length === 0;
    if (!isRight) throw new Error(`simulate, kills or properties, not ${positionals.join(' ') || 'nothing'}`);
    if (values.seed !== undefined && !/^[1-9]\d{0,8}$/.test(values.seed)) {
      throw new Error(`a seed is a whole number from 1, not ${values.seed}`);
    }
    return { what: name, seed: values.seed ?? '' };
  } catch (error) {
    console.error(`${error.message}\nnpm run simulate|kills|properties [-- --seed N]`);
    process.exit(2);
  }
}
