import { type Finding, placeOf, type Severity } from '../csr/csr.ts';
import { shortenPath } from '../lib/escape.ts';
import { groupBy } from '../lib/group-by.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { describeRule } from '../validation/rule-catalogue.ts';
import { breakable, cell, link, longTable, prose, table, unbreakable } from './markdown.ts';

/** What files have in common, and what to do about them. */
export interface Reason {
  /** What became of the files, in a word or two. */
  readonly label: string;
  /** Of the files. */
  readonly count: number;
  /** Id of the rule that they break. */
  readonly rule?: string | undefined;
  readonly why: string;
  /** Empty where it is said for all of them. */
  readonly fix: string;
  /** Paths, or other names, of the first few files. */
  readonly names: readonly string[];
}

/** What became of a CSR that has no certificate, in the words of a person, the most urgent first. */
export const RESULT_WORDS = {
  failed: 'failed',
  'in-doubt': 'unresolved',
  'not-attempted': 'not attempted',
} as const satisfies Partial<Record<Outcome['result'], string>>;

/** Names that a reason lists. */
const NAMES = 3;

/** Why CSRs have no certificate, each reason once: the most urgent first, and then the most frequent. */
export function reasonsOf(outcomes: readonly Outcome[]): readonly Reason[] {
  const without = outcomes.filter((outcome) => 'problem' in outcome);
  const groups = groupBy(without, ({ result, problem }) => [result, problem.message, problem.fix].join('\n'));
  const reasons = [...groups.values()].flatMap((group): readonly Reason[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { message, fix } = first.problem;
    const names = group.slice(0, NAMES).map(({ csr }) => csr.path);
    return [{ label: RESULT_WORDS[first.result], count: group.length, why: message, fix, names }];
  });
  const urgency: readonly string[] = Object.values(RESULT_WORDS);
  return reasons.sort((a, b) => urgency.indexOf(a.label) - urgency.indexOf(b.label) || b.count - a.count);
}

/** What rules of a severity have found, each rule once, the most frequent first. */
export function reasonsOfRules(findings: readonly Finding[], severity: Severity, label: string): readonly Reason[] {
  const groups = groupBy(
    findings.filter((finding) => finding.severity === severity),
    ({ rule }) => rule,
  );
  const reasons = [...groups].flatMap(([rule, group]): readonly Reason[] => {
    const [first] = group;
    if (first === undefined) return [];
    const places = [...new Set(group.map(placeOf))];
    // Messages that differ name what each file has; what must be so is the same for all.
    const isOne = group.every(({ message }) => message === first.message);
    const why = isOne ? first.message : (describeRule(rule)?.title ?? first.message);
    return [{ label, count: places.length, rule, why, fix: first.fix, names: places.slice(0, NAMES) }];
  });
  return reasons.sort((a, b) => b.count - a.count);
}

/** How much of the reasons is shown: two screens have room for so many. */
const REASONS = 6;
const WHY = 180;
const FIX = 220;
const NAME = 80;

/**
 * Reasons as Markdown, each with what to do and the first files; empty without reasons.
 *
 * @param things what is counted
 */
export function reasonTable(
  title: string,
  reasons: readonly Reason[],
  rulesPage: string,
  { most = REASONS, things = 'Files' } = {},
): string {
  if (reasons.length === 0) return '';
  const rows = reasons.slice(0, most).map((reason) => {
    const { label, count: files, rule, why, fix } = reason;
    const of = rule === undefined ? '' : `${ruleCell(rule, rulesPage)}: `;
    return [
      `**${count(files)}**${label === '' ? '' : `&nbsp;${unbreakable(label)}`}`,
      [`${of}${prose(why, WHY)}`, fix === '' ? '' : `**${prose(fix, FIX)}**`, namesOf(reason)]
        .filter(Boolean)
        .join('<br>'),
    ];
  });
  const rest =
    reasons.length > most ? `\n… and ${plural(reasons.length - most, 'more reason')}, in the lists below.\n` : '';
  return `### ${title}\n\n${table([things, 'Why, **what to do**, and where'], rows)}${rest}`;
}

function namesOf({ count: files, names }: Reason): string {
  const shown = names.map((name) => breakable(shortenPath(name, NAME))).join(', ');
  return files > names.length ? `${shown} and ${count(files - names.length)} more` : shown;
}

/** Every finding, as Markdown, with what to do about it; empty without findings. */
export function findingTable(findings: readonly Finding[], rulesPage: string): string {
  return longTable(['File', 'Finding', 'What to do'], findings, (finding) => [
    breakable(placeOf(finding)),
    `${cell(finding.severity)} ${ruleCell(finding.rule, rulesPage)}: ${breakable(finding.message)}`,
    prose(finding.fix),
  ]);
}

/** The name of a rule, which leads to its documentation. A relative name would be one of the job's page. */
export function ruleCell(rule: string, rulesPage: string): string {
  return link(cell(rule), URL.canParse(rulesPage) ? `${rulesPage}#${rule}` : undefined);
}
