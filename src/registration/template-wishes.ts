import type { Csr } from '../csr/csr.ts';
import { THING_NAME } from '../csr/rules/thing-name.ts';
import { shorten } from '../lib/escape.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { matchesWildcards } from '../lib/wildcards.ts';
import { plural } from '../lib/words.ts';
import { valuesOf } from '../naming/names.ts';
import { fieldsOf, renderTemplate, type Template } from '../naming/template.ts';
import type { TemplateBody } from './template-body.ts';
import type { DeviceWish } from './wish.ts';

/** What a provisioning template is given; each field is one of the inputs about it. */
export interface TemplateOptions {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: Template }[];
  readonly allowedPolicies: readonly string[] | undefined;
}

/** Characters of a parameter's value: https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterThing.html */
const MAX_VALUE = 4_096;

/** CSRs that an error names. */
const NAMED = 3;

/**
 * What is asked of the registry for each device, by a provisioning template.
 *
 * @param csrs of this job, in the order of the batch
 * @param runId decimal id of the workflow run, undefined outside GitHub
 * @returns by the paths of the CSRs
 * @throws UserError `template-parameters` with all that does not fit together, `provisioning-template` when it names a
 * policy that is not allowed, or makes one thing of two devices
 */
export function templateWishes(
  csrs: readonly Csr[],
  template: TemplateBody,
  options: TemplateOptions,
  runId: string | undefined,
): ReadonlyMap<string, DeviceWish> {
  const early = joinErrors([...parameterErrors(template, options), ...policyErrors(template, options)]);
  if (early !== undefined) throw early;
  const wishes = new Map<string, DeviceWish>();
  const empty = new Map<string, string[]>();
  const tooLong: string[] = [];
  const byThing = new Map<string, string[]>();
  for (const csr of csrs) {
    const values = valuesOf(csr, 0, undefined, { template: [], runId, columnsOf: undefined });
    const parameters = new Map<string, string>();
    for (const { name, value } of options.parameters) {
      for (const field of fieldsOf(value)) {
        if ((values[field] ?? '') === '') push(empty, field, csr.path);
      }
      const text = renderTemplate(value, values);
      if (text.length > MAX_VALUE) tooLong.push(csr.path);
      parameters.set(name, text);
    }
    const thing = thingOf(template, parameters);
    if (thing !== undefined) push(byThing, thing, csr.path);
    wishes.set(csr.path, { thing: undefined, policies: [], provisioning: { thing, template, parameters } });
  }
  const late = joinErrors([...valueErrors(empty, tooLong), ...thingErrors(byThing, options)]);
  if (late !== undefined) throw late;
  return wishes;
}

function push(lists: Map<string, string[]>, key: string, path: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [path]);
  else list.push(path);
}

function thingOf({ thingName, parameters: known }: TemplateBody, given: ReadonlyMap<string, string>) {
  if (thingName === undefined) return undefined;
  if ('text' in thingName) return thingName.text;
  return given.get(thingName.parameter) ?? known.get(thingName.parameter) ?? '';
}

function parameterErrors({ parameters, unused }: TemplateBody, options: TemplateOptions): readonly UserError[] {
  const given = new Set(options.parameters.map(({ name }) => name));
  const missing = [...parameters].flatMap(([name, standard]) =>
    standard === undefined && !given.has(name) ? name : [],
  );
  const strange = [...given].filter((name) => !parameters.has(name) && !unused.has(name));
  const idle = [...given].filter((name) => unused.has(name));
  const error = (message: string, fix: string): UserError =>
    new UserError('template-parameters', message, { where: 'template-parameters', fix });
  return [
    ...(missing.length === 0
      ? []
      : [
          error(
            `The provisioning template has parameters without a value: ${listed(missing)}.`,
            'Give each a line, as Name={template}.',
          ),
        ]),
    ...(strange.length === 0
      ? []
      : [
          error(
            `The provisioning template does not declare ${listed(strange)}.`,
            'Remove the line, or correct the name.',
          ),
        ]),
    ...(idle.length === 0
      ? []
      : [
          error(
            `The provisioning template uses ${listed(idle)} for nothing but the certificate, which comes from the CSR.`,
            'Remove the line.',
          ),
        ]),
  ];
}

function policyErrors({ named, namesAllPolicies }: TemplateBody, { name, allowedPolicies }: TemplateOptions) {
  if (allowedPolicies === undefined) return [];
  const error = (message: string, fix: string): UserError =>
    new UserError('provisioning-template', message, { where: name, fix });
  const refused = named.policies.filter((policy) => !allowedPolicies.some((one) => matchesWildcards(policy, one)));
  return [
    ...(refused.length === 0
      ? []
      : [
          error(
            `The provisioning template names policies that are none of allowed-policies: ${listed(refused)}.`,
            `Allowed: ${listed(allowedPolicies)}.`,
          ),
        ]),
    ...(namesAllPolicies
      ? []
      : [
          error(
            'The provisioning template has a policy without a name of its own, and allowed-policies is set.',
            'Write the PolicyName of each policy as a text.',
          ),
        ]),
  ];
}

function valueErrors(empty: ReadonlyMap<string, readonly string[]>, tooLong: readonly string[]): readonly UserError[] {
  const errors = [...empty].map(
    ([field, paths]) =>
      new UserError(
        'template-parameters',
        `${plural(paths.length, 'CSR')} ${paths.length === 1 ? 'has' : 'have'} no {${field}}.`,
        {
          where: placesOf(paths),
          fix: 'Choose other fields in template-parameters.',
        },
      ),
  );
  if (tooLong.length === 0) return errors;
  const message = `The values of ${plural(tooLong.length, 'CSR')} are too long: a parameter of a provisioning template has ${MAX_VALUE} characters at most.`;
  const fix = 'Choose other fields in template-parameters.';
  return [...errors, new UserError('template-parameters', message, { where: placesOf(tooLong), fix })];
}

function thingErrors(byThing: ReadonlyMap<string, readonly string[]>, { name }: TemplateOptions): readonly UserError[] {
  const illegal = [...byThing].filter(([thing]) => !THING_NAME.test(thing));
  const shared = [...byThing].filter(([, paths]) => paths.length > 1);
  const error = ([thing, paths]: readonly [string, readonly string[]], what: string): UserError =>
    new UserError(
      'provisioning-template',
      `The provisioning template calls a thing "${shorten(thing, 128)}": ${what}`,
      {
        where: placesOf(paths),
        fix: `Have ThingName in ${name} refer to a parameter, and choose its fields in template-parameters.`,
      },
    );
  return [
    ...illegal
      .slice(0, NAMED)
      .map((one) => error(one, 'a name has 1 to 128 letters, digits, colons, underscores and hyphens.')),
    ...shared.slice(0, NAMED).map((one) => error(one, 'two devices would be one thing.')),
  ];
}

function listed(names: readonly string[]): string {
  return names
    .slice(0, 10)
    .map((name) => shorten(name, 128))
    .join(', ');
}

function placesOf(paths: readonly string[]): string {
  return `${paths.slice(0, NAMED).join(', ')}${paths.length > NAMED ? ' …' : ''}`;
}
