import { shorten } from '../lib/escape.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';

/** A provisioning template that registers devices whose certificates exist already. */
export interface TemplateBody {
  /** Parameters that it uses, without what is about certificates; undefined: the parameter has no default. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
  /** Names that it declares, and does not use for anything but the certificate. */
  readonly unused: ReadonlySet<string>;
  /** The name of the thing: a text, or the parameter that has it; undefined: it makes no thing. */
  readonly thingName: TextOrParameter | undefined;
  /** What it names itself, and does not take from a parameter. */
  readonly named: NamedInTemplate;
  /** Whether each of its policies is one of {@link NamedInTemplate.policies}. */
  readonly namesAllPolicies: boolean;
  /** Its JSON for the certificate of one device. */
  bodyFor(certificateId: string): string;
}

export type TextOrParameter = { readonly text: string } | { readonly parameter: string };

export interface NamedInTemplate {
  readonly policies: readonly string[];
  readonly groups: readonly string[];
  readonly typeName: string | undefined;
  readonly billingGroup: string | undefined;
}

/** Characters of a template: https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterThing.html */
const MAX_LENGTH = 10_240;

type Fields = Readonly<Record<string, unknown>>;

/** What AWS documents for templates of fleet provisioning only. */
const OF_FLEETS = ['Mappings', 'DeviceConfiguration'];

const THING = 'AWS::IoT::Thing';
const CERTIFICATE = 'AWS::IoT::Certificate';
const POLICY = 'AWS::IoT::Policy';

/** An id is as long as any other. */
const SOME_ID = '0'.repeat(64);

/** Nesting of a template; more is no template of AWS IoT, and would fill the stack. */
const MAX_DEPTH = 20;

/**
 * Reads a provisioning template, and replaces its certificate. With a CSR, `RegisterThing` makes a certificate at every
 * call, and its `Status` is ACTIVE unless it says otherwise: so it is given the id of one that exists, and leaves its
 * status alone. https://docs.aws.amazon.com/iot/latest/developerguide/provision-template.html
 *
 * @param where the file or the name, for errors
 * @throws UserError `provisioning-template` with all that is wrong with it
 */
export function readTemplateBody(text: string, where: string): TemplateBody {
  const wrong = (what: string, fix: string): UserError =>
    new UserError('provisioning-template', `The provisioning template cannot be used: ${what}`, { where, fix });
  const template = parsed(text);
  if (template === undefined) throw wrong('it is no JSON object.', 'Write it as AWS IoT documents templates.');
  const { Parameters: declared = {}, Resources: resources, ...more } = template;
  const errors: UserError[] = [];
  const add = (what: string, fix: string): void => void errors.push(wrong(what, fix));
  const fleets = [...OF_FLEETS.filter((name) => name in more), ...functionsIn(template)];
  if (fleets.length > 0) {
    const names = [...new Set(fleets)]
      .slice(0, 5)
      .map((name) => shorten(name, 60))
      .join(', ');
    add(
      `${names} ${fleets.length === 1 ? 'is' : 'are'} for fleet provisioning only.`,
      'Remove it, and use Ref and parameters.',
    );
  }
  const strange = Object.keys(more).filter((name) => !OF_FLEETS.includes(name) && name !== 'Description');
  if (strange.length > 0) add(`it has no section ${shorten(strange[0] ?? '', 60)}.`, 'Use Parameters and Resources.');
  const all = isFields(resources) ? Object.entries(resources) : [];
  const ofType = (type: string) => all.filter(([, one]) => isFields(one) && one.Type === type);
  const [things, certificates, policies] = [ofType(THING), ofType(CERTIFICATE), ofType(POLICY)];
  if (all.length === 0 || things.length + certificates.length + policies.length < all.length) {
    add(
      'its Resources are not all things, certificates and policies.',
      `Use the types ${THING}, ${CERTIFICATE} and ${POLICY}.`,
    );
  }
  if (things.length > 1 || certificates.length !== 1) {
    add('it has not one certificate, and one thing at most.', `Have one resource ${CERTIFICATE}, and one ${THING}.`);
  }
  const others = Object.fromEntries(all.filter(([, one]) => !isFields(one) || one.Type !== CERTIFICATE));
  const refs = new Set(refsIn(others));
  const known = isFields(declared) ? declared : {};
  for (const name of refs) {
    if (!Object.hasOwn(known, name)) {
      add(
        `it refers to ${shorten(name, 60)}, which is none of its Parameters.`,
        'Declare the parameter, or correct the Ref.',
      );
    }
  }
  const [certificate = ''] = certificates[0] ?? [];
  const Parameters = Object.fromEntries(Object.entries(known).filter(([name]) => refs.has(name)));
  const bodyFor = (id: string): string =>
    JSON.stringify({ Parameters, Resources: { ...others, [certificate]: certificateResource(id) } });
  const length = bodyFor(SOME_ID).length;
  if (length > MAX_LENGTH) add(`it has ${length} characters, and AWS IoT takes ${MAX_LENGTH}.`, 'Make it shorter.');
  const error = joinErrors(errors);
  if (error !== undefined) throw error;
  const parameters = new Map(
    Object.entries(Parameters).map(([name, one]) => [name, isFields(one) ? textOf(one.Default) : undefined]),
  );
  const names = policies.flatMap(([, one]) => textOf(propertiesOf(one).PolicyName) ?? []);
  const thing = propertiesOf(things[0]?.[1]);
  return {
    parameters,
    unused: new Set(Object.keys(known).filter((name) => !refs.has(name))),
    thingName: textOrParameter(thing.ThingName),
    named: {
      policies: names,
      groups: [thing.ThingGroups].flat().flatMap((group) => textOf(group) ?? []),
      typeName: textOf(thing.ThingTypeName),
      billingGroup: textOf(thing.BillingGroup),
    },
    namesAllPolicies: names.length === policies.length,
    bodyFor,
  };
}

function certificateResource(id: string): Fields {
  return { Type: CERTIFICATE, Properties: { CertificateId: id }, OverrideSettings: { Status: 'DO_NOTHING' } };
}

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Names of the functions in a value, and what is nested deeper than any template. */
function functionsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth > MAX_DEPTH) return ['Deep nesting'];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name.startsWith('Fn::') ? [name] : []),
    ...functionsIn(inner, depth + 1),
  ]);
}

/** Parameters that a value refers to. */
function refsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  const own = isFields(value) && typeof value.Ref === 'string' ? [value.Ref] : [];
  return [...own, ...Object.values(value).flatMap((inner) => refsIn(inner, depth + 1))];
}

function propertiesOf(resource: unknown): Fields {
  return isFields(resource) && isFields(resource.Properties) ? resource.Properties : {};
}

function textOrParameter(value: unknown): TextOrParameter | undefined {
  if (typeof value === 'string') return { text: value };
  return isFields(value) && typeof value.Ref === 'string' ? { parameter: value.Ref } : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
