import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/records/manifest.ts';
import type { ManifestEntry } from '../../src/records/manifest-entry.ts';
import { mergeSummary } from '../../src/report/merge-summary.ts';
import { recoverySummary } from '../../src/report/recovery-summary.ts';
import type { PlannedRegistry } from '../../src/report/registry-facts.ts';
import type { Story } from '../../src/report/story.ts';
import { summarize } from '../../src/report/summary.ts';
import { plannedStory, type Result, registeredStory } from './registry-stories.ts';

const page = 'https://github.com/octo-org/action/blob/v1/docs/rules.md';

const summaryOf = (story: Story, mode: 'issue' | 'validate' = 'issue'): string =>
  summarize(story, mode, 61_000, page).replaceAll('<wbr>', '').replaceAll('&nbsp;', ' ').replaceAll('&#58;', ':');

const all = { count: 300, fate: () => 'created' as const };
const some = (n: number): Result =>
  n % 50 === 7 ? 'incomplete' : n === 3 ? 'conflict' : n % 5 === 0 ? 'found' : 'registered';

describe('the job summary of a run that registers', () => {
  it('says that all is registered, which policies act for the devices and where they get them from', () => {
    const summary = summaryOf(registeredStory(all));
    expect(summary).toMatch(/^## .* 300 AWS IoT certificates for 300 CSRs, all registered\n/);
    expect(summary).toContain('| fleet | 300 | the thing group europe,');
    expect(summary).toContain('| telemetry | 300 | attached to each certificate |');
    expect(summary).toContain('No device connects with a certificate before it is ACTIVE:');
    expect(summary).not.toContain('attach-policy');
    expect(summary).not.toContain('not registered');
  });

  it('counts what it registered, found, left undone and met otherwise, and says why', () => {
    const summary = summaryOf(registeredStory(all, some));
    expect(summary).toMatch(/^## ❌ 300 AWS IoT certificates for 300 CSRs, 7 not registered\n/);
    for (const row of ['🟩 **233** Registered', '🟦 **60** Found so', '🟨 **6** Not registered', '🟥 **1** Conflict']) {
      expect(summary).toContain(`| ${row} |`);
    }
    expect(summary).toMatch(/\| \*\*1\*\* conflict \| The thing device-000003 was made meanwhile/);
    expect(summary).toMatch(
      /\| \*\*6\*\* not registered \| The policy telemetry cannot be attached.*\*\*Detach a policy/,
    );
    expect(summary.indexOf('What failed')).toBeLessThan(summary.indexOf('Registered in AWS IoT'));
  });

  it('lists every device that is not registered, with what is done and what is left', () => {
    const summary = summaryOf(registeredStory(all, some));
    expect(summary).toContain('<summary>7 devices not registered, with what is done and what is left</summary>');
    expect(summary).toContain(
      '| csrs/line-2/device-000007.csr | device-000007 | thing device-000007, group europe | policy telemetry, certificate on thing device-000007 |',
    );
  });

  it('names the slowest operation, and the quota that is worth asking for', () => {
    const summary = summaryOf(registeredStory(all));
    expect(summary).toContain('Slowest operation: AttachPolicy, 600 calls at the quota of 15/s are 40 s,');
    expect(summary).toContain('then CreateCertificateFromCsr with 21 s.');
    expect(summary).toContain('With 29/s it would be up to 19 s faster: ask for that in AWS Service Quotas');
    expect(summary).toContain(
      'https://eu-west-1.console.aws.amazon.com/servicequotas/home/services/iotcore/quotas/L-CA7D4E3E',
    );
  });

  it('advises nothing where it would save a few seconds', () => {
    const summary = summaryOf(registeredStory({ count: 20, fate: () => 'created' }));
    expect(summary).toContain('Slowest operation');
    expect(summary).not.toContain('Service Quotas');
  });

  it('is short and below the limit of GitHub of 10,000 devices, whatever became of them', () => {
    for (const result of ['registered', 'incomplete', 'conflict'] as const) {
      const summary = summarize(
        registeredStory({ ...all, count: 10_000 }, () => result),
        'issue',
        61_000,
        page,
      );
      expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
      expect(summary.replace(/<details>[\s\S]*?<\/details>/g, '').length).toBeLessThan(12_000);
    }
  });

  it('says nothing of the registry where nothing is asked of it', () => {
    const { registration, registryPlan, ...story } = registeredStory(all);
    expect(registration).toBeDefined();
    expect(registryPlan).toBeDefined();
    expect(summaryOf(story)).not.toMatch(/registered|registry|Thing/);
  });
});

describe('the job summary of a post step', () => {
  const story = {
    certificates: [],
    inDoubt: new Map(),
    delivered: new Map(),
    confirmed: true,
    place: undefined,
    artifact: undefined,
    root: '/tmp',
  };

  it('says how many devices the ended step had registered', () => {
    const registered = new Map(['a', 'b', 'c'].map((id) => [id, {}]));
    expect(recoverySummary({ ...story, registered })).toContain('- 3 devices registered in AWS IoT so far;');
    expect(recoverySummary({ ...story, registered: new Map() })).not.toContain('registered');
  });
});

describe('the job summary of a merge', () => {
  const { batch } = plannedStory({ count: 2, fate: () => 'created' }, () => 'create');
  const entries = (batch?.csrs ?? []).map((csr, n): ManifestEntry => {
    const certificate = { id: csr.csrSha256, status: 'ACTIVE' as const, issuedAt: undefined, origin: undefined };
    const problem = { message: 'The policy fleet cannot be attached.' };
    return entryOf(
      { result: 'created', csr, certificate, awaitsActivation: false },
      {
        place: { account: '123456789012', region: 'eu-west-1' },
        file: `${n}.pem`,
        secret: undefined,
        registered: n === 0 ? { thing: 'a', result: 'registered' } : { thing: 'b', result: 'incomplete', problem },
      },
    );
  });
  const merged = { entries, shards: 2, gaps: [], duplicates: [], bundleless: [], target: '/tmp', ledger: undefined };

  it('counts the devices that are not registered, with the reason', () => {
    const summary = mergeSummary(merged);
    expect(summary).toMatch(/^## ❌ 2 AWS IoT certificates of 2 shards, 1 device not registered\n/m);
    expect(summary).toContain('The policy fleet cannot be attached.');
    expect(summary).toContain('| Registered | Not registered |');
    expect(summary).not.toContain('attach-policy');
  });
});

describe('the job summary of a validation', () => {
  const planned = plannedStory(all, (n) => (n < 2 ? 'conflict' : n < 5 ? 'attach' : n < 50 ? 'found' : 'create'));

  it('has the plan: what would be created, found, attached beside, and what is in the way', () => {
    const summary = summaryOf(planned, 'validate');
    for (const row of ['🟩 **250** Create', '🟦 **45** Found so', '🟨 **3** Attach beside', '🟥 **2** Conflict']) {
      expect(summary).toContain(`| ${row} |`);
    }
    expect(summary).toContain('| fleet | 298 | the thing group europe,');
    const [list = ''] = /<summary>The plan of[\s\S]*?<\/details>/.exec(summary) ?? [];
    const rows = list.split('\n').filter((line) => line.startsWith('| csrs/'));
    expect(rows).toHaveLength(50);
    expect(rows[0]).toContain('| Conflict | its type is sensor-v1, not sensor-v2 |');
    expect(rows[2]).toMatch(/\| Attach beside \| \[[0-9a-f]{12}\]\(https:\/\/eu-west-1\.console/);
  });

  it('shows what is wrong with policies, with what to do', () => {
    const findings: PlannedRegistry['findings'] = [
      {
        rule: 'policy-any-client',
        severity: 'warning',
        message: 'The policy fleet lets a device connect as client/*.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of AWS IoT policies
        fix: 'Let it connect as its thing only, with `client/${iot:Connection.Thing.ThingName}`.',
      },
    ];
    const registryPlan = { devices: planned.registryPlan?.devices ?? [], findings };
    const summary = summaryOf({ ...planned, registryPlan }, 'validate');
    expect(summary).toContain(`[policy-any-client](${page}#policy-any-client): The policy fleet lets a device connect`);
    expect(summary).toContain('<code>client/');
  });

  it('says what was not looked at, and why', () => {
    const { registryPlan: _, ...story } = planned;
    const summary = summaryOf({ ...story, registryUnchecked: 'there are no credentials for AWS' }, 'validate');
    expect(summary).toContain('was not looked at: there are no credentials for AWS.');
  });

  it('shows hostile text of the account as text', () => {
    const [device] = planned.registryPlan?.devices ?? [];
    if (device === undefined) throw new Error('no device');
    const hostile = '</details><script>alert(1)</script>| `x` ](javascript:alert(1)) @octocat';
    const devices = [
      { ...device, action: 'conflict' as const, reasons: [hostile], thing: hostile },
      { ...device, action: 'attach' as const, holds: [hostile], rights: [{ policy: hostile, group: hostile }] },
    ];
    const findings = [{ rule: 'policy-any-client', severity: 'error' as const, message: hostile, fix: hostile }];
    const summary = summarize({ ...planned, registryPlan: { devices, findings } }, 'validate', 1, page);
    expect(summary).not.toContain('<script>');
    expect(summary).not.toContain('@octocat');
    expect(summary.match(/<\/details>/g)).toHaveLength(summary.match(/<details>/g)?.length ?? 0);
  });
});
