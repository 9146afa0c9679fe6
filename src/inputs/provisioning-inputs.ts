import { shorten } from '../lib/escape.ts';
import { TEMPLATE_FIELDS, type Template } from '../naming/template.ts';
import type { Mistakes } from './mistakes.ts';
import { absolute, lines, Mistake, type Parse, template } from './parsers.ts';

/** Devices are registered by a provisioning template. Each field is documented in action.yml. */
export interface ProvisioningInputs {
  /** As it was written. */
  readonly name: string;
  /** Absolute path of the template; undefined: it is a template of the account. */
  readonly file: string | undefined;
  readonly parameters: readonly TemplateParameter[];
  /** Patterns of the policies that the template may name; undefined: any. */
  readonly allowedPolicies: readonly string[] | undefined;
}

/** A parameter of a provisioning template: its name, and the template of its value. */
export interface TemplateParameter {
  readonly name: string;
  readonly value: Template;
}

/**
 * The fields that say the same of a device in every run. Otherwise the next run would ask for another thing, or find the
 * one that it made another than it is asked for.
 */
export const STABLE_FIELDS = TEMPLATE_FIELDS.filter((field) => !['certificate-id', 'index', 'run-id'].includes(field));

/** As {@link STABLE_FIELDS}, without what a devices file has. */
const PARAMETER_FIELDS = STABLE_FIELDS.filter((field) => field !== 'device:COLUMN');

type ProvisioningInputName = 'provisioning-template' | 'template-parameters';

/** Reads the two inputs about a provisioning template. @param workspace that its file is relative to */
export function readProvisioningInputs(
  {
    read,
    text,
    mistakes,
  }: {
    readonly read: <T, F>(name: ProvisioningInputName, parse: Parse<T>, fallback: F) => T | F;
    readonly text: (name: ProvisioningInputName) => string;
    readonly mistakes: Pick<Mistakes, 'add'>;
  },
  allowedPolicies: readonly string[] | undefined,
  workspace: string,
): ProvisioningInputs | undefined {
  const source = read('provisioning-template', (value) => sourceIn(value, workspace), undefined);
  const parameters = read('template-parameters', parametersIn, []);
  if (text('provisioning-template') === '' && text('template-parameters') !== '') {
    mistakes.add(
      'template-parameters',
      'It is about a provisioning template, and none is named.',
      'Set `provisioning-template`, or remove it.',
    );
  }
  return source && { ...source, parameters, allowedPolicies };
}

/** Names of templates: https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeProvisioningTemplate.html */
function sourceIn(text: string, workspace: string): Pick<ProvisioningInputs, 'name' | 'file'> {
  if (/^[0-9A-Za-z_-]{1,36}$/.test(text)) return { name: text, file: undefined };
  if (!text.endsWith('.json') || /[\p{Cc}]/u.test(text)) {
    throw new Mistake(
      'Allowed: a file of the repository that ends with .json, or the name of a template in the account, up to 36 letters, digits or _-.',
    );
  }
  return { name: text, file: absolute(text, workspace) };
}

function parametersIn(text: string): readonly TemplateParameter[] {
  const found = lines(text).map((line) => {
    const at = line.indexOf('=');
    const name = line.slice(0, at).trim();
    if (at < 1 || !/^[\w:.-]{1,128}$/.test(name)) {
      throw new Mistake(
        'Allowed: one parameter a line, as Name={template}.',
        `${JSON.stringify(shorten(line, 100))} is not allowed.`,
      );
    }
    return { name, value: template(PARAMETER_FIELDS)(line.slice(at + 1).trim()) };
  });
  const twice = found.find(({ name }, index) => found.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw new Mistake('Allowed: each parameter once.', `${twice.name} stands there twice.`);
  return found;
}
