import type { Severity } from './csr.ts';
import { loadSubjectPatterns, type SubjectMatcher } from './subject-matcher.ts';

/** Severities that differ from those of the rules, by rule id; those of rules that are fixed have no effect. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What a user asks of CSRs beyond what AWS IoT asks. Plain data, so that it crosses a thread boundary. */
export interface Policy {
  readonly severities?: Severities;
  /** Names as in {@link KeyInfo.name}; undefined: every key AWS IoT takes. */
  readonly allowedKeyTypes?: readonly string[] | undefined;
  /** A regular expression in RE2's syntax for the whole subject; undefined: any subject. */
  readonly subjectPattern?: string | undefined;
  /** Types as in {@link NameAttribute.type}. */
  readonly requiredSubjectAttributes?: readonly string[];
}

/** A policy as rules use it. */
export interface Requirements extends Omit<Policy, 'subjectPattern'> {
  /** Undefined: any subject. */
  readonly matchesSubject: SubjectMatcher | undefined;
}

/** @throws SyntaxError when the pattern is none */
export async function requirementsOf({ subjectPattern, ...policy }: Policy): Promise<Requirements> {
  const matchesSubject = subjectPattern === undefined ? undefined : (await loadSubjectPatterns())(subjectPattern);
  return { ...policy, matchesSubject };
}
