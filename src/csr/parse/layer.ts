/** How one thing is written inside of another. */
export type Form =
  | 'base64'
  | 'hex'
  | 'numbers'
  | 'uuencode'
  | 'escapes'
  | 'percent'
  | 'markup'
  | 'quoted-printable'
  | 'controls'
  | 'wide'
  | 'gzip'
  | 'zip'
  | 'tar';

/** What is inside. */
export interface Layer {
  readonly form: Form;
  readonly bytes: Uint8Array;
  /** Of lines: whether something stands before or behind what was taken of them. */
  readonly isCut?: boolean;
}

/** Bytes of the longest content of an archive, or of one of its files, that is looked at. */
export const MAX_INSIDE = 1_048_576;
