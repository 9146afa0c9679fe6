import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { node24 } from '../e2e/step.ts';
import { timed } from './bench.ts';
import type { Service } from './service.ts';

/** What people use today. */
export interface Rival {
  readonly name: string;
  /** False where the program is not installed. */
  isHere(): boolean;
  /** Issues every CSR in a directory. @returns milliseconds, process start and all */
  run(directory: string, service: Service): Promise<number>;
}

/** Every so-manieth file is enough for what takes as long for each. */
const STRIDE = 8;

/** The loop of the AWS documentation, `parallel` at a time. */
export function xargs(parallel: number): Rival {
  return {
    name: `ls | xargs -P ${parallel} aws iot create-certificate-from-csr (${STRIDE} × every ${STRIDE}th file)`,
    isHere: () => spawnSync('aws', ['--version']).status === 0 && spawnSync('xargs', ['--version']).status === 0,
    run: async (directory, service) =>
      STRIDE *
      (await finished(
        'sh',
        [
          '-c',
          `ls | awk 'NR % ${STRIDE} == 0' | xargs -P ${parallel} -I{} aws iot create-certificate-from-csr --certificate-signing-request=file://{} >/dev/null 2>&1`,
        ],
        directory,
        service,
      )),
  };
}

export const boto3: Rival = {
  name: 'boto3, 10 threads',
  isHere: () => spawnSync('python3', ['-c', 'import boto3']).status === 0,
  run: (directory, service) => finished('python3', ['-c', BOTO3], directory, service),
};

const BOTO3 = `
import boto3, os
from concurrent.futures import ThreadPoolExecutor
client = boto3.client('iot', region_name=os.environ['AWS_REGION'])
def create(name):
    try:
        client.create_certificate_from_csr(certificateSigningRequest=open(name).read())
    except Exception:
        pass
with ThreadPoolExecutor(10) as pool:
    list(pool.map(create, os.listdir('.')))
`;

/** A plain loop over the AWS SDK for JavaScript. */
export function sdk(mode: 'standard' | 'adaptive', inFlight: number): Rival {
  return {
    name: `AWS SDK for JavaScript, ${mode}, ${inFlight} in flight`,
    isHere: () => true,
    run: (directory, service) =>
      finished(node24, [join(import.meta.dirname, 'sdk-loop.mjs'), mode, String(inFlight)], directory, service),
  };
}

function finished(command: string, args: readonly string[], cwd: string, service: Service): Promise<number> {
  // Not the step's environment: a profile of this machine must not reach AWS itself.
  const env = { PATH: process.env.PATH, ...service.env, AWS_DEFAULT_REGION: service.env.AWS_REGION };
  return timed(
    () =>
      new Promise<void>((resolve, reject) => {
        const child: ChildProcess = spawn(command, args, { cwd, env, stdio: 'ignore' });
        child.on('error', reject);
        child.on('close', () => resolve());
      }),
  );
}
