import { shorten } from '../lib/escape.ts';

/**
 * The fields of a template; README.md documents them. One language for every input that makes names: of secrets, of
 * files, of the artifact.
 */
export const TEMPLATE_FIELDS = [
  'name',
  'path',
  'cn',
  'serial-number',
  'ou',
  'certificate-id',
  'csr-sha256',
  'index',
  'run-id',
] as const;

export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** Characters of a wrong field that are repeated. */
const FIELD_SHOWN = 100;

/** A parsed template: literal text and fields in turn. */
export type Template = readonly (string | Placeholder)[];

interface Placeholder {
  readonly field: TemplateField;
  /** Written `{NAME}`: the value's letters a to z become capitals. */
  readonly capitals: boolean;
}

/** What the fields stand for; a field that has no value is absent or empty. */
export type TemplateValues = Readonly<Partial<Record<TemplateField, string | undefined>>>;

/**
 * Parses `text-{field}-{FIELD}`. A field in capitals gives its value in capitals; braces have no other use.
 *
 * @param allowed the fields that have a value where the result is used
 * @throws SyntaxError that says what is allowed
 * @example parseTemplate('IOT_CERT_{NAME}') // with `name: 'gateway-1'` it renders as IOT_CERT_GATEWAY-1
 */
export function parseTemplate(text: string, allowed: readonly TemplateField[] = TEMPLATE_FIELDS): Template {
  return text.split(/(\{[^{}]*\})/).flatMap((part): Template => {
    if (part === '') return [];
    if (!/[{}]/.test(part)) return [part];
    const name = part.slice(1, -1);
    const field = allowed.find((candidate) => candidate === name || candidate.toUpperCase() === name);
    if (field === undefined) {
      throw new SyntaxError(
        `There is no field ${shorten(part, FIELD_SHOWN)}; allowed: ${allowed.map((known) => `{${known}}`).join(', ')}`,
      );
    }
    return [{ field, capitals: name !== field }];
  });
}

/** The fields that a template has. */
export function fieldsOf(template: Template): readonly TemplateField[] {
  return template.flatMap((part) => (typeof part === 'string' ? [] : [part.field]));
}

/**
 * Fills a template in.
 *
 * @param write makes each value fit for the result; literal text stays as it is
 */
export function renderTemplate(
  template: Template,
  values: TemplateValues,
  write: (value: string) => string = (value) => value,
): string {
  return template
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = values[part.field] ?? '';
      return write(part.capitals ? value.replace(/[a-z]/g, (letter) => letter.toUpperCase()) : value);
    })
    .join('');
}
