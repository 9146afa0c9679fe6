import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/csr/csr.ts';
import { toSarif } from '../../src/report/sarif.ts';
import { CATALOGUE } from '../../src/validation/rule-catalogue.ts';

const page = 'https://github.com/octo-org/action/blob/v1/docs/rules.md';

// OASIS's schema, as Microsoft's SARIF SDK has it. Draft 4 differs from what ajv reads in the names of two keys only.
const sdk = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'));
const { $schema, id, ...schema } = JSON.parse(readFileSync(join(sdk, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajvFormats.default(ajv);
const validate = ajv.compile(schema);

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { id: string; helpUri?: string; help: object }[] } };
      readonly results: readonly {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
        partialFingerprints: Readonly<Record<string, string>>;
      }[];
      readonly invocations: readonly object[];
    },
  ];
}

/** The log, found to be what the schema says. */
function sarifOf(findings: readonly Finding[], rulesPage = page): Sarif['runs'][0] {
  const log = JSON.parse(JSON.stringify(toSarif(findings, rulesPage))) as Sarif;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

const finding = (path: string, severity: Finding['severity'] = 'error'): Finding => ({
  rule: 'signature',
  severity,
  path,
  message: 'It is wrong.',
  fix: 'Mend it.',
});

describe('a SARIF log', () => {
  it('is what the schema says, without findings too', () => {
    expect(sarifOf([]).results).toEqual([]);
    expect(sarifOf([finding('a.csr')], 'docs/rules.md').tool.driver.rules[0]?.helpUri).toBeUndefined();
  });

  it('documents every rule', () => {
    const { rules } = sarifOf([]).tool.driver;
    expect(rules.map((rule) => rule.id)).toEqual(CATALOGUE.map((rule) => rule.id));
    expect(rules.find((rule) => rule.id === 'signature')?.helpUri).toBe(`${page}#signature`);
    for (const { help } of rules)
      expect(help).toMatchObject({ text: expect.any(String), markdown: expect.any(String) });
  });

  it('shows what a file says as text, never as a placeholder or a link', () => {
    const hostile = { ...finding('[a](b){0}.csr'), message: 'It is {0} [x](https://example.com).' };
    const [result] = sarifOf([hostile]).results;
    expect(result?.message.text).toBe('It is {{0}} \\[x\\](https://example.com). Mend it.');
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('%5Ba%5D%28b%29%7B0%7D.csr');
  });

  it('names rule, level, file and what to do', () => {
    const { results, tool } = sarifOf([finding('csrs/a.csr'), finding('b.csr', 'notice')]);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['signature', 'error'],
      ['signature', 'note'],
    ]);
    expect(tool.driver.rules[results[0]?.ruleIndex ?? -1]?.id).toBe('signature');
    expect(results[0]?.message.text).toBe('It is wrong. Mend it.');
  });

  it('has relative URIs, from which the path can be told, and fingerprints that stay', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const path = `csrs/${name.replaceAll('\0', '')}`;
        const [result] = sarifOf([finding(path)]).results;
        const uri = result?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
        expect(uri).toMatch(/^[A-Za-z0-9._~%/-]*$/);
        expect(decodeURIComponent(uri)).toBe(path);
        const [again] = sarifOf([finding('other'), finding(path)]).results.slice(1);
        expect(again?.partialFingerprints).toEqual(result?.partialFingerprints);
      }),
      { numRuns: 20 },
    );
  });

  it('tells findings apart', () => {
    const { results } = sarifOf([finding('a'), finding('b'), { ...finding('a'), rule: 'version' }]);
    const prints = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    expect(new Set(prints).size).toBe(3);
  });

  it('holds what code scanning takes, the most severe first', () => {
    const findings = Array.from({ length: 25_010 }, (_, index) =>
      finding(`${index}.csr`, index < 25_000 ? 'warning' : 'error'),
    );
    const { results, invocations } = JSON.parse(JSON.stringify(toSarif(findings, page))).runs[0] as Sarif['runs'][0];
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(JSON.stringify(invocations)).toContain('10 less severe findings');
  });
});
