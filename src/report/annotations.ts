import { type Csr, type Finding, placeOf, type Severity } from '../csr/csr.ts';
import { shorten } from '../lib/escape.ts';
import { plural } from '../lib/words.ts';
import type { Certificate, Outcome } from '../records/certificate.ts';
import type { Place } from '../runner/commands.ts';
import type { Log } from '../runner/log.ts';

/**
 * GitHub shows 10 annotations of a type a step. One is kept free for what ends the step, and one for "and N more".
 * https://docs.github.com/en/rest/checks/runs
 */
const SHOWN = 8;

/** GitHub shows 4,096 characters of an annotation; a path alone can be as long. What to do and the rule come last. */
const TEXT = 3_000;

/** How many findings of a severity are logged; a longer log is not read. The rest stand in the summary and the SARIF file. */
const LOGGED = 1_000;

/**
 * Annotates the files that findings are about: the first few of each severity, as many files as possible; more are
 * lines in the log.
 *
 * @param rulesPage as in {@link RunContext.rulesPage}
 */
export function annotateFindings(findings: readonly Finding[], rulesPage: string, log: Log): void {
  for (const level of ['error', 'warning', 'notice'] as const satisfies readonly Severity[]) {
    const all = inGroups(findings.filter((finding) => finding.severity === level));
    const line = (group: Group): string => {
      const { rule, message, fix } = group[0];
      const what =
        group.length === 1 ? `${placeOf(group[0])}: ${message}` : `${plural(group.length, 'file')}: ${message}`;
      const places = group.length === 1 ? '' : ` The files are ${listed(group)}.`;
      return `${shorten(what, TEXT)} ${fix} [${rule}] ${rulesPage}#${rule}${places}`;
    };
    const shown = new Set(filesFirst(all).slice(0, SHOWN));
    for (const group of shown) log.annotate(level, line(group), shownAt(group[0]));
    const rest = all.filter((group) => !shown.has(group));
    if (rest.length === 0) continue;
    log.annotate(level, `And ${plural(rest.length, `more ${level}`)}: the log and the job summary list them.`);
    for (const group of rest.slice(0, LOGGED)) log.info(`${level}: ${line(group)}`);
    if (rest.length > LOGGED) log.info(`${level}: and ${plural(rest.length - LOGGED, 'more finding')}`);
  }
}

function shownAt({ path, line, rule }: Finding): Place {
  return { file: path, ...(line === undefined ? {} : { line: String(line) }), title: rule };
}

/** Findings that say the same of their files, or one. */
type Group = readonly [Finding, ...Finding[]];

/** The same said of many files is one message with many places. */
function inGroups(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const text = [finding.rule, finding.message, finding.fix].join('\n');
    const known = groups.get(text);
    if (known === undefined) groups.set(text, [finding]);
    else known.push(finding);
  }
  return [...groups.values()];
}

/** Paths that an annotation has room for. */
const PATHS = 10;
const PATHS_TEXT = 800;

function listed(group: Group): string {
  const paths = shorten(group.slice(0, PATHS).map(placeOf).join(', '), PATHS_TEXT);
  return group.length > PATHS ? `${paths} and ${plural(group.length - PATHS, 'more file')}` : paths;
}

/** The first of every file, then the others. */
function filesFirst(groups: readonly Group[]): readonly Group[] {
  const firsts = new Map<string, Group>();
  for (const group of groups) if (!firsts.has(group[0].path)) firsts.set(group[0].path, group);
  return [...firsts.values(), ...groups.filter((group) => firsts.get(group[0].path) !== group)];
}

/** Annotates keys that have more certificates than the one that is used. */
export function annotateDuplicates(
  duplicates: readonly { readonly csr: Pick<Csr, 'path'>; readonly certificate: Pick<Certificate, 'id'> }[],
  log: Log,
): void {
  for (const { csr, certificate } of duplicates.slice(0, SHOWN)) {
    const what = `${csr.path}: AWS IoT holds another valid certificate for its key, ${certificate.id}.`;
    log.annotate('warning', `${what} Revoke it when nothing uses it.`, {
      file: csr.path,
      title: 'duplicate-certificate',
    });
  }
  const more = duplicates.length - SHOWN;
  if (more > 0)
    log.annotate('warning', `And ${plural(more, 'more duplicate certificate')}: the job summary lists them.`);
}

/** Annotates records that the account contradicts: they were not used. */
export function annotateContradictions(
  contradictions: readonly {
    readonly csr: Pick<Csr, 'path'>;
    readonly certificateId: string;
    readonly reason: string;
  }[],
  log: Log,
): void {
  for (const { csr, certificateId, reason } of contradictions.slice(0, SHOWN)) {
    const what = `${csr.path}: a record names the certificate ${certificateId} for it, and ${reason}. It was not used.`;
    log.annotate(
      'warning',
      `${shorten(what, TEXT)} Find out who wrote that record: ledger, manifest, journal or artifact.`,
      {
        file: csr.path,
        title: 'record-contradicted',
      },
    );
  }
  const more = contradictions.length - SHOWN;
  if (more > 0) log.annotate('warning', `And ${plural(more, 'more record')} that the account contradicts.`);
}

/**
 * Reports certificates whose status is kept although the records, or `set-as-active`, would have another: a person may
 * have changed it for a reason.
 *
 * @param wantsActive the run was asked for ACTIVE certificates
 */
export function annotateKeptStatuses(
  outcomes: readonly Outcome[],
  changed: readonly { readonly csr: Csr; readonly recorded: string; readonly now: string }[],
  wantsActive: boolean,
  log: Log,
): void {
  for (const { csr, recorded, now } of changed.slice(0, SHOWN)) {
    log.annotate(
      'notice',
      `${csr.path}: its certificate is ${now} in AWS IoT and ${recorded} in the records. It stays ${now}.`,
      { file: csr.path, title: 'status-changed' },
    );
  }
  if (changed.length > SHOWN) {
    log.annotate('notice', `And ${plural(changed.length - SHOWN, 'more certificate')} whose status was changed.`);
  }
  const known = new Set(changed.map(({ csr }) => csr));
  const inactive = outcomes.flatMap((outcome) =>
    outcome.result === 'reused' &&
    outcome.certificate.status === 'INACTIVE' &&
    !outcome.awaitsActivation &&
    !known.has(outcome.csr)
      ? [outcome.certificate.id]
      : [],
  );
  if (!wantsActive || inactive.length === 0) return;
  log.annotate(
    'notice',
    `${plural(inactive.length, 'reused certificate')} stay INACTIVE, ${inactive[0]} among them: this run did not create them. To activate one: aws iot update-certificate --certificate-id ID --new-status ACTIVE`,
    { title: 'stays-inactive' },
  );
}

/**
 * Reports certificates of this run that were to be made ACTIVE and stay as they are, since their status was changed after
 * they were created.
 *
 * @param before the outcomes before the activation
 */
export function annotateDisabled(before: readonly Outcome[], after: readonly Outcome[], log: Log): void {
  const kept = after.filter((outcome, index) => {
    const awaited = before[index];
    if (awaited === undefined || !('certificate' in awaited) || !('certificate' in outcome)) return false;
    return awaited.awaitsActivation && !outcome.awaitsActivation && outcome.certificate.status !== 'ACTIVE';
  });
  for (const { csr } of kept.slice(0, SHOWN)) {
    log.annotate(
      'notice',
      `${csr.path}: the status of its certificate was changed since an earlier attempt created it. It stays as it is in AWS IoT.`,
      { file: csr.path, title: 'status-changed' },
    );
  }
  if (kept.length > SHOWN) {
    log.annotate('notice', `And ${plural(kept.length - SHOWN, 'more certificate')} whose status was changed.`);
  }
}
