import { placeOf } from '../../csr/csr.ts';
import type { Mode } from '../../inputs/inputs.ts';
import type { Drift } from '../../issuance/find-drift.ts';
import type { Outcome, Problem } from '../../records/certificate.ts';
import type { DeviceAction } from '../../registration/device-plan.ts';
import type { RegistrationOutcome } from '../../registration/registration-outcome.ts';
import type { RetirementResult, RetirementRow } from '../../retirement/retirement.ts';
import type { RevocationResult, RevocationRow } from '../../revocation/revocation.ts';
import { groupDrifts } from '../audit-summary.ts';
import { ACTIONS, RESULTS } from '../registry-facts.ts';
import type { Story } from '../story.ts';
import type { PageRow, PageRows } from './encode.ts';
import type { Kind } from './page-data.ts';
import { type RegistryRows, registryRows } from './registry-rows.ts';

const NONE = { hasId: false, hasSpki: false } as const;
const BOTH = { hasId: true, hasSpki: true } as const;
const KEY = { hasId: false, hasSpki: true } as const;
const ID = { hasId: true, hasSpki: false } as const;

type Named<T extends string> = Readonly<Record<T, Kind>>;

/** A line of the devices file that something is found about, mostly that it has no CSR. The last kind, as most runs have none. */
const LISTED = {
  listed: {
    label: 'Listed',
    tone: 'idle',
    meaning: 'A line of the devices file, without a certificate.',
    ...NONE,
    isLine: true,
  },
} as const satisfies Named<'listed'>;

const ISSUED: Named<'failed' | 'in-doubt' | 'rejected' | 'listed' | 'not-attempted' | 'reused' | 'created'> = {
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
  ...LISTED,
};

/** Of a run that registers devices, too. */
const REGISTERED: Named<keyof typeof ISSUED | 'conflict' | 'unregistered'> = {
  failed: ISSUED.failed,
  'in-doubt': ISSUED['in-doubt'],
  rejected: ISSUED.rejected,
  conflict: { label: RESULTS.conflict.label, tone: 'bad', meaning: RESULTS.conflict.meaning, ...BOTH },
  unregistered: { label: RESULTS.incomplete.label, tone: 'doubt', meaning: RESULTS.incomplete.meaning, ...BOTH },
  'not-attempted': ISSUED['not-attempted'],
  reused: ISSUED.reused,
  created: ISSUED.created,
  ...LISTED,
};

const JUDGED: Named<'rejected' | 'listed' | 'valid'> = {
  rejected: { label: 'Rejected', tone: 'bad', meaning: 'An error speaks against the file.', ...NONE },
  valid: { label: 'Valid', tone: 'ok', meaning: 'It can become a certificate.', ...KEY },
  ...LISTED,
};

/** Of a validation that has looked at the registry. */
const PLANNED: Named<DeviceAction | 'rejected' | 'listed'> = {
  rejected: JUDGED.rejected,
  conflict: { label: ACTIONS.conflict.label, tone: 'bad', meaning: ACTIONS.conflict.meaning, ...NONE },
  attach: { label: ACTIONS.attach.label, tone: 'beside', meaning: ACTIONS.attach.meaning, ...KEY },
  found: { label: ACTIONS.found.label, tone: 'kept', meaning: ACTIONS.found.meaning, ...KEY },
  create: { label: ACTIONS.create.label, tone: 'ok', meaning: ACTIONS.create.meaning, ...KEY },
  ...LISTED,
};

const AUDITED: Named<Drift['kind']> = {
  missing: { label: 'Missing', tone: 'bad', meaning: 'In the ledger, not in the account.', ...ID },
  several: { label: 'Several', tone: 'doubt', meaning: 'One of several usable certificates for one key.', ...ID },
  status: { label: 'Other status', tone: 'refused', meaning: 'The account has another status than the ledger.', ...ID },
  leftover: { label: 'Leftover', tone: 'doubt', meaning: 'ACTIVE a month after its thing got a newer one.', ...ID },
  unattached: { label: 'Not attached', tone: 'bad', meaning: 'Its thing does not hold it.', ...ID },
  principal: { label: 'Other attachment', tone: 'refused', meaning: 'It is attached otherwise than asked for.', ...ID },
  policy: { label: 'Policy missing', tone: 'refused', meaning: 'It lacks a policy that it should have.', ...ID },
  group: { label: 'Group missing', tone: 'refused', meaning: 'Its thing is not in a group.', ...ID },
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

const RETIRED: Named<RetirementResult> = {
  failed: { label: 'Refused', tone: 'bad', meaning: 'AWS IoT refused it.', ...ID },
  contradicted: {
    label: 'Contradicted',
    tone: 'bad',
    meaning: 'The account holds it for another key than the ledger says; nothing was done with it.',
    ...ID,
  },
  refused: { label: 'Left for safety', tone: 'bad', meaning: 'Something speaks against retiring it.', ...ID },
  'not-attempted': { label: 'Not attempted', tone: 'idle', meaning: 'The run ended before its turn.', ...ID },
  unconfirmed: { label: 'Not confirmed', tone: 'doubt', meaning: 'The newer certificate has not connected.', ...ID },
  planned: { label: 'To be done', tone: 'doubt', meaning: 'A run that is no dry run does it.', ...ID },
  waiting: { label: 'Waiting', tone: 'kept', meaning: 'It is INACTIVE, and not for long enough.', ...ID },
  gone: { label: 'Not in the account', tone: 'refused', meaning: 'The account does not hold it.', ...ID },
  already: { label: 'Done before', tone: 'kept', meaning: 'It was retired before this run.', ...ID },
  retired: { label: 'Retired', tone: 'ok', meaning: 'This run made it INACTIVE and detached it.', ...ID },
  revoked: { label: 'Revoked', tone: 'ok', meaning: 'This run revoked it.', ...ID },
  deleted: { label: 'Deleted', tone: 'ok', meaning: 'This run deleted it.', ...ID },
};

/** The rows of the page: what became of each file or certificate, or what an audit found. */
export function collect(story: Story, mode: Mode): PageRows {
  const { batch, audit } = story;
  const registry = registryRows(story);
  const rows = {
    audit: () => driftsOf(audit?.drifts ?? []),
    validate: () => judged(story, registry),
    issue: () => issued(story, registry),
    revoke: () => revoked(story.revocation?.rows ?? []),
    retire: () => retired(story.retirement?.rows ?? []),
  }[mode]();
  const kinds = kindsOf(story, mode);
  const isListed = rows.some(({ kind }) => kinds[kind] === LISTED.listed);
  return {
    kinds: isListed ? kinds : kinds.filter((kind) => kind !== LISTED.listed),
    rows: rows.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    findings: (batch?.findings ?? []).map((finding) => ({ ...finding, path: placeOf(finding) })),
    groups: batch?.groups ?? [],
    duplicates: story.duplicates.map(({ csr, certificate }) => ({
      path: csr.path,
      id: certificate.id,
      status: certificate.status,
    })),
  };
}

function kindsOf({ registration, registryPlan }: Story, mode: Mode): readonly Kind[] {
  if (mode === 'audit') return Object.values(AUDITED);
  if (mode === 'revoke') return Object.values(REVOKED);
  if (mode === 'retire') return Object.values(RETIRED);
  if (mode === 'validate') return Object.values(registryPlan === undefined ? JUDGED : PLANNED);
  return Object.values(registration === undefined ? ISSUED : REGISTERED);
}

function indicesOf<T extends string>(kinds: Named<T>): Readonly<Record<T, number>> {
  return Object.fromEntries(Object.keys(kinds).map((name, index) => [name, index])) as Record<T, number>;
}

const ISSUED_INDEX = indicesOf(ISSUED);
const REGISTERED_INDEX = indicesOf(REGISTERED);
const JUDGED_INDEX = indicesOf(JUDGED);
const PLANNED_INDEX = indicesOf(PLANNED);
const AUDITED_INDEX = indicesOf(AUDITED);
const REVOKED_INDEX = indicesOf(REVOKED);
const RETIRED_INDEX = indicesOf(RETIRED);

function judged({ batch, registryPlan }: Story, { planOf, columnsOf }: RegistryRows): PageRow[] {
  const kindOf = (path: string): number => {
    if (registryPlan === undefined) return JUDGED_INDEX.valid;
    return PLANNED_INDEX[planOf(path)?.action ?? 'create'];
  };
  const refused = registryPlan === undefined ? JUDGED_INDEX.rejected : PLANNED_INDEX.rejected;
  return [
    ...rejectedRows(batch, (path) => (planOf(path) === undefined ? refused : kindOf(path)), columnsOf),
    ...listedRows(batch, registryPlan === undefined ? JUDGED_INDEX.listed : PLANNED_INDEX.listed),
    ...(batch?.csrs ?? []).map(({ path, commonName, key, spkiSha256 }) => ({
      ...columnsOf(path),
      path,
      kind: kindOf(path),
      commonName,
      key: key.name,
      spki: spkiSha256,
    })),
  ];
}

function issued(story: Story, registry: RegistryRows): PageRow[] {
  const { batch, outcomes, failure } = story;
  const done = new Set(outcomes.map(({ csr }) => csr));
  // The run ended before there were outcomes.
  const problem: Problem = {
    code: failure?.code ?? 'not-attempted',
    message: 'The run ended before anything was created.',
    fix: failure?.fix ?? 'Run the job again.',
  };
  const left = (batch?.csrs ?? []).filter((csr) => !done.has(csr));
  const indices = story.registration === undefined ? ISSUED_INDEX : REGISTERED_INDEX;
  return [
    ...rejectedRows(batch, () => indices.rejected, registry.columnsOf),
    ...listedRows(batch, indices.listed),
    ...outcomes.map((outcome) => toRow(outcome, story, registry)),
    ...left.map((csr) => toRow({ result: 'not-attempted', csr, problem }, story, registry)),
  ];
}

function rejectedRows(
  batch: Story['batch'],
  kindOf: (path: string) => number,
  columnsOf: RegistryRows['columnsOf'],
): readonly PageRow[] {
  return (batch?.rejected ?? []).map((path) => ({ ...columnsOf(path), path, kind: kindOf(path) }));
}

/** A row for each line that something is found about. */
function listedRows(batch: Story['batch'], kind: number): readonly PageRow[] {
  const lines = (batch?.findings ?? []).filter(({ line }) => line !== undefined);
  return [...new Set(lines.map(placeOf))].map((path) => ({ path, kind }));
}

function toRow(
  outcome: Outcome,
  { directory, secrets, registration }: Pick<Story, 'directory' | 'secrets' | 'registration'>,
  { outcomeOf, columnsOf }: RegistryRows,
): PageRow {
  const { csr, result } = outcome;
  const { path, commonName, key, spkiSha256: spki } = csr;
  const kind = (registration === undefined ? ISSUED_INDEX : REGISTERED_INDEX)[result];
  if (!('certificate' in outcome)) return { path, kind, commonName, key: key.name, spki, problem: outcome.problem };
  const { id, status, issuedAt, origin } = outcome.certificate;
  const registered = outcomeOf(path);
  return {
    ...columnsOf(path),
    path,
    kind: registered === undefined ? kind : kindOfRegistered(registered, kind),
    problem: registered?.problem,
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

function kindOfRegistered({ result }: RegistrationOutcome, kind: number): number {
  if (result === 'conflict') return REGISTERED_INDEX.conflict;
  return result === 'incomplete' ? REGISTERED_INDEX.unregistered : kind;
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

/** What a certificate has become, where a run did something. */
const STATUS_AFTER: Readonly<Partial<Record<RetirementResult, string>>> = {
  retired: 'INACTIVE',
  revoked: 'REVOKED',
  deleted: 'DELETED',
};

function retired(rows: readonly RetirementRow[]): PageRow[] {
  return rows.map(({ thing, certificateId, csrPath, status, createdAt, result, problem }) => ({
    path: csrPath ?? thing,
    kind: RETIRED_INDEX[result],
    id: certificateId,
    status: STATUS_AFTER[result] ?? status,
    ...(createdAt === undefined ? {} : { issuedAt: new Date(createdAt).toISOString() }),
    ...(problem === undefined ? {} : { problem }),
  }));
}
