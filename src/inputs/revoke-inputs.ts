import { createPathMatcher } from '../csr/files/match-paths.ts';
import { KEY_RULE_IDS } from '../csr/rules/key-rules.ts';
import { CERTIFICATE_ID } from '../revocation/id-lists.ts';
import type { IdList, Selection } from '../revocation/selection.ts';
import { absolute, lines, Mistake, meant, notAllowed } from './parsers.ts';

/** What `mode: revoke` is asked for. */
export interface RevokeInputs {
  readonly selection: Selection;
  /** Nothing is changed. */
  readonly isDryRun: boolean;
}

const NAMES = ['run', 'commit', 'path', 'rule', 'certificate-id', 'file', 'issued-after', 'issued-before'] as const;

/** As the parts of records have it: no other text is a time for whoever writes one. */
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * Reads the lines of the input `revoke`, each `selector=value`.
 *
 * @param workspace that the names of lists are relative to
 */
export function selectionIn(text: string, workspace: string): Selection {
  const values: Record<(typeof NAMES)[number], string[]> = {
    run: [],
    commit: [],
    path: [],
    rule: [],
    'certificate-id': [],
    file: [],
    'issued-after': [],
    'issued-before': [],
  };
  for (const line of lines(text)) {
    const [, name = '', value = ''] = /^([^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    const selector = NAMES.find((known) => known === name);
    if (selector === undefined) {
      throw new Mistake(
        `${meant(name || line, NAMES)}Write one selector a line: ${NAMES.map((known) => `${known}=`).join(', ')}.`,
        notAllowed(line),
      );
    }
    const { isAllowed, allowed } = SELECTORS[selector];
    if (!isAllowed(value)) throw new Mistake(`Allowed after ${selector}=: ${allowed}.`, notAllowed(line));
    values[selector].push(value);
  }
  const selection: Selection = {
    runs: values.run,
    commits: values.commit.map((commit) => commit.toLowerCase()),
    paths: values.path,
    rules: values.rule,
    certificateIds: values['certificate-id'],
    idLists: values.file.map((name): IdList => ({ name, path: absolute(name, workspace) })),
    issuedAfter: onlyTime('issued-after', values['issued-after']),
    issuedBefore: onlyTime('issued-before', values['issued-before']),
  };
  return checked(selection);
}

function checked(selection: Selection): Selection {
  const { issuedAfter, issuedBefore } = selection;
  if (issuedAfter !== undefined && issuedBefore !== undefined && issuedAfter >= issuedBefore) {
    throw new Mistake(
      'Write an earlier time after issued-after=, or a later one after issued-before=.',
      'No certificate is issued in this time.',
    );
  }
  return selection;
}

function onlyTime(name: string, values: readonly string[]): number | undefined {
  const [value, another] = values;
  if (another !== undefined) throw new Mistake('Write it once.', `${name}= is there twice.`);
  return value === undefined ? undefined : Date.parse(value);
}

interface Selector {
  isAllowed(value: string): boolean;
  /** A clause. */
  readonly allowed: string;
}

const TIMES: Selector = {
  isAllowed: (value) => TIME.test(value) && !Number.isNaN(Date.parse(value)),
  allowed: 'a time in ISO 8601, such as 2026-11-24 (UTC) or 2026-11-24T08:00:00Z',
};

const SELECTORS: Readonly<Record<(typeof NAMES)[number], Selector>> = {
  run: {
    isAllowed: (value) => /^\d{1,20}$/.test(value),
    allowed: 'the id of a workflow run, the number in its address',
  },
  commit: {
    isAllowed: (value) => /^[0-9a-f]{7,64}$/i.test(value),
    allowed: 'a commit, or its first characters, 7 or more',
  },
  path: {
    isAllowed: isGlob,
    allowed: 'a glob that the path of the CSR in the repository matches, such as csrs/line-1/**; none excludes',
  },
  rule: {
    isAllowed: (value) => KEY_RULE_IDS.includes(value),
    allowed: `a rule on keys (${KEY_RULE_IDS.join(', ')})`,
  },
  'certificate-id': {
    isAllowed: (value) => CERTIFICATE_ID.test(value),
    allowed: 'the id of a certificate, 64 hexadecimal digits',
  },
  file: {
    isAllowed: (value) => value !== '' && !value.includes('\0'),
    allowed: 'the name of a file that lists ids of certificates, one a line',
  },
  'issued-after': TIMES,
  'issued-before': TIMES,
};

/** A glob that begins with `!` would be read as one that excludes. */
function isGlob(value: string): boolean {
  if (value === '' || value.startsWith('!') || /[\p{Cc}]/u.test(value)) return false;
  try {
    createPathMatcher([value]);
    return true;
  } catch {
    return false;
  }
}
