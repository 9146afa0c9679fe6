import type { PrincipalType } from '../aws/iot-registry.ts';
import { shorten } from '../lib/escape.ts';
import { matchesWildcards } from '../lib/wildcards.ts';
import type { Template } from '../naming/template.ts';
import { ATTRIBUTE_VALUE } from '../naming/thing-names.ts';
import type { OnExistingThing } from '../registration/wish.ts';
import type { Mistakes } from './mistakes.ts';
import { lines, Mistake, matching, notAllowed, oneOf, type Parse, template } from './parsers.ts';
import { type ProvisioningInputs, readProvisioningInputs, STABLE_FIELDS } from './provisioning-inputs.ts';

/** What devices become in the registry of AWS IoT. Each field is documented in action.yml. */
export interface RegistrationInputs {
  /** Undefined: no things are made, policies are attached to certificates only. */
  readonly thingName: Template | undefined;
  readonly thingType: string | undefined;
  readonly thingGroups: readonly string[];
  readonly billingGroup: string | undefined;
  readonly thingAttributes: readonly ThingAttribute[];
  readonly principalType: PrincipalType;
  readonly onExistingThing: OnExistingThing;
  readonly policies: readonly string[];
  /** Undefined: no provisioning template registers devices. With one, all that is above asks for nothing. */
  readonly provisioning: ProvisioningInputs | undefined;
}

/** An attribute of every thing: its name, and the template of its value. */
export interface ThingAttribute {
  readonly name: string;
  readonly value: Template;
}

type RegistrationInputName =
  | 'policies'
  | 'allowed-policies'
  | 'thing-name'
  | 'thing-type'
  | 'thing-groups'
  | 'billing-group'
  | 'thing-attributes'
  | 'thing-principal'
  | 'on-existing-thing'
  | 'provisioning-template'
  | 'template-parameters';

interface Reader {
  readonly read: <T, F>(name: RegistrationInputName, parse: Parse<T>, fallback: F) => T | F;
  readonly text: (name: RegistrationInputName) => string;
  readonly mistakes: Pick<Mistakes, 'add'>;
}

// Names as AWS IoT's API has them: https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html and, for
// policies, API_CreatePolicy.html there.
const NAME = /^[a-zA-Z0-9:_-]{1,128}$/;
const POLICY = /^[\w+=,.@-]{1,128}$/;
const POLICY_PATTERN = /^[\w+=,.@*?-]{1,128}$/;

/** Policies of a certificate; groups of a thing (AWS IoT quotas, https://docs.aws.amazon.com/general/latest/gr/iot-core.html). */
const MAX_POLICIES = 10;
const MAX_GROUPS = 10;

/** Attributes of a thing without a type, and of one with. */
const MAX_ATTRIBUTES = { withoutType: 3, withType: 50 } as const;

/**
 * Reads the inputs about the registry, which go together: one that has no effect is a mistake, too.
 *
 * @param workspace that the file of a provisioning template is relative to
 */
export function readRegistrationInputs(
  { read, text, mistakes }: Reader,
  workspace: string,
): RegistrationInputs | undefined {
  const patterns = read(
    'allowed-policies',
    names(POLICY_PATTERN, 'names of policies, in which * and ? stand for other characters', 50),
    undefined,
  );
  const policies = read('policies', names(POLICY, 'names of policies', MAX_POLICIES), []);
  const thingName = read('thing-name', thingNameTemplate, undefined);
  const thingType = read('thing-type', matching(NAME, `the name of a thing type, ${NAME_RULE}`), undefined);
  const thingGroups = read('thing-groups', names(NAME, `names of thing groups, each ${NAME_RULE}`, MAX_GROUPS), []);
  const billingGroup = read('billing-group', matching(NAME, `the name of a billing group, ${NAME_RULE}`), undefined);
  const thingAttributes = read('thing-attributes', attributes, []);
  const principalType = read('thing-principal', principal, 'EXCLUSIVE_THING');
  const onExistingThing = read('on-existing-thing', oneOf('attach', 'fail'), 'attach');

  for (const policy of policies) {
    if (patterns === undefined || patterns.some((pattern) => matchesWildcards(policy, pattern))) continue;
    mistakes.add('policies', `${policy} is none of \`allowed-policies\`.`, `Allowed: ${patterns.join(' or ')}.`);
  }
  const provisioning = readProvisioningInputs({ read, text, mistakes }, patterns, workspace);
  if (text('provisioning-template') !== '') refuseBesideTemplate(text, mistakes);
  else if (text('thing-name') === '') {
    for (const [input, meaningless] of ONLY_WITH_A_THING) {
      if (text(input) === '' || text(input) === meaningless) continue;
      mistakes.add(input, 'It is about things, and no thing is asked for.', 'Set `thing-name`, for example to {name}.');
    }
  }
  const hasType = text('thing-type') !== '';
  const most = hasType ? MAX_ATTRIBUTES.withType : MAX_ATTRIBUTES.withoutType;
  if (thingAttributes.length > most) {
    mistakes.add(
      'thing-attributes',
      `A thing ${hasType ? 'with' : 'without'} a type has ${most} attributes at most, not ${thingAttributes.length}.`,
      hasType ? 'Remove some.' : 'Set `thing-type`, with which it may have 50, or remove some.',
    );
  }
  if (thingName === undefined && policies.length === 0 && provisioning === undefined) return undefined;
  return {
    thingName,
    thingType,
    thingGroups,
    billingGroup,
    thingAttributes,
    principalType,
    onExistingThing,
    policies,
    provisioning,
  };
}

/** A template says all of it. */
function refuseBesideTemplate(text: Reader['text'], mistakes: Reader['mistakes']): void {
  for (const [input, meaningless] of [['policies', ''], ['thing-name', ''], ...ONLY_WITH_A_THING] as const) {
    if (text(input) === '' || text(input) === meaningless) continue;
    mistakes.add(
      input,
      'With `provisioning-template` the template says it.',
      'Remove it and write it into the template, or remove `provisioning-template`.',
    );
  }
}

/** Inputs, and their defaults in action.yml, which nobody needs to have written. */
const ONLY_WITH_A_THING = [
  ['thing-type', ''],
  ['thing-groups', ''],
  ['billing-group', ''],
  ['thing-attributes', ''],
  ['thing-principal', 'exclusive'],
  ['on-existing-thing', 'attach'],
] as const;

const NAME_RULE = 'up to 128 letters, digits or :_-';

/** Items, one a line. A comma separates, too, unless it may be a character of an item: then only at one's end. */
function names(pattern: RegExp, description: string, most: number): Parse<readonly string[]> {
  const separator = pattern.test('a,b') ? /\s+/ : /[\s,]+/;
  return (text) => {
    const found = lines(text).flatMap((line) => {
      // The mark of a list of YAML could be a name.
      if (/^-\s/.test(line)) throw new Mistake(`Allowed: ${description}, one a line.`, notAllowed(line));
      return line.split(separator).map(withoutOuterCommas).filter(Boolean);
    });
    const wrong = found.find((item) => !pattern.test(item));
    if (wrong !== undefined) throw new Mistake(`Allowed: ${description}, one a line.`, notAllowed(wrong));
    if (found.length === 0) throw new Mistake(`Allowed: ${description}, one a line.`, 'It names nothing.');
    const unique = [...new Set(found)];
    if (unique.length > most) throw new Mistake(`Allowed: ${most} at most.`, `${unique.length} are named.`);
    return unique;
  };
}

// A regular expression would take time that grows with the square of the number of commas.
function withoutOuterCommas(item: string): string {
  let start = 0;
  let end = item.length;
  while (start < end && item[start] === ',') start++;
  while (end > start && item[end - 1] === ',') end--;
  return item.slice(start, end);
}

function thingNameTemplate(text: string): Template {
  const parsed = template(STABLE_FIELDS)(text);
  // Otherwise each of 100,000 CSRs would be refused for it.
  if (parsed.some((part) => typeof part === 'string' && !/^[a-zA-Z0-9:_-]*$/.test(part))) {
    throw new Mistake(`Allowed: a template such as {name}, and beside the fields letters, digits or :_-.`);
  }
  if (parsed.every((part) => typeof part === 'string')) {
    throw new Mistake('Allowed: a template with a field, such as {name}.', 'All devices would be one thing.');
  }
  return parsed;
}

// https://docs.aws.amazon.com/iot/latest/apireference/API_AttributePayload.html
const ATTRIBUTE_NAME = /^[a-zA-Z0-9_.,@/:#-]{1,128}$/;

function attributes(text: string): readonly ThingAttribute[] {
  const found = lines(text).map((line) => {
    const at = line.indexOf('=');
    const name = line.slice(0, at).trim();
    if (at < 1 || !ATTRIBUTE_NAME.test(name)) {
      throw new Mistake(
        'Allowed: one attribute a line, as name={template}, the name up to 128 letters, digits or _.,@/:#-.',
        `${JSON.stringify(shorten(line, 100))} is not allowed.`,
      );
    }
    return { name, value: valueTemplate(name, line.slice(at + 1).trim()) };
  });
  const twice = found.find(({ name }, index) => found.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw new Mistake('Allowed: each attribute once.', `${twice.name} stands there twice.`);
  return found;
}

function valueTemplate(name: string, text: string): Template {
  const parsed = template(STABLE_FIELDS)(text);
  const literals = parsed.filter((part) => typeof part === 'string').join('');
  if (parsed.length === 0) {
    throw new Mistake('Write a value or a field behind the =, or remove the line.', `${name} has no value.`);
  }
  // The fields' own values are judged with the CSRs.
  if (literals !== '' && !ATTRIBUTE_VALUE.test(literals)) {
    throw new Mistake(
      'Allowed: fields, and up to 800 letters, digits, square brackets or _.,@/:#=-.',
      `The value of ${name} is not allowed.`,
    );
  }
  return parsed;
}

function principal(text: string): PrincipalType {
  return oneOf('exclusive', 'non-exclusive')(text) === 'exclusive' ? 'EXCLUSIVE_THING' : 'NON_EXCLUSIVE_THING';
}
