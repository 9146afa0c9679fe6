// actions/upload-artifact and actions/download-artifact as far as workflows here use them, on the package that they are
// made of. The runner of the tests starts it as it starts any JavaScript action; the first argument is what to do.
import { appendFileSync, globSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, matchesGlob, resolve, sep } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const output = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
const client = new DefaultArtifactClient();

try {
  if (process.argv[2] === 'upload') await upload();
  else await download();
} catch (error) {
  console.log(`::error::${error.message}`);
  process.exitCode = 1;
}

async function upload() {
  const name = input('name') || 'artifact';
  const roots = input('path')
    .split('\n')
    .map((path) => path.trim())
    .filter(Boolean)
    .map((path) => resolve(path));
  const found = roots.flatMap((root) => globSync(root)).filter((path) => statSync(path, { throwIfNoEntry: false }));
  const files = found.flatMap((path) =>
    statSync(path).isDirectory()
      ? globSync('**/*', { cwd: path })
          // Hidden files are not uploaded unless asked for.
          .filter((file) => !file.split(sep).some((part) => part.startsWith('.')))
          .map((file) => join(path, file))
          .filter((file) => statSync(file).isFile())
      : [path],
  );
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${input('path')}. No artifacts will be uploaded.`;
    if (input('if-no-files-found') === 'error') throw new Error(message);
    console.log(`::warning::${message}`);
    return;
  }
  if (input('overwrite') === 'true') {
    await client.deleteArtifact(name).catch((error) => {
      if (error.name !== 'ArtifactNotFoundError') throw error;
    });
  }
  // A single directory, or the directory of a single file, is the root; several have their least common ancestor.
  const tops = roots.map((root) => (found.includes(root) && statSync(root).isDirectory() ? root : dirname(root)));
  const days = Number(input('retention-days'));
  const options = days > 0 ? { retentionDays: days } : {};
  const { id, digest } = await client.uploadArtifact(name, files, leastCommonAncestor(tops), options);
  output('artifact-id', id);
  output('artifact-digest', digest);
}

async function download() {
  const [name, pattern] = [input('name'), input('pattern')];
  const target = resolve(input('path') || '.');
  // With a token the artifacts of the whole run are found through the REST API, those of earlier attempts included.
  const [repositoryOwner, repositoryName] = process.env.GITHUB_REPOSITORY.split('/');
  const [token, workflowRunId] = [input('github-token'), Number(process.env.GITHUB_RUN_ID)];
  const where = token ? { findBy: { token, workflowRunId, repositoryOwner, repositoryName } } : {};
  const { artifacts } = await client.listArtifacts({ latest: true, ...where });
  const chosen = artifacts.filter((artifact) =>
    name ? artifact.name === name : matchesGlob(artifact.name, pattern || '*'),
  );
  if (name && chosen.length === 0)
    throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
  await mkdir(target, { recursive: true });
  for (const artifact of chosen) {
    // A single named one, or merged ones, land in the directory itself.
    const path = name || input('merge-multiple') === 'true' ? target : join(target, artifact.name);
    await client.downloadArtifact(artifact.id, { path, ...where });
  }
  console.log(`Total of ${chosen.length} artifact(s) downloaded`);
  output('download-path', target);
}

function leastCommonAncestor(paths) {
  const [first = '', ...others] = paths.map((path) => path.split(sep));
  let shared = first.length;
  for (const other of others) while (first.slice(0, shared).join(sep) !== other.slice(0, shared).join(sep)) shared--;
  return first.slice(0, shared).join(sep) || sep;
}
