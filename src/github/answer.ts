import type { HttpAnswer } from '../runner/request.ts';

/** What a service of GitHub answered. */
export interface Answer {
  readonly status: number;
  /** Those of its JSON object; undefined when it is not one, such as the page of a proxy. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  /** For saying what was wrong: the status, and what GitHub says about it. Not escaped. */
  readonly reason: string;
}

/** Reads an answer that should be a JSON object. */
export function readAnswer({ status, body }: HttpAnswer): Answer {
  const fields = objectIn(body);
  if (fields === undefined) return { status, fields, reason: `HTTP ${status}, not from GitHub` };
  const message = fields.message ?? fields.msg;
  return { status, fields, reason: message === undefined ? `HTTP ${status}` : `${status} ${String(message)}` };
}

function objectIn(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
