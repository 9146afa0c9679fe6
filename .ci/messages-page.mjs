// The table of every message, and the page that explains them.
import { stringify } from 'yaml';

const HEAD = `# Every message of the product: what it says, where (at), what to do, and the file that it is from.
# "npm run docs" copies the texts from src/ to here, and makes messages.md of this file. By hand: what each code \`means\`,
# and what it is \`also\` called; a code without texts is written by hand as a whole.
# {name} stands for what the run fills in, [a | b] for one of these, [a] for what may be left out.
`;

/**
 * @param found as {@link findMessages} returns them
 * @param catalogue all rules
 * @param written what the table has so far: what each code means is written there by hand
 * @returns `messages` by their codes, `rules` by their ids, both sorted
 */
export function messageTable(found, catalogue, written) {
  const ids = new Set(catalogue.map(({ id }) => id));
  const messages = {};
  const rules = {};
  // Of what passes on the words of another message there is a row only where the code has no other.
  for (const { codes, isPassedOn, ...text } of [...found].sort((a, b) => a.isPassedOn - b.isPassedOn)) {
    for (const code of codes.flatMap((one) => namesOf(one, ids))) {
      if (isPassedOn && (messages[code] !== undefined || rules[code] !== undefined || !/^[a-z-]+$/.test(code)))
        continue;
      // A message and a rule may have one name.
      if (ids.has(code) && OF_RULES.test(text.from)) add(rules, code, text);
      else add(messages, code, text);
    }
  }
  const known = written?.messages ?? {};
  for (const [code, { texts }] of Object.entries(known)) if (texts === undefined) messages[code] ??= undefined;
  const table = sorted(messages).map(([code, texts]) => {
    const { means = '', also } = known[code] ?? {};
    return [code, { means, ...(also && { also }), ...(texts && { texts }) }];
  });
  return { messages: Object.fromEntries(table), rules: Object.fromEntries(sorted(rules)) };
}

/** Where rules say what they find. */
const OF_RULES = /^src\/((csr\/(rules|judge)|naming)\/|registration\/(judge-policy|check-registry|device-plan)\.ts$)/;

/** Rules on names have ids for each kind of name. */
function namesOf(code, ids) {
  // A problem of one CSR has AWS's own name as its code.
  if (code === '{code}') return ['named-by-aws'];
  const [, ending] = /^\{rule\}(-\w+)$/.exec(code) ?? [];
  return ending === undefined ? [code] : [...ids].filter((id) => id.endsWith(ending));
}

function add(table, code, text) {
  table[code] ??= [];
  const isThere = table[code].some(({ says, at, do: fix }) => says === text.says && at === text.at && fix === text.do);
  if (!isThere) table[code].push(text);
}

function sorted(table) {
  return Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
}

export function tableText(table) {
  return `${HEAD}\n${stringify(table, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

export function messagesPage({ messages }) {
  const codes = Object.entries(messages);
  return `# The messages

<!-- Made by "npm run docs" from messages.yaml: change it there. -->

Every message of this action has a code. The log line and the annotation of a message name it, and link to here. Codes do not change. A message about the content of a CSR has the id of a rule instead: [rules.md](rules.md) has these.

In the texts below, \`{name}\` stands for what the run fills in, \`[a | b]\` for one of these, and \`[a]\` for what may be left out. A text begins with its place: an input, a file, a variable, a service.

${codes.map(section).join('\n')}`;
}

function section([code, { means, also = [], texts = [] }]) {
  const anchors = also.map((name) => `<a id="${name}"></a>`).join('');
  const names = also.length === 0 ? '' : `\n\nAlso ${also.map((name) => `\`${name}\``).join(', ')}.`;
  return `## ${code}

${anchors}${means}${names}

${texts.map((text) => `- ${says(text)}\n`).join('')}`;
}

/** A text with its place before it and its way out behind it, as Markdown that shows every character. */
export function says({ says: text, at, do: fix }) {
  const place = at === undefined ? '' : `${at}: `;
  return `${quoted(place + text)}${fix === undefined ? '' : `<br>${shown(fix)}`}`;
}

/** Code, as it is written, whatever is in it. */
function quoted(text) {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.startsWith('`') ? ' ' : ''}${text}${text.endsWith('`') ? ' ' : ''}${fence}`;
}

/** Text, in which only what stands between backticks is code. */
function shown(text) {
  return (
    text
      .split(/(`[^`]*`)/)
      .map((part) => (part.startsWith('`') ? part : part.replace(/[\\*_[\]<>|#~]/g, '\\$&')))
      .join('')
      // GitHub takes the backslash behind an address for a part of it.
      .replace(/(https:\/\/[^\s\\<>]+)(?=\\[\]|])/g, '<$1>')
  );
}
