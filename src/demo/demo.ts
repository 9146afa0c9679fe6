import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keyFingerprint } from '../csr/parse/spki.ts';
import { startEmulator } from '../emulator/emulator.ts';
import type { Manifest } from '../records/manifest-entry.ts';
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
  // What no retry by habit survives: a certificate is created, and the answer says that it was not.
  emulator.iot.inject({
    operation: 'CreateCertificateFromCsr',
    kind: 'InternalFailureException',
    afterWork: true,
    count: 1,
  });
  const step = async (directory: string, show: (line: string) => void) => {
    const files = await makeCommandFiles(directory);
    const env = {
      ...emulator.env,
      ...files,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: directory,
      'INPUT_CSR-PATH': csrPath ?? 'csrs/*.csr',
      'INPUT_ON-INVALID': 'skip',
      'INPUT_GITHUB-TOKEN': emulator.githubToken,
      'INPUT_AWS-REGION': emulator.region,
      'INPUT_ROLE-TO-ASSUME': emulator.roleArn,
      'INPUT_OUTPUT-DIRECTORY': join(directory, 'certificates'),
      'INPUT_MAX-CERTIFICATES': '100000',
    };
    return { code: await runStep(env, show), summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') };
  };
  try {
    const first = await step(root, print);
    print('\n───────────────────────────── job summary ─────────────────────────────\n');
    print(renderMarkdown(first.summary));
    const verified = await verify(output, emulator.caPem);
    print(`Certificates: ${output}`);
    print(`Verified against the issuing CA and the CSRs' keys: ${verified.good} of ${verified.all}`);
    if (first.code !== 0 || verified.all === 0 || verified.good !== verified.all) return 1;

    print('\nThe same once more on a machine that knows nothing, as "Re-run all jobs" would run it');
    emulator.rerun();
    const again = join(root, 'again');
    const second = await step(again, () => {});
    if (second.code !== 0) return 1;
    const reused = await verify(join(again, 'certificates'), emulator.caPem);
    const account = emulator.iot.certificates();
    const keys = new Set(account.map((certificate) => certificate.spkiSha256)).size;
    print(`Handed over again: ${reused.good}. AWS IoT holds ${account.length} certificates for ${keys} keys.`);
    return reused.good === verified.all && account.length === keys ? 0 : 1;
  } finally {
    await emulator.close();
  }
}

async function makeCommandFiles(
  root: string,
): Promise<Record<'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY', string>> {
  const directory = join(root, 'runner');
  await mkdir(directory, { recursive: true });
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
