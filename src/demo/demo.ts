import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keyFingerprint } from '../csr/spki.ts';
import type { Manifest } from '../delivery/manifest.ts';
import { startEmulator } from '../emulator/emulator.ts';
import { makeFleet } from './fleet.ts';
import { renderMarkdown } from './render.ts';

/**
 * The main job without AWS and without GitHub: the built step runs as the runner would run it, against embedded
 * services over real HTTP, on a small fleet or on the user's own CSRs.
 *
 * @param csrPath globs relative to the current directory; undefined for a fleet made on the spot
 * @returns the exit code: 0 when every certificate verifies
 */
export async function demo(csrPath: string | undefined, print: (line: string) => void): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), 'iot-certificates-demo-'));
  const workspace = csrPath === undefined ? join(root, 'workspace') : process.cwd();
  const output = join(root, 'certificates');
  if (csrPath === undefined) {
    print('Making a small fleet of CSRs: RSA and EC keys, one CSR damaged on its way');
    await makeFleet(join(workspace, 'csrs'));
  }
  print('Starting AWS IoT, AWS STS and GitHub stand-ins on this machine\n');
  const emulator = await startEmulator();
  try {
    const files = await makeCommandFiles(root);
    const code = await runStep(
      {
        ...emulator.env,
        ...files,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: root,
        'INPUT_CSR-PATH': csrPath ?? 'csrs/*.csr',
        'INPUT_ON-INVALID': 'skip',
        'INPUT_AWS-REGION': emulator.region,
        'INPUT_ROLE-TO-ASSUME': emulator.roleArn,
        'INPUT_OUTPUT-DIRECTORY': output,
        'INPUT_MAX-CERTIFICATES': '100000',
      },
      print,
    );
    print('\n───────────────────────────── job summary ─────────────────────────────\n');
    print(renderMarkdown(await readFile(files.GITHUB_STEP_SUMMARY, 'utf8')));
    const verified = await verify(output, emulator.caPem);
    print(`Certificates: ${output}`);
    print(`Verified against the issuing CA and the CSRs' keys: ${verified.good} of ${verified.all}`);
    return code === 0 && verified.all > 0 && verified.good === verified.all ? 0 : 1;
  } finally {
    await emulator.close();
  }
}

async function makeCommandFiles(
  root: string,
): Promise<Record<'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY', string>> {
  const directory = join(root, 'runner');
  await mkdir(directory);
  const make = async (name: string): Promise<string> => {
    const path = join(directory, name);
    await writeFile(path, '');
    return path;
  };
  return {
    GITHUB_OUTPUT: await make('output'),
    GITHUB_STATE: await make('state'),
    GITHUB_STEP_SUMMARY: await make('summary.md'),
  };
}

/** Runs the built step in a process of its own; its log is printed as the runner shows it. */
function runStep(env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<number> {
  const main = fileURLToPath(new URL('./main.js', import.meta.url));
  const { PATH, SystemRoot } = process.env;
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, SystemRoot, ...env },
  });
  const lines = createInterface({ input: child.stdout });
  // The runner obeys these and shows none of them.
  lines.on('line', (line) => /^::(debug|add-mask)::/.test(line) || print(line));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function verify(output: string, caPem: string): Promise<{ readonly good: number; readonly all: number }> {
  const { certificates } = JSON.parse(await readFile(join(output, 'manifest.json'), 'utf8')) as Manifest;
  const ca = new X509Certificate(caPem);
  let all = 0;
  let good = 0;
  for (const { file, spkiSha256 } of certificates) {
    if (file === null) continue;
    all++;
    const certificate = new X509Certificate(await readFile(join(output, file)));
    const key = keyFingerprint(certificate.publicKey.export({ type: 'spki', format: 'der' }));
    if (certificate.verify(ca.publicKey) && key === spkiSha256) good++;
  }
  return { good, all };
}
