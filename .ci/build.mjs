// Builds dist/ from src/. `--check` builds in memory and fails when dist/ holds anything else.
// Output is byte-for-byte reproducible: it depends on src/, package-lock.json and this file only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licenseEntry } from './licenses.mjs';
import { buildPage } from './page.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const result = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts', post: 'src/post.ts', cli: 'src/cli.ts', worker: 'src/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // Paths of modules are in the output: with this they stay the same where node_modules is a link to somewhere else.
  preserveSymlinks: true,
  // Dependencies that are still CommonJS call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  // Names stay readable in stack traces, and short lines keep the diff of a rebuild about as small as its cause.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  metafile: true,
  write: false,
  logLevel: 'warning',
});

const files = withStableNames(result);
files.set('licenses.txt', licenses(result.metafile));
// Read beside the program, when a report is written.
files.set('report-page.html', await buildPage());
// Read beside the program, when the first key of their type comes.
for (const name of ['debian-keys.bin', 'known-primes.bin', 'small-multiples.bin']) {
  files.set(name, readFileSync(join(root, 'src/csr/weak-keys', name)));
}

if (process.argv.includes('--check')) {
  const found = existsSync(dist) ? readdirSync(dist) : [];
  const wrong = [
    ...[...files.keys()].filter(
      (name) => !found.includes(name) || !readFileSync(join(dist, name)).equals(Buffer.from(files.get(name))),
    ),
    ...found.filter((name) => !files.has(name)),
  ];
  if (wrong.length > 0) {
    console.error(`dist/ is not what src/ builds (run "npm run build" and commit it): ${wrong.sort().join(', ')}`);
    process.exit(1);
  }
  console.log(`dist/ is what src/ builds (${files.size} files)`);
} else {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const [name, text] of files) await writeFile(join(dist, name), text);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`dist/: ${files.size} files, ${(bytes / 1024 / 1024).toFixed(1)} MiB`);
}

// esbuild names shared chunks by a hash of their content, so any change renames most files. A chunk is named here for
// the package or source file that fills most of it instead: a rebuild then touches the files whose content changed.
function withStableNames({ outputFiles, metafile }) {
  const names = new Map();
  const taken = new Set();
  const outputs = Object.entries(metafile.outputs).sort(([a], [b]) =>
    firstInput(metafile, a) < firstInput(metafile, b) ? -1 : 1,
  );
  for (const [path, output] of outputs) {
    const built = relative('dist', path);
    let name = built;
    if (!/^(main|post|cli|worker)\.js$/.test(built)) {
      const base = contentName(output);
      name = `${base}.js`;
      for (let n = 2; taken.has(name); n++) name = `${base}-${n}.js`;
    }
    taken.add(name);
    names.set(built, name);
  }
  const renamed = [...names].filter(([from, to]) => from !== to);
  const files = new Map();
  for (const file of outputFiles) {
    let text = file.text;
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    files.set(names.get(relative(dist, file.path)), text);
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function firstInput(metafile, path) {
  return Object.keys(metafile.outputs[path].inputs).sort()[0] ?? path;
}

function contentName(output) {
  const sizes = new Map();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const owner = packageOf(input) ?? input.replace(/^src\//, '').replace(/\.ts$/, '');
    sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput);
  }
  const [largest] = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? ['empty'];
  const kind = [...Object.keys(output.inputs)].some((input) => input.startsWith('src/')) ? 'part' : 'lib';
  return `${kind}-${largest.replace(/^@/, '').replaceAll(/[^A-Za-z0-9.-]+/g, '-')}`;
}

function packageOf(input) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

// The licences of what is bundled ask for their texts to travel with it. A package without a text fails the build.
function licenses(metafile) {
  const folders = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  // The primes in known-primes.bin are from its collection.
  const badkeys = readFileSync(join(root, '.ci/known-keys/badkeys-licence.txt'), 'utf8');
  const texts = new Map([['badkeys', `badkeys, its collection of shared primes (MIT)\n\n${badkeys.trim()}\n`]]);
  for (const folder of folders) {
    const { name, text } = licenseEntry(join(root, folder));
    texts.set(name, text);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join(`\n${'-'.repeat(80)}\n\n`);
}
