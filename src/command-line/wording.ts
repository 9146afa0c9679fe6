import INPUT_TABLE from '../inputs/input-table.json' with { type: 'json' };

/** Longest first, so that no name is found in another. Names without a hyphen are words of prose, too. */
const HYPHENATED = Object.keys(INPUT_TABLE)
  .filter((name) => name.includes('-'))
  .sort((a, b) => b.length - a.length)
  .join('|');
const ALL = Object.keys(INPUT_TABLE).join('|');

const REWRITES: readonly (readonly [RegExp, string])[] = [
  // `name: value`, as in a `with:` block.
  [new RegExp(`\`(${ALL}): ([^\`]+)\``, 'g'), '`--$1 $2`'],
  [new RegExp(`\`(${ALL})\``, 'g'), '`--$1`'],
  // The pattern that is meant is in the message.
  [/^csr-path: /, ''],
  // A mistake begins with the input that it is in.
  [new RegExp(`^(${ALL}): `, 'g'), '--$1: '],
  [new RegExp(`(?<![\\w./-])(${HYPHENATED}): (?=[a-z])`, 'g'), '--$1 '],
  // Not in the code of a message and its link: `[output-directory] docs/messages.md#output-directory`.
  [new RegExp(`(?<![\\w./#[-])(${HYPHENATED})(?![\\w./-]*[\\w/-])`, 'g'), '--$1'],
  [/the annotations and the job summary name\b/g, 'the lines above name'],
  [/the log and the job summary list (it|them)/g, 'the report (--report FILE) lists $1'],
  [/\b(T|t)he job summary\b/g, '$1he report (--report FILE)'],
  [/Press "Re-run failed jobs"/g, 'Run the command again'],
  [/\b(R|r)un the job again\b/g, '$1un the command again'],
  [/\b([Tt])he workspace (is empty|holds)\b/g, '$1he current directory $2'],
  [/leads out of the workspace/g, 'leads out of the current directory'],
  [/Run actions\/checkout before this step\./g, 'Run the command where the CSRs are.'],
  [
    /\b([Tt])hey are relative to the root of the checked-out repository/g,
    '$1hey are relative to the current directory',
  ],
  [/\bThe job was cancelled\b/g, 'The command was interrupted'],
];

/**
 * A message of the step as the command line says it: inputs are flags, and there is no job summary. What a message quotes
 * from files may change with it; files themselves are named by paths, which do not.
 */
export function onCommandLine(message: string): string {
  return REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message);
}
