import { invalid } from './errors.ts';
import type { IotCall } from './iot.ts';

export type Body = Readonly<Record<string, unknown>>;

/** The body's JSON object; an absent body is an empty one. @throws AwsError 400 */
export function bodyOf({ body }: IotCall): Body {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('The body must be an object');
  return body as Body;
}

export function text(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`${name} must be a string`);
  return value;
}

export function flag(body: Body, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== 'boolean') throw invalid(`${name} must be a boolean`);
  return value;
}

export function numberOf(body: Body, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw invalid(`${name} must be a number`);
  return value;
}

export function texts(body: Body, name: string): readonly string[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) throw invalid(`${name} must be strings`);
  return value as readonly string[];
}

/** The `attributePayload`; undefined when there is none. */
export function attributesOf(
  body: Body,
): { readonly attributes: Readonly<Record<string, string>>; readonly merge: boolean } | undefined {
  const payload = body.attributePayload;
  if (payload === undefined || payload === null) return undefined;
  if (typeof payload !== 'object') throw invalid('attributePayload must be an object');
  const { attributes = {} } = payload as { attributes?: unknown };
  if (typeof attributes !== 'object' || attributes === null) throw invalid('attributes must be an object');
  return { attributes: { ...attributes } as Record<string, string>, merge: flag(payload as Body, 'merge') };
}

/**
 * One page of a listing: 25 unless asked for 1 to 250.
 *
 * @param names those of the parameters and of the marker of the next page, which differ between operations
 */
export function page<T>(
  field: string,
  all: readonly T[],
  query: URLSearchParams,
  names = { size: 'maxResults', token: 'nextToken', next: 'nextToken' },
): Record<string, unknown> {
  const size = Number(query.get(names.size) ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 250) throw invalid(`${names.size} must be 1 to 250`);
  const token = query.get(names.token);
  const from = token === null ? 0 : Number(Buffer.from(token, 'base64').toString('latin1'));
  if (!Number.isInteger(from) || from < 0) throw invalid(`The ${names.token} is not one of this listing`);
  const more = from + size < all.length;
  return {
    [field]: all.slice(from, from + size),
    ...(more ? { [names.next]: Buffer.from(String(from + size)).toString('base64') } : {}),
  };
}
