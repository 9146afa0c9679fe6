import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamoDbServer, openTables } from './dynalite.ts';

/** A program that answers as Amazon DynamoDB does, where this machine has it. */
export interface OtherServer {
  readonly name: string;
  /** Undefined: it is not here, and a line was printed that says how to get it. */
  readonly start: ((region: string) => Promise<DynamoDbServer>) | undefined;
}

/** AWS's own: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html */
export function findDynamoDbLocal(): OtherServer {
  const name = 'DynamoDB Local';
  const directory = process.env.DYNAMODB_LOCAL ?? fromPackage();
  if (directory === undefined || !existsSync(join(directory, 'DynamoDBLocal.jar'))) {
    return skip(
      name,
      '`npm install --no-save amplify-dynamodb-simulator` brings it, or DYNAMODB_LOCAL names its directory',
    );
  }
  if (spawnSync('java', ['-version']).status !== 0) return skip(name, 'there is no Java');
  const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-sharedDb'];
  return {
    name,
    start: (region) => begin('java', (port) => [...args, '-disableTelemetry', '-port', port], region, directory),
  };
}

export function findMoto(): OtherServer {
  const name = 'moto_server';
  if (spawnSync('moto_server', ['--help']).status !== 0) return skip(name, '`pip install moto[server]` brings it');
  return { name, start: (region) => begin('moto_server', (port) => ['-H', '127.0.0.1', '-p', port], region) };
}

function skip(name: string, how: string): OtherServer {
  console.log(`skipped what needs ${name}, which is not on this machine: ${how}`);
  return { name, start: undefined };
}

/** 57 MB, so it is none of the packages that every contributor installs. */
function fromPackage(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json');
    return join(dirname(manifest), 'emulator');
  } catch {
    return undefined;
  }
}

async function begin(
  program: string,
  argsFor: (port: string) => readonly string[],
  region: string,
  cwd?: string,
): Promise<DynamoDbServer> {
  const port = await freePort();
  const child = spawn(program, argsFor(String(port)), { stdio: 'ignore', ...(cwd !== undefined && { cwd }) });
  const origin = `http://127.0.0.1:${port}`;
  await untilItAnswers(origin, child);
  const tables = openTables(origin, region);
  return {
    ...tables,
    origin,
    calls: {},
    trouble: () => undefined,
    async close() {
      tables.client.destroy();
      child.kill('SIGKILL');
    },
  };
}

async function untilItAnswers(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`what should answer at ${origin} does not`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
