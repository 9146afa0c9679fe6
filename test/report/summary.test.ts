import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/lib/user-error.ts';
import type { Story } from '../../src/report/story.ts';
import { summarize } from '../../src/report/summary.ts';
import { type Fleet, hashOf, START, storyOf } from './fleet-story.ts';

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
      expect(unopened(summary).length).toBeLessThan(12_000);
    },
  );

  it('says each reason once, before the counts, with what to do and some of the files', () => {
    const shown = unopened(summaryOf(storyOf(cancelled)));
    expect(shown.match(/The answer of AWS IoT did not arrive/g)).toHaveLength(1);
    expect(shown.indexOf('What failed')).toBeLessThan(shown.indexOf('| Created |'));
    expect(shown).toMatch(/\| \*\*2,990\*\*&nbsp;not&nbsp;attempted \|.*csrs\/<wbr>line-5\/<wbr>device-000010\.csr/);
  });

  it('lists the CSRs without a certificate to a person who opens the list', () => {
    const summary = summaryOf(storyOf(cancelled));
    expect(summary).toContain('<summary>2,990 CSRs without a certificate</summary>');
    expect(summary).toContain('device-000500.csr');
  });

  it('names the place of a failure and what to do in its first lines', () => {
    const failure = new UserError('private-key', 'It holds a private key. Nothing was created.', {
      where: 'csrs/a.key',
      fix: 'Replace it.',
    });
    const story: Story = { ...storyOf({ count: 2 }), outcomes: [], failure };
    const lines = summaryOf(story).split('\n').filter(Boolean);
    expect(lines[0]).toBe('## ❌ Nothing was created&#58; csrs/a.key&#58; It holds a private key.');
    expect(lines[1]).toBe('**Next:** Replace it.');
    expect(summaryOf(story)).not.toContain('| Created |');
  });

  it('lists what else is wrong, and no more of it than a person reads at once', () => {
    const wrong = (n: number, others: readonly UserError[] = []) =>
      new UserError('inputs', `Input ${n} is wrong.`, { where: `input-${n}`, fix: `Give ${n}.`, others });
    const failure = wrong(
      0,
      Array.from({ length: 40 }, (_, n) => wrong(n + 1)),
    );
    const summary = summaryOf({ start: START, outcomes: [], duplicates: [], failure });
    expect(summary).toContain('## ❌ Nothing was created&#58; 41 mistakes to correct');
    expect(summary).toContain('- **input-8&#58; Input 8 is wrong.** Give 8.');
    expect(summary).toContain('… and 31 more mistakes, which the log has');
  });

  it('says what failed when all certificates were created and could not be handed over', () => {
    const failure = new UserError('artifact-upload', 'The artifact service refused the upload (403).', {
      fix: 'Run the job again.',
    });
    const summary = summaryOf({ ...storyOf({ count: 3, fate: () => 'created' }), failure });
    expect(summary).toMatch(/^## ❌ 3 AWS IoT certificates for 3 CSRs\n\n\*\*The artifact service refused/);
    expect(summary).toContain('**Next:** Run the job again.');
  });

  it('says beside the certificates that no device can connect with them yet, and what to do', () => {
    const summary = summaryOf(storyOf({ count: 3, fate: () => 'created' }));
    const where = summary.slice(summary.indexOf('### Where the certificates are'));
    expect(where).toContain(
      '**All 3 are INACTIVE.** To connect, a certificate needs status ACTIVE and an AWS IoT policy.',
    );
    expect(where).toContain('aws iot update-certificate --certificate-id ID --new-status ACTIVE --region eu-west-1');
    expect(where).toContain(
      'aws iot attach-policy --policy-name NAME --target arn:aws:iot:eu-west-1:123456789012:cert/ID',
    );
  });

  it.each([
    ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/iot/home?region=eu-west-1#/certificate/'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/iot/home?region=cn-north-1#/certificate/'],
    ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/iot/home?region=us-gov-west-1#/certificate/'],
  ])('leads to the certificate in the console of its partition: %s', (region, page) => {
    const story = storyOf({ count: 1, fate: () => 'created' });
    const id = hashOf('certificate csrs/line-1/device-000000.csr');
    const account = { ...story.account, region } as NonNullable<Story['account']>;
    expect(summaryOf({ ...story, account })).toContain(`[${id.slice(0, 12)}](${page}${id})`);
  });

  it('has the whole id where the console of a partition is not public', () => {
    const story = storyOf({ count: 1, fate: () => 'created' });
    const id = hashOf('certificate csrs/line-1/device-000000.csr');
    const account = { ...story.account, region: 'us-iso-east-1' } as NonNullable<Story['account']>;
    const summary = summaryOf({ ...story, account });
    expect(summary.replaceAll('<wbr>', '')).toContain(`| ${id} |`);
    expect(summary).not.toContain('console');
  });

  it('lists fifty certificates, and says where the others are', () => {
    const summary = summaryOf(storyOf({ count: 300, fate: () => 'created' }));
    expect(summary).toContain('<summary>The first 50 of 300 certificates</summary>');
    expect(summary.match(/#\/certificate\//g)).toHaveLength(51);
    expect(summary).toContain('… and 250 more. manifest.csv and report.html have all of them.');
  });

  it('warns when files were left out, although the run succeeded', () => {
    expect(summaryOf(storyOf({ count: 4, fate: (n) => (n < 2 ? 'rejected' : 'created') }))).toMatch(/^## ⚠️ 2 AWS IoT/);
    const all = storyOf({ count: 4, fate: () => 'created' });
    expect(summaryOf(all)).toMatch(/^## ✅ 4 AWS IoT/);
    expect(summaryOf({ ...all, duplicates: storyOf({ count: 100 }).duplicates })).toMatch(/^## ⚠️ 4 AWS IoT/);
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
    for (const word of summaryOf(storyOf(hostile))
      .replace(/```[\s\S]*?```/g, '')
      .split(/<wbr>|\s|<br>/)) {
      // Of characters that a person sees: a reference such as &#124; is one.
      expect(word.replace(/\]\(.*?\)/g, '').replace(/&#?\w+;/g, 'x').length).toBeLessThan(120);
    }
  });
});
