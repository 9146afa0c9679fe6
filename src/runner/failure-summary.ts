import { forMarkdown, shorten } from '../lib/escape.ts';
import { answerText } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { placed } from './log.ts';

/** Longest text of a heading, of what it says of an error, and of an error, characters: a path alone may have 4,096. */
const HEADING = 160;
const TITLE = 130;
const TEXT = 600;

/** Errors that are listed, and characters of each; a run with more wrong inputs than this has them in the log. */
const ERRORS = 10;
const SHORT = 240;

/** What came of a run, in one line of Markdown. @param text escaped here */
export function headline(sign: '✅' | '⚠️' | '❌', text: string): string {
  return `## ${sign} ${forMarkdown(shorten(text, HEADING))}\n`;
}

/** A sentence of this product, escaped and not too long: what stands between backticks in it is code. */
export function said(text: string, limit = TEXT): string {
  return forMarkdown(shorten(text, limit)).replace(/&#96;(.*?)&#96;/g, '<code>$1</code>');
}

/** What ended a run, for its heading: of a long text the first sentence. */
export function failureTitle(error: UserError): string {
  return error.others.length === 0 ? titleOf(error)[0] : `${plural(error.others.length + 1, 'mistake')} to correct`;
}

/** @returns the beginning, and what is left to say; all of it where the beginning is no sentence */
function titleOf(error: UserError): readonly [string, string] {
  const text = placed(error);
  if (text.length <= TITLE) return [text, ''];
  const end = text.indexOf('. ');
  return end > 0 && end < TITLE ? [text.slice(0, end + 1), text.slice(end + 2)] : [text, text];
}

/**
 * What ended a run and what to do about it, and all that was found with it, as lines of Markdown.
 *
 * @param isInHeading {@link failureTitle} is said already, unless it was too long
 */
export function failureLines(error: UserError, isInHeading: boolean): readonly string[] {
  const all = [error, ...error.others];
  if (all.length === 1) {
    const left = isInHeading ? titleOf(error)[1] : placed(error);
    return [...(left === '' ? [] : [`**${said(left)}**`]), `**Next:** ${said(error.fix)}`];
  }
  const isOneFix = all.every(({ fix }) => fix === error.fix);
  const list = all
    .slice(0, ERRORS)
    .map((one) => `- **${said(placed(one), SHORT)}**${isOneFix ? '' : ` ${said(one.fix, SHORT)}`}`);
  const more = all.length - ERRORS;
  if (more > 0) list.push(`- … and ${plural(more, 'more mistake')}, which the log has`);
  return [
    `**Next:** ${isOneFix ? said(error.fix) : 'Correct what is listed here, and run the job again.'}`,
    list.join('\n'),
  ];
}

/** The job summary of a step that ended before it had anything else to report. */
export function failureSummary(error: UserError): string {
  return `${headline('❌', failureTitle(error))}\n${failureLines(error, true).join('\n\n')}\n`;
}

/** A bug of this action as what a person can report. */
export function bugOf(error: unknown): UserError {
  const reason = answerText(error instanceof Error ? error.message : String(error));
  return new UserError('bug', `This is a bug in the action, please report it: ${reason}`, {
    fix: 'Its stack is in the log of this step.',
  });
}
