import { columnName } from '../csr/device-list.ts';
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
  'device:COLUMN',
] as const;

/** `device:` and the name of a column, in lower case, is that cell of the devices file. */
export type TemplateField = Exclude<(typeof TEMPLATE_FIELDS)[number], 'device:COLUMN'> | DeviceField;

type DeviceField = `device:${string}`;

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
    const field =
      deviceField(name, allowed) ?? allowed.find((candidate) => candidate === name || candidate.toUpperCase() === name);
    if (field === undefined) {
      throw new SyntaxError(
        `There is no field ${shorten(part, FIELD_SHOWN)}; allowed: ${allowed.map((known) => `{${known}}`).join(', ')}`,
      );
    }
    return [{ field, capitals: name === name.toUpperCase() }];
  });
}

/** Names of columns are compared without regard to case: `{DEVICE:SITE}` is in capitals, `{device:SITE}` is not. */
function deviceField(name: string, allowed: readonly TemplateField[]): DeviceField | undefined {
  const isField = name.startsWith('device:') || (name.startsWith('DEVICE:') && name === name.toUpperCase());
  const column = columnName(name.slice('device:'.length));
  return isField && column !== '' && allowed.some(isDeviceField) ? `device:${column}` : undefined;
}

function isDeviceField(field: TemplateField): field is DeviceField {
  return field.startsWith('device:');
}

/** The columns of the devices file that a template uses, in lower case. */
export function columnsIn(template: Template): readonly string[] {
  return fieldsOf(template).flatMap((field) => (isDeviceField(field) ? [field.slice('device:'.length)] : []));
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
