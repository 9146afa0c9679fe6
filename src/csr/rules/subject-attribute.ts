import { shorten } from '../../lib/escape.ts';
import type { NameAttribute } from '../parse/name.ts';

/** Characters of the longest object identifier that is shown whole. */
const MAX_OID_TEXT = 40;

/** How a message names an attribute of a subject: `CN`, or its object identifier when it has no name. */
export function attributeName({ type }: Pick<NameAttribute, 'type'>): string {
  return shorten(type, MAX_OID_TEXT);
}
