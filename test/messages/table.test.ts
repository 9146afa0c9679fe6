import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, says, type TableText, table } from './table.ts';

const entries = Object.entries(table.messages);
const rows = entries.flatMap(([code, { texts = [] }]) => texts.map((text) => ({ code, ...text })));
const ofRules = Object.values(table.rules).flat();

/** The run itself is their place, or one CSR, whose path stands before them in every report. */
const WITHOUT_PLACE =
  /^src\/(issuance|retirement|revocation|registration|csr|naming|records\/table|github\/current-attempt|stories\/(end-run|deliver-certificates)|report|validation)/;

/** Texts that whoever throws them gives a place; a bug has none. */
const PLACED_BY_CALLER =
  /^src\/(runner\/failure-summary|aws\/(advice|role-advice|sts)|github\/refusals|delivery\/artifact(-answers)?)\.ts$/;

/** Codes whose tests look at something else: what is written, what is counted. */
const UNTESTED: readonly string[] = ['shard-missing'];

/** Three words in a row, of what is not filled in. */
function phrasesOf(text: string): string[] {
  return text.split(/\{[^}]*\}|[[\]|]/).flatMap((part) => {
    const words = part.split(/\s+/).filter(Boolean);
    return words.slice(2).map((word, index) => [words[index], words[index + 1], word].join(' '));
  });
}

/** What is said of the whole of a text, without what the run fills in. */
const plain = (text: string): string => text.replace(/\{[^}]*\}|`[^`]*`/g, '');

describe('the table of messages', () => {
  it('has every message of src/, in the words of src/, and docs/messages.md has them too', () => {
    execFileSync(process.execPath, [join(root, '.ci/docs.mjs'), '--check'], { cwd: root, stdio: 'pipe' });
  });

  it('explains each code', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { means }]) => means.length < 20).map(([code]) => code)).toEqual([]);
    for (const [code] of entries) expect(code).toMatch(/^[a-z][a-z\d-]*$/);
  });

  it('has an anchor in docs/messages.md for each code and each other name of it', () => {
    const page = readFileSync(join(root, 'docs/messages.md'), 'utf8');
    for (const [code, { also = [] }] of entries) {
      expect(page).toContain(`\n## ${code}\n`);
      for (const name of also) expect(page).toContain(`<a id="${name}"></a>`);
    }
  });

  it('has codes that tests provoke, each by its code or by its words', () => {
    const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
    const tests = files
      .filter((path) => path.endsWith('.ts') && !path.startsWith('messages/table'))
      .map((path) => readFileSync(join(root, 'test', path), 'utf8'))
      .join('\n')
      .replaceAll(/\\(.)/g, '$1');
    const isQuoted = ({ says: text, do: fix = '' }: TableText): boolean =>
      phrasesOf(text)
        .concat(phrasesOf(fix))
        .some((phrase) => tests.includes(phrase));
    const untested = entries.filter(([code, { texts = [] }]) => !tests.includes(code) && !texts.some(isQuoted));
    expect(untested.map(([code]) => code)).toEqual(UNTESTED);
  });
});

describe('each message', () => {
  const all = [...rows, ...ofRules];

  it('is one or more sentences', () => {
    expect(
      all.filter(
        ({ says: text, from }) => !/[.…\]}]$|--new-status ACTIVE$/.test(text) && from !== 'src/github/refusals.ts',
      ),
    ).toEqual([]);
    expect(all.filter((text) => text.do !== undefined && !/[.…\]})]$|\{id\}$/.test(text.do))).toEqual([]);
  });

  it('of an error names its place', () => {
    const placeless = rows.filter(
      (row) =>
        row.do !== undefined &&
        row.at === undefined &&
        !WITHOUT_PLACE.test(row.from) &&
        !PLACED_BY_CALLER.test(row.from),
    );
    expect(placeless.map(({ code, says: text }) => `${code}: ${text}`)).toEqual([]);
  });

  it('holds no message of another library or of Node that is not explained', () => {
    const strange = /\b(TypeError|SyntaxError|undefined|null|\[object|Unexpected token|getaddrinfo|ECONN\w+)\b/;
    expect(all.filter((text) => strange.test(plain(text.says) + plain(text.do ?? '')))).toEqual([]);
  });

  it('is in words that half of the readers know', () => {
    const odd =
      /\b(tells?|told|so many|stand-in|somebody else's|in doubt|whence|hence|thereof|albeit|lest|ought|shall|mend)\b/i;
    expect(all.filter((text) => odd.test(plain(text.says) + plain(text.do ?? '')))).toEqual([]);
  });

  it('is short enough to be read', () => {
    const long = (text: TableText): boolean => text.says.length > 500 || (text.do?.length ?? 0) > 600;
    expect(all.filter(long)).toEqual([]);
  });

  it('is distinguished from the others by its words', () => {
    expect(says('The disk is full.', 'The disk is [full | broken].')).toBe(true);
    expect(says('The disk is new.', 'The disk is [full | broken].')).toBe(false);
    expect(says('3 files of a', '{n} file[s] of {name}')).toBe(true);
  });
});
