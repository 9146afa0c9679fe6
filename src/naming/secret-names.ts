import type { Csr } from '../csr/csr.ts';
import type { ColumnsOf } from './device-columns.ts';
import { type Names, nameCsrs } from './names.ts';
import type { Template } from './template.ts';

/**
 * GitHub documents no length. A name that it refused would leave a certificate that cannot be handed over, so what is
 * longer than any name in use is refused beforehand.
 */
const MAX_LENGTH = 255;

/**
 * Why GitHub takes no secret of this name; undefined when it does.
 * https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
 */
export function secretNameProblem(name: string): string | undefined {
  if (!/^[A-Z_][A-Z0-9_]*$/i.test(name))
    return 'The name of a secret has only letters, digits and _, and does not begin with a digit.';
  if (/^GITHUB_/i.test(name)) return 'The names of secrets that begin with GITHUB_ are reserved by GitHub.';
  return name.length > MAX_LENGTH ? `It is longer than ${MAX_LENGTH} characters.` : undefined;
}

/** The names of the secrets that hold one certificate each, in capitals as GitHub shows them. */
export function secretNames(
  csrs: readonly Csr[],
  template: Template,
  runId: string | undefined,
  columnsOf?: ColumnsOf,
): Names {
  return nameCsrs(csrs, {
    // Literal text is letters, digits and _ only; GitHub does not distinguish capitals from small letters.
    template: template.map((part) => (typeof part === 'string' ? part.toUpperCase() : part)),
    runId,
    columnsOf,
    noun: 'secret',
    rule: 'secret-name',
    input: 'secret-name',
    write: encode,
    fold: (name) => name,
    refuse: secretNameProblem,
  });
}

/**
 * A value in the characters of a secret's name: capitals, and `_X<hex>_` for the code point of what is no letter, digit
 * or `_`: `gateway-01` becomes `GATEWAY_X2D_01`.
 *
 * Names are the only thing that a secret is known by, and one that is written replaces what had its name, perhaps the
 * certificate of another device. So values that differ in more than case never get one name: a `_` that would be taken
 * for the beginning of such an escape is escaped itself.
 */
function encode(value: string): string {
  return value
    .replace(/_(?=[xX][0-9a-fA-F]+(?:_|[^A-Za-z0-9_]))|[^A-Za-z0-9_]/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return `_X${code}_`;
    })
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
