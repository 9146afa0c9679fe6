import type { Mode } from '../../inputs/inputs.ts';
import type { Drift } from '../../issuance/find-drift.ts';
import type { Outcome, Problem } from '../../records/certificate.ts';
import type { RevocationResult, RevocationRow } from '../../revocation/revocation.ts';
import { groupDrifts } from '../audit-summary.ts';
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

const REVOKED: Named<RevocationResult> = {
  failed: { label: 'Refused', tone: 'bad', meaning: 'AWS IoT refused to revoke it.', ...ID },
  contradicted: {
    label: 'Contradicted',
    tone: 'bad',
    meaning: 'The account holds it for another key than the ledger says; it was not revoked.',
    ...ID,
  },
  'not-attempted': { label: 'Not attempted', tone: 'idle', meaning: 'The run ended before its turn.', ...ID },
  selected: { label: 'To be revoked', tone: 'doubt', meaning: 'A run that is no dry run revokes it.', ...ID },
  gone: { label: 'Not in the account', tone: 'refused', meaning: 'The account does not hold it.', ...ID },
  already: { label: 'Revoked before', tone: 'kept', meaning: 'It was revoked before this run.', ...ID },
  revoked: { label: 'Revoked', tone: 'ok', meaning: 'This run revoked it.', ...ID },
};

/** The rows of the page: what became of each file or certificate, or what an audit found. */
export function collect(story: Story, mode: Mode): PageRows {
  const { batch, audit } = story;
  const rows = {
    audit: () => driftsOf(audit?.drifts ?? []),
    validate: () => judged(story),
    issue: () => issued(story),
    revoke: () => revoked(story.revocation?.rows ?? []),
  }[mode]();
  return {
    kinds: Object.values({ issue: ISSUED, validate: JUDGED, audit: AUDITED, revoke: REVOKED }[mode]),
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
const REVOKED_INDEX = indicesOf(REVOKED);

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
  return groupDrifts(drifts).flatMap(({ kind, cause, fix, drifts: found }) => {
    const problem = { code: kind, message: cause, fix };
    return found.map(({ certificateId, csrPath, inLedger, inAccount }) => ({
      path: csrPath ?? '',
      kind: AUDITED_INDEX[kind],
      id: certificateId,
      status: inAccount,
      recorded: inLedger,
      problem,
    }));
  });
}

function revoked(rows: readonly RevocationRow[]): PageRow[] {
  return rows.map((row) => {
    const { certificateId, csrPath, status, issuedAt, result } = row;
    return {
      path: csrPath ?? '',
      kind: REVOKED_INDEX[result],
      id: certificateId,
      status: result === 'revoked' ? 'REVOKED' : status,
      ...(issuedAt === undefined ? {} : { issuedAt: new Date(issuedAt).toISOString() }),
      problem: problemOf(row),
    };
  });
}

/** What a person is to do about certificates of which nothing is wrong. */
const NEXT: Readonly<Partial<Record<RevocationResult, string>>> = {
  selected: 'Set `dry-run: false` to revoke it.',
  gone: 'Check its id and aws-region.',
};

/** The page groups what needs attention by reasons: here by the selectors. */
function problemOf({ result, why, problem }: RevocationRow): Problem {
  const message = `Selected: ${why.join(', ')}`;
  return problem ?? { code: result, message, fix: NEXT[result] ?? '' };
}
