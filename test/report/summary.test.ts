import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/lib/user-error.ts';
import type { Story } from '../../src/report/story.ts';
import { summarize } from '../../src/report/summary.ts';
import { type Fleet, START, storyOf } from './fleet-story.ts';

const page = 'https://github.com/octo-org/action/blob/v1/docs/rules.md';

const summaryOf = (story: Story, mode: 'issue' | 'validate' = 'issue'): string => summarize(story, mode, 61_000, page);

/** What a person sees before opening anything. */
function unopened(summary: string): string {
  return summary.replace(/<details>[\s\S]*?<\/details>/g, '');
}

const cancelled: Fleet = { count: 3_000, fate: (n) => (n < 10 ? 'created' : 'not-attempted') };
const failed: Fleet = { count: 10_000, fate: () => 'failed' };
const hostile: Fleet = {
  count: 60,
  pathOf: (n) => `csrs/${'x'.repeat(4_000)}|<b>/${n}.csr`,
  nameOf: () => '| **a** |',
};

describe('the job summary', () => {
  it.each([
    ['no CSR', { count: 0 }],
    ['one CSR', { count: 1 }],
    ['10 CSRs', { count: 10 }],
    ['300 CSRs', { count: 300 }],
    ['10,000 CSRs', { count: 10_000 }],
    ['10,000 CSRs that all failed', failed],
    ['3,000 CSRs of a run that was cancelled', cancelled],
    ['hostile names', hostile],
  ] satisfies readonly (readonly [string, Fleet])[])(
    'is short before anything is opened, and below the limit of GitHub: %s',
    (_, fleet) => {
      const summary = summaryOf(storyOf(fleet));
      expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
      expect(unopened(summary).split('\n').length).toBeLessThan(60);
      expect(unopened(summary).length).toBeLessThan(12_000);
    },
  );

  it('says each reason once, before the counts, with what to do and some of the files', () => {
    const shown = unopened(summaryOf(storyOf(cancelled)));
    expect(shown.match(/The answer of AWS IoT did not arrive/g)).toHaveLength(1);
    expect(shown.indexOf('What failed')).toBeLessThan(shown.indexOf('| Created |'));
    expect(shown).toMatch(/\| not-attempted \| 2,990 \|.*csrs\/<wbr>line-5\/<wbr>device-000010\.csr/);
  });

  it('lists the CSRs without a certificate to a person who opens the list', () => {
    const summary = summaryOf(storyOf(cancelled));
    expect(summary).toContain('<summary>2,990 CSRs without a certificate</summary>');
    expect(summary).toContain('device-000500.csr');
  });

  it('names the place of a failure', () => {
    const failure = new UserError('private-key', 'It holds a private key.', {
      where: 'csrs/a.key',
      fix: 'Replace it.',
    });
    expect(summaryOf({ ...storyOf({ count: 2 }), failure })).toContain('> **csrs/a.key&#58; It holds a private key.**');
  });

  it('warns when files were left out, although the run succeeded', () => {
    expect(summaryOf(storyOf({ count: 4, fate: (n) => (n < 2 ? 'rejected' : 'created') }))).toMatch(/^## ⚠️ 2 AWS IoT/);
    expect(summaryOf(storyOf({ count: 4, fate: () => 'created' }))).toMatch(/^## ✅ 4 AWS IoT/);
  });

  it('counts nothing of a run that ended before there was anything to count', () => {
    const failure = new UserError('no-files', 'The glob matches nothing.', { where: 'csr-path', fix: 'Correct it.' });
    const summary = summaryOf({ start: START, outcomes: [], duplicates: [], failure });
    expect(summary).toContain('csr-path&#58; The glob matches nothing.');
    expect(summary).not.toContain('| Created |');
  });

  it('shows the chart last', () => {
    const summary = summaryOf(storyOf({ count: 300 }));
    expect(summary.indexOf('```mermaid')).toBeGreaterThan(summary.lastIndexOf('</details>'));
  });

  it('lets every long name break, so that no column is pushed out of sight', () => {
    for (const word of summaryOf(storyOf(hostile)).split(/<wbr>|\s|<br>/)) {
      // Of characters that a person sees: a reference such as &#124; is one.
      expect(word.replace(/&#?\w+;/g, 'x').length).toBeLessThan(120);
    }
  });
});
