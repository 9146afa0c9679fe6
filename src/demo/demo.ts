import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keyFingerprint } from '../csr/parse/spki.ts';
import { type Emulator, startEmulator } from '../emulator/emulator.ts';
import { readManifest } from '../records/manifest.ts';
import { makeFleet } from './fleet.ts';
import { renderMarkdown } from './render.ts';

/** What came of a demo. */
export interface DemoResult {
  /** Every certificate verifies, and the second run created none. */
  readonly ok: boolean;
  /** Absolute path of the directory of the certificates; it is empty where none could be created. */
  readonly certificatesPath: string;
  readonly certificates: number;
  /** Of them, those that are signed by the CA and have the key of their CSR. */
  readonly verified: number;
  /** How many the second run handed over; undefined when there was none. */
  readonly handedOverAgain: number | undefined;
  /** The signal that ended it early. */
  readonly signal: 'SIGINT' | 'SIGTERM' | undefined;
}

/**
 * The main job without AWS and without GitHub: the built step runs as the runner would run it, against embedded
 * services over real HTTP, on a small fleet or on the user's own CSRs.
 *
 * @param csrPath globs relative to the current directory, one a line; undefined for a fleet made on the spot
 */
export async function demo(csrPath: string | undefined, print: (line: string) => void): Promise<DemoResult> {
  const root = await mkdtemp(join(tmpdir(), 'iot-certificates-demo-'));
  const workspace = csrPath === undefined ? join(root, 'workspace') : process.cwd();
  if (csrPath === undefined) {
    print('Making a small fleet of CSRs: RSA and EC keys, one CSR damaged on its way');
    await makeFleet(join(workspace, 'csrs'));
  }
  print('Starting the emulator: small copies of AWS IoT, AWS STS and GitHub on this machine\n');
  const emulator = await startEmulator();
  // What no retry by habit survives: a certificate is created, and the answer says that it was not.
  emulator.iot.inject({
    operation: 'CreateCertificateFromCsr',
    kind: 'InternalFailureException',
    afterWork: true,
    count: 1,
  });
  try {
    return await runTwice({ root, workspace, csrPath: csrPath ?? 'csrs/*.csr', emulator }, print);
  } finally {
    await emulator.close();
  }
}

interface Stage {
  readonly root: string;
  readonly workspace: string;
  readonly csrPath: string;
  readonly emulator: Emulator;
}

async function runTwice(stage: Stage, print: (line: string) => void): Promise<DemoResult> {
  const { root, emulator } = stage;
  const first = await runJob(stage, root, print);
  print('\n───────────────────────────── job summary ─────────────────────────────\n');
  print(renderMarkdown(first.summary));
  const certificatesPath = join(root, 'certificates');
  const { all: certificates, good: verified } = await verify(certificatesPath, emulator.caPem);
  const result = { ok: false, certificatesPath, certificates, verified, handedOverAgain: undefined };
  if (certificates === 0) {
    print('No certificate was created.');
    return { ...result, signal: first.signal };
  }
  print(`Certificates: ${certificatesPath}`);
  print(`Verified against the issuing CA and the CSRs' keys: ${verified} of ${certificates}`);
  if (first.code !== 0 || verified !== certificates) return { ...result, signal: first.signal };

  print('\nThe same once more on a machine that knows nothing, as "Re-run all jobs" would run it');
  emulator.rerun('all-jobs');
  const again = join(root, 'again');
  const second = await runJob(stage, again, () => {});
  const { good: handedOverAgain } = await verify(join(again, 'certificates'), emulator.caPem);
  const account = emulator.iot.certificates();
  const keys = new Set(account.map((certificate) => certificate.spkiSha256)).size;
  print(`Handed over again: ${handedOverAgain}. AWS IoT holds ${account.length} certificates for ${keys} keys.`);
  const ok = second.code === 0 && handedOverAgain === certificates && account.length === keys;
  return { ...result, ok, handedOverAgain, signal: second.signal };
}

/** Runs the step as a runner does, with a directory of its own for what it writes. */
async function runJob({ workspace, csrPath, emulator }: Stage, directory: string, show: (line: string) => void) {
  const files = await makeCommandFiles(directory);
  const env = {
    ...emulator.env,
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: directory,
    'INPUT_CSR-PATH': csrPath,
    'INPUT_ON-INVALID': 'skip',
    'INPUT_GITHUB-TOKEN': emulator.githubToken,
    'INPUT_AWS-REGION': emulator.region,
    'INPUT_ROLE-TO-ASSUME': emulator.roleArn,
    'INPUT_OUTPUT-DIRECTORY': join(directory, 'certificates'),
    'INPUT_MAX-CERTIFICATES': '100000',
  };
  const end = await runStep(env, show);
  return { ...end, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') };
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
async function runStep(
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<{ readonly code: number; readonly signal: DemoResult['signal'] }> {
  const main = fileURLToPath(new URL('./main.js', import.meta.url));
  const { PATH, SystemRoot } = process.env;
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, SystemRoot, ...env },
  });
  // A cancel of the job: the step hands over what it has, and needs the stand-ins until then.
  let signal: DemoResult['signal'];
  const cancel = (name: 'SIGINT' | 'SIGTERM'): void => {
    signal ??= name;
    child.kill(name);
  };
  process.on('SIGINT', cancel).on('SIGTERM', cancel);
  const lines = createInterface({ input: child.stdout });
  // The runner obeys these, and shows groups by their titles.
  lines.on('line', (line) => {
    if (!/^::(debug|add-mask|endgroup)::/.test(line)) print(line.replace(/^::group::/, '▼ '));
  });
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? 1, signal }));
    });
  } finally {
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
  }
}

/** Verifies what the manifest names; a run that ended before it created anything has left none. */
async function verify(output: string, caPem: string): Promise<{ readonly good: number; readonly all: number }> {
  const manifest = await readManifest(output);
  const ca = new X509Certificate(caPem);
  let all = 0;
  let good = 0;
  for (const { file, spkiSha256 } of manifest?.certificates ?? []) {
    if (file === null) continue;
    all++;
    const certificate = new X509Certificate(await readFile(join(output, file)));
    const key = keyFingerprint(certificate.publicKey.export({ type: 'spki', format: 'der' }));
    if (certificate.verify(ca.publicKey) && key === spkiSha256) good++;
  }
  return { good, all };
}
