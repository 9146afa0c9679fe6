import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/csr/csr.ts';
import { annotateFindings } from '../../src/report/annotations.ts';
import { findingTable, reasonsOfRules, reasonTable } from '../../src/report/reason-table.ts';
import { keyFacts } from '../../src/report/summary.ts';
import { createCommands } from '../../src/runner/commands.ts';
import { createLog } from '../../src/runner/log.ts';
import { describeRule } from '../../src/validation/rule-catalogue.ts';

const page = 'https://github.com/octo-org/action/blob/v1/docs/rules.md';

function findings(count: number, part: Partial<Finding> = {}): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: 'signature',
    severity: 'error',
    path: `csrs/${index}.csr`,
    message: `It is wrong, ${index}.`,
    fix: 'Mend it.',
    ...part,
  }));
}

/** The lines a log has of these findings. */
function logOf(all: readonly Finding[]): readonly string[] {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  annotateFindings(all, page, createLog(createCommands({ GITHUB_ACTIONS: 'true' }, write), write, 'docs/messages.md'));
  return text.split('\n').slice(0, -1);
}

describe('the log of findings', () => {
  it('annotates as many of each severity as GitHub shows, and has a line for each of the others', () => {
    const lines = logOf([...findings(12), ...findings(2, { severity: 'notice', rule: 'csr-changed' })]);
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(9);
    expect(lines.filter((line) => line.startsWith('::notice'))).toHaveLength(2);
    expect(lines).toContain(`error: csrs/11.csr: It is wrong, 11. Mend it. [signature] ${page}#signature`);
    expect(lines).toHaveLength(12 + 1 + 2);
  });

  it('annotates one file after the other rather than one file many times', () => {
    const many = findings(10, { path: 'a.csr' });
    const lines = logOf([...many, ...findings(3, { fix: 'Look.' })]).filter((line) => line.startsWith('::error'));
    expect(lines.filter((line) => line.includes('file=a.csr'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('file=csrs/'))).toHaveLength(3);
  });

  it('says the same of many files once, with their number and the first of them', () => {
    const lines = logOf([...findings(12, { message: 'It has no name.' }), ...findings(1)]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`12 files: It has no name. Mend it. [signature] ${page}#signature The files are `);
    for (let n = 0; n < 10; n++) expect(lines[0]).toContain(`csrs/${n}.csr`);
    expect(lines[0]).toMatch(/ and 2 more files\.$/);
  });

  it('has room for the names of very many files', () => {
    const [line] = logOf(findings(20_000, { input: 'file-name', message: 'x'.repeat(10_000) }));
    expect(line).toContain('and 19,990 more files');
    expect(line?.length).toBeLessThan(4_096);
  });

  it('ends at a thousand of a severity', () => {
    const lines = logOf(findings(1_500));
    expect(lines).toHaveLength(8 + 1 + 1_000 + 1);
    expect(lines.at(-1)).toBe('error: and 492 more findings');
  });

  it('says what to do and where that is documented, however long the rest is', () => {
    const [line] = logOf(findings(1, { message: 'x'.repeat(10_000) }));
    expect(line).toContain(`… Mend it. [signature] ${page}#signature`);
    expect(line?.length).toBeLessThan(4_096);
  });

  it('never lets a file name act', () => {
    const lines = logOf(findings(12, { path: '##[error]x\n::error::y' }));
    expect(lines.join('\n')).not.toMatch(/##\[|^::error::y/m);
  });
});

describe('the tables of findings', () => {
  it('name each rule once, the most frequent first, with its files', () => {
    const message = 'It is wrong.';
    const all = [
      ...findings(3, { rule: 'sha1-signature', severity: 'warning' }),
      ...findings(1, { message }),
      ...findings(5, { rule: 'key-size', message }),
    ];
    const rows = reasonTable('What failed', reasonsOfRules(all, 'error', 'rejected'), page)
      .split('\n')
      .filter((line) => line.includes(page));
    expect(rows).toEqual([
      `| **5**&nbsp;rejected | [key-size](${page}#key-size): It is wrong.<br>**Mend it.**<br>csrs/<wbr>0.csr, csrs/<wbr>1.csr, csrs/<wbr>2.csr and 2 more |`,
      `| **1**&nbsp;rejected | [signature](${page}#signature): It is wrong.<br>**Mend it.**<br>csrs/<wbr>0.csr |`,
    ]);
    expect(reasonTable('What failed', [], page)).toBe('');
  });

  it('say what must be so where each file breaks a rule in its own way', () => {
    const all = [...findings(1, { message: 'It has 1,024 bits.' }), ...findings(1, { message: 'It has 512 bits.' })];
    expect(reasonsOfRules(all, 'error', 'rejected')).toMatchObject([
      { count: 1, why: describeRule('signature')?.title },
    ]);
  });

  it('count CSRs by key, the rest together when a batch names many algorithms', () => {
    const keys = new Map([['EC P-256', 7], ...Array.from({ length: 100 }, (_, n) => [`1.2.${n}`, 1] as const)]);
    expect(keyFacts(keys)).toEqual([expect.stringMatching(/^- Keys: 7 EC P-256, .* 95 others$/)]);
    expect(keyFacts(new Map())).toEqual([]);
  });

  it('stay far below what GitHub shows, with the longest texts, too', () => {
    const long = findings(20_000, { path: '|'.repeat(5_000), message: '<'.repeat(5_000), fix: '`'.repeat(5_000) });
    const size = Buffer.byteLength(reasonTable('', reasonsOfRules(long, 'error', ''), page) + findingTable(long, page));
    expect(size).toBeLessThan(256 * 1024);
    expect(findingTable(long, page)).toMatch(/… and [\d,]+ more\./);
  });
});
