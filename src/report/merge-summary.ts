import { groupBy } from '../lib/group-by.ts';
import { count, plural } from '../lib/words.ts';
import { isUnregistered, type ManifestEntry } from '../records/manifest-entry.ts';
import { headline, said } from '../runner/failure-summary.ts';
import { beforeUse } from './hand-over-summary.ts';
import { breakable, folded, longTable, table } from './markdown.ts';
import { RESULT_WORDS, type Reason, reasonTable } from './reason-table.ts';

/** What came of merging shards, for a person. */
export interface MergeStory {
  readonly entries: readonly ManifestEntry[];
  /** How many shards had a manifest. */
  readonly shards: number;
  /** A sentence about each shard that is missing. */
  readonly gaps: readonly string[];
  /** Keys that have more than one certificate. */
  readonly duplicates: readonly string[];
  /** Paths of the CSRs whose certificates came without a bundle, although others have one. */
  readonly bundleless: readonly string[];
  /** Absolute path of the directory. */
  readonly target: string;
  /** Absolute; undefined: none is kept. */
  readonly ledger: string | undefined;
}

/** Missing shards and keys that are shown before one asks for all. */
const FEW = 5;

/** The job summary of a merge as Markdown. */
export function mergeSummary(story: MergeStory): string {
  const { entries, shards, gaps, duplicates, bundleless } = story;
  const having = entries.filter((entry) => entry.certificateId !== null);
  const without = entries.filter((entry) => entry.certificateId === null);
  const unregistered = entries.filter(isUnregistered);
  const isWhole = [without, unregistered, gaps, duplicates, bundleless].every(({ length }) => length === 0);
  const verdict = [
    `${plural(having.length, 'AWS IoT certificate')} of ${plural(shards, 'shard')}`,
    ...(gaps.length === 0 ? [] : [`${plural(gaps.length, 'shard')} missing`]),
    ...(without.length === 0 ? [] : [`${plural(without.length, 'CSR')} without a certificate`]),
    ...(unregistered.length === 0 ? [] : [`${plural(unregistered.length, 'device')} not registered`]),
    ...(duplicates.length === 0 ? [] : [`${plural(duplicates.length, 'key')} with two`]),
    ...(bundleless.length === 0 ? [] : [`${plural(bundleless.length, 'device')} without a bundle`]),
  ];
  return [
    headline(isWhole ? '✅' : '❌', verdict.join(', ')),
    nextStep(story, without.length + unregistered.length),
    listed(
      'Missing shards',
      gaps.map((gap) => `- ${breakable(gap)}`),
    ),
    reasonTable('What failed', reasonsIn([...without, ...unregistered], gaps), '', { things: 'CSRs' }),
    listed(
      'Duplicates: keys with more than one certificate',
      duplicates.map((key) => `- ${breakable(key)}`),
    ),
    listed(
      'Devices without a bundle',
      bundleless.map((path) => `- ${breakable(path)}`),
    ),
    counts(entries),
    places(story, having),
    without.length === 0 ? '' : folded(`${plural(without.length, 'CSR')} without a certificate`, listOf(without)),
    unregistered.length === 0
      ? ''
      : folded(`${plural(unregistered.length, 'device')} not registered`, listOf(unregistered)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function nextStep({ gaps, duplicates, bundleless }: MergeStory, left: number): string {
  const sentences: string[] = [];
  if (left + gaps.length + bundleless.length > 0) {
    sentences.push('Press "Re-run failed jobs" and merge again: what has its certificate is not issued again.');
  }
  if (duplicates.length > 0) sentences.push('Revoke in AWS IoT all but the certificate that the device has.');
  return sentences.length === 0 ? '' : `**Next:** ${sentences.map((sentence) => said(sentence)).join(' ')}\n`;
}

/** The first lines, and the others to be opened. */
function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const rest = lines.slice(FEW, MOST);
  const more = lines.length > MOST ? `\n… and ${count(lines.length - MOST)} more` : '';
  const others =
    rest.length === 0 ? '' : `\n${folded(`${count(lines.length - FEW)} more`, `${rest.join('\n')}${more}`)}`;
  return `### ${title}\n\n${lines.slice(0, FEW).join('\n')}\n${others}`;
}

/** Lines of a list: a batch has 256 shards at most. */
const MOST = 256;

/** That a shard is missing is said before. */
function reasonsIn(left: readonly ManifestEntry[], gaps: readonly string[]): readonly Reason[] {
  const others = left.filter(({ reason }) => !gaps.some((gap) => reason && gap.startsWith(reason.replace(/\.$/, ''))));
  const groups = groupBy(others, (entry) => `${wordOf(entry)}\n${entry.reason}`);
  return [...groups.values()]
    .flatMap((group): readonly Reason[] => {
      const [first] = group;
      if (first === undefined) return [];
      const names = group.slice(0, 3).map(({ csrPath }) => csrPath);
      return [{ label: wordOf(first), count: group.length, why: first.reason ?? '', fix: '', names }];
    })
    .sort((a, b) => b.count - a.count);
}

function wordOf({ result, registration }: ManifestEntry): string {
  if (registration === 'conflict') return 'conflict';
  if (registration === 'incomplete') return 'not registered';
  return (RESULT_WORDS as Partial<Record<string, string>>)[result] ?? result;
}

function counts(entries: readonly ManifestEntry[]): string {
  const results = ['created', 'reused', 'rejected', 'failed', 'in-doubt', 'not-attempted'] as const;
  const columns = ['Created', 'Reused', 'Rejected', 'Failed', 'Unresolved', 'Not attempted'];
  const numbers = results.map((one) => entries.filter(({ result }) => result === one).length);
  if (entries.some(({ registration }) => registration !== null)) {
    columns.push('Registered', 'Not registered');
    const unregistered = entries.filter(isUnregistered).length;
    numbers.push(entries.filter(({ registration }) => registration !== null).length - unregistered, unregistered);
  }
  return table(columns, [numbers.map(count)]);
}

function places({ target, ledger }: MergeStory, having: readonly ManifestEntry[]): string {
  if (having.length === 0) return '';
  const [{ account, region } = { account: null, region: null }] = having;
  const place = account === null || region === null ? undefined : { account, region };
  const inactive = having.filter(({ status }) => status === 'INACTIVE').length;
  return [
    '### Where the certificates are\n',
    `- Directory ${breakable(target)}, with manifest.json and manifest.csv`,
    ...(ledger === undefined ? [] : [`- Ledger ${breakable(ledger)}`]),
    ...(place === undefined ? [] : [`- AWS account ${said(place.account)} in ${said(place.region)}`]),
    '',
    ...beforeUse(
      having.length,
      inactive,
      place,
      having.some(({ registration }) => registration !== null),
    ),
  ].join('\n');
}

function listOf(left: readonly ManifestEntry[]): string {
  return longTable(['CSR', 'Result', 'Why'], left, (entry) => [
    breakable(entry.csrPath),
    said(wordOf(entry)),
    breakable(entry.reason ?? '', 100),
  ]);
}
