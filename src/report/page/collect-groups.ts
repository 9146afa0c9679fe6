import type { Mode } from '../../inputs/inputs.ts';
import type { Drift } from '../../issuance/find-drift.ts';
import type { Outcome, Problem } from '../../records/certificate.ts';
import type { Story } from '../story.ts';
import type { PageRow, PageRows } from './encode.ts';
import type { Kind } from './page-data.ts';

const NONE = { hasId: false, hasSpki: false } as const;
const BOTH = { hasId: true, hasSpki: true } as const;
const KEY = { hasId: false, hasSpki: true } as const;
const ID = { hasId: true, hasSpki: false } as const;

type Named<T extends string> = Readonly<Record<T, Kind>>;

const ISSUED: Named<'failed' | 'in-doubt' | 'rejected' | 'not-attempted' | 'reused' | 'created'> = {
  failed: { label: 'Failed', tone: 'bad', meaning: 'AWS IoT refused it.', ...KEY },
  'in-doubt': {
    label: 'Unresolved',
    tone: 'doubt',
    meaning: 'AWS IoT may have created a certificate; the next run looks for it.',
    ...KEY,
  },
  rejected: { label: 'Rejected', tone: 'refused', meaning: 'Validation refused the file.', ...NONE },
  'not-attempted': { label: 'Not attempted', tone: 'idle', meaning: 'The run ended before its turn.', ...KEY },
  reused: { label: 'Reused', tone: 'kept', meaning: 'It had its certificate already.', ...BOTH },
  created: { label: 'Created', tone: 'ok', meaning: 'This run created its certificate.', ...BOTH },
};

const JUDGED: Named<'rejected' | 'valid'> = {
  rejected: { label: 'Rejected', tone: 'bad', meaning: 'An error speaks against the file.', ...NONE },
  valid: { label: 'Valid', tone: 'ok', meaning: 'It can become a certificate.', ...KEY },
};

const AUDITED: Named<Drift['kind']> = {
  missing: { label: 'Missing', tone: 'bad', meaning: 'In the ledger, not in the account.', ...ID },
  several: { label: 'Several', tone: 'doubt', meaning: 'One of several usable certificates for one key.', ...ID },
  status: { label: 'Other status', tone: 'refused', meaning: 'The account has another status than the ledger.', ...ID },
  orphan: { label: 'Not in the ledger', tone: 'idle', meaning: 'In the account, not in the ledger.', ...ID },
};

const DRIFT_FIXES: Readonly<Record<Drift['kind'], string>> = {
  missing: 'Find out who deleted it. When that was right, write the status REVOKED into its line of the ledger.',
  several: 'Find out which one the device uses, and revoke the others in AWS IoT.',
  status: 'Correct the ledger where the account is right, and the account where the ledger is.',
  orphan: 'Find out who created it. Add it to the ledger, or revoke it in AWS IoT.',
};

/** The rows of the page: what became of each file, or what an audit found. */
export function collect(story: Story, mode: Mode): PageRows {
  const { batch, audit } = story;
  const rows = mode === 'audit' ? driftsOf(audit?.drifts ?? []) : mode === 'validate' ? judged(story) : issued(story);
  return {
    kinds: Object.values({ issue: ISSUED, validate: JUDGED, audit: AUDITED }[mode]),
    rows: rows.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    findings: batch?.findings ?? [],
    groups: batch?.groups ?? [],
    duplicates: story.duplicates.map(({ csr, certificate }) => ({
      path: csr.path,
      id: certificate.id,
      status: certificate.status,
    })),
  };
}

function indicesOf<T extends string>(kinds: Named<T>): Readonly<Record<T, number>> {
  return Object.fromEntries(Object.keys(kinds).map((name, index) => [name, index])) as Record<T, number>;
}

const ISSUED_INDEX = indicesOf(ISSUED);
const JUDGED_INDEX = indicesOf(JUDGED);
const AUDITED_INDEX = indicesOf(AUDITED);

function judged({ batch }: Story): PageRow[] {
  return [
    ...rejectedRows(batch, JUDGED_INDEX.rejected),
    ...(batch?.csrs ?? []).map(({ path, commonName, key, spkiSha256 }) => ({
      path,
      kind: JUDGED_INDEX.valid,
      commonName,
      key: key.name,
      spki: spkiSha256,
    })),
  ];
}

function issued(story: Story): PageRow[] {
  const { batch, outcomes, failure } = story;
  const done = new Set(outcomes.map(({ csr }) => csr));
  // The run ended before there were outcomes.
  const problem: Problem = {
    code: failure?.code ?? 'not-attempted',
    message: 'The run ended before anything was created.',
    fix: failure?.fix ?? 'Run the job again.',
  };
  const left = (batch?.csrs ?? []).filter((csr) => !done.has(csr));
  return [
    ...rejectedRows(batch, ISSUED_INDEX.rejected),
    ...outcomes.map((outcome) => toRow(outcome, story)),
    ...left.map((csr) => toRow({ result: 'not-attempted', csr, problem }, story)),
  ];
}

function rejectedRows(batch: Story['batch'], kind: number): readonly PageRow[] {
  return (batch?.rejected ?? []).map((path) => ({ path, kind }));
}

function toRow(outcome: Outcome, { directory, secrets }: Pick<Story, 'directory' | 'secrets'>): PageRow {
  const { csr, result } = outcome;
  const { path, commonName, key, spkiSha256: spki } = csr;
  const kind = ISSUED_INDEX[result];
  if (!('certificate' in outcome)) return { path, kind, commonName, key: key.name, spki, problem: outcome.problem };
  const { id, status, issuedAt, origin } = outcome.certificate;
  return {
    path,
    kind,
    commonName,
    key: key.name,
    spki,
    id,
    status,
    issuedAt,
    origin: origin && [origin.runId, origin.runAttempt, origin.commit ?? ''].join('/'),
    file: directory?.nameOf(csr),
    secret: secrets?.byPath.get(csr.path),
  };
}

function driftsOf(drifts: readonly Drift[]): PageRow[] {
  return drifts.map(({ kind, certificateId, csrPath, inLedger, inAccount }) => ({
    path: csrPath ?? '',
    kind: AUDITED_INDEX[kind],
    id: certificateId,
    status: inAccount,
    recorded: inLedger,
    problem: { code: kind, message: AUDITED[kind].meaning, fix: DRIFT_FIXES[kind] },
  }));
}
