import { chmod } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Annotation, type Job, type StepResult, startJob } from '../e2e/step.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { says, table } from './table.ts';

/** A user without rights of its own. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

const PAGES = 'https://github.com/octo-org/csrs/blob/releases/v1/docs';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  await job.write('csrs/device.csr', toPem(makeCsr('device')));
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

async function provoke({ inputs, env, make, asUser, token, hasKeys }: Mistake): Promise<StepResult> {
  await make?.({ job, emulator });
  if (asUser) await chmod(job.temp, 0o777);
  const app = () => emulator.createToken({ kind: 'app', permissions: { environments: 'write' } });
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      ...(token && { 'github-token': token === 'app' ? app() : emulator.githubToken }),
      ...inputs,
    },
    env: {
      GITHUB_ACTION_REPOSITORY: 'octo-org/csrs',
      GITHUB_ACTION_REF: 'releases/v1',
      ...emulator.env,
      ...(hasKeys ? emulator.accessKeys : {}),
      ...env,
    },
    ...(asUser ? { uid: NOBODY } : {}),
  });
}

/** The table has what is really said. */
function expectInTable({ title = '', message }: Annotation): void {
  const texts = [...(table.messages[title]?.texts ?? []), ...(table.rules[title] ?? [])];
  const isThere = title === '' || texts.some((text) => says(message, text.says));
  expect(isThere, `${title}: ${message}`).toBe(true);
}

/** Markdown as a reader sees it. */
function shown(markdown: string): string {
  return markdown
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/<wbr>|\u200b/g, '');
}

describe('a mistake is named by its code, its place and its way out', () => {
  for (const mistake of MISTAKES) {
    it.skipIf(mistake.asUser && !isRoot)(mistake.name, async () => {
      const result = await provoke(mistake);
      const { code, at, fix, level = 'error' } = mistake;
      expect(result.code, result.log).toBe(level === 'error' ? 1 : 0);
      const about = result.annotations.filter((annotation) => annotation.title === code && annotation.level === level);
      const isFinding = about[0]?.file !== undefined;
      const message = about.map((annotation) => annotation.message).find((text) => fix.test(text)) ?? result.log;
      expect(message).toContain(at);
      expect(message).toMatch(fix);
      // The log has it in the same words, since the annotation is a line of it.
      const isInput = code === 'inputs';
      if (!isInput && level === 'error') expect(shown(result.summary)).toContain(at);
      for (const annotation of result.annotations) expectInTable(annotation);
      expect(message).toContain(`[${code}] ${PAGES}/${isFinding ? 'rules' : 'messages'}.md#${code}`);
    });
  }
});
