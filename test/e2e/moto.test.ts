import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, startJob } from './step.ts';

const isHere = spawnSync('moto_server', ['--help']).status === 0;
if (!isHere) console.log('moto_server is not on this machine: the step is not held against it');

/** An AWS that others wrote. It ignores the CSR's key and makes one of its own, which has to be noticed. */
describe.skipIf(!isHere)('against moto_server', () => {
  let server: ChildProcess;
  let job: Job;
  let origin = '';

  beforeAll(async () => {
    job = await startJob();
    server = spawn('moto_server', ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    });
    for (let tries = 0; origin === '' && tries < 300; tries++) await sleep(100);
  });

  afterAll(async () => {
    server.kill();
    await job.close();
  });

  it('the certificate for another key is named, kept from the device, and ends the batch', async () => {
    await job.write('csrs/device.csr', toPem(makeCsr('device')));
    const result = await job.run({
      inputs: { 'csr-path': 'csrs/*.csr', 'aws-region': 'eu-west-1', deliver: 'directory' },
      env: {
        AWS_ENDPOINT_URL_IOT: origin,
        AWS_ENDPOINT_URL_STS: origin,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      },
    });
    expect(result.code).toBe(1);
    expect(result.log).toContain('AWS account 123456789012 in eu-west-1');
    expect(result.annotations.at(-1)?.message).toMatch(/created certificate [0-9a-f]{64} .*another public key/);
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'failed-count': '1' });
  });
});
