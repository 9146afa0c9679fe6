import { invalid } from '../errors.ts';

/** What happens to a property of a resource that exists with another value. */
export type Override = 'DO_NOTHING' | 'REPLACE' | 'FAIL' | 'MERGE';

/** A template with its parameters filled in: what is to be registered. Each resource has its logical name. */
export interface Registration {
  readonly thing: ThingResource | undefined;
  readonly certificate: CertificateResource | undefined;
  readonly policies: readonly PolicyResource[];
}

export interface ThingResource {
  readonly logicalName: string;
  readonly name: string;
  readonly typeName: string | undefined;
  readonly billingGroup: string | undefined;
  readonly attributes: Readonly<Record<string, string>> | undefined;
  readonly groups: readonly string[] | undefined;
  readonly overrides: Readonly<Record<string, Override>>;
}

export interface CertificateResource {
  readonly logicalName: string;
  readonly source: Readonly<Record<'csr' | 'id' | 'pem', string | undefined>>;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly statusOverride: Override | undefined;
}

/** One of the two is there: the name of a policy that exists, or the document of one. */
export interface PolicyResource {
  readonly logicalName: string;
  readonly name: string | undefined;
  readonly document: string | undefined;
}

/** API model of RegisterThing. */
const MAX = { template: 10_240, parameterName: 2_048, parameterValue: 4_096 };

type Fields = Readonly<Record<string, unknown>>;
/** A value of the template with its parameter filled in. */
type Resolve = (value: unknown, what: string) => string;

/**
 * Reads a template for RegisterThing. Mappings, DeviceConfiguration and functions are documented for templates of fleet
 * provisioning only.
 * https://docs.aws.amazon.com/iot/latest/developerguide/provision-template.html
 *
 * @throws AwsError 400 InvalidRequestException
 */
export function readTemplate(templateBody: unknown, parameters: unknown): Registration {
  const { Parameters: declared = {}, Resources: resources, ...more } = fieldsOf(templateBody);
  for (const section of Object.keys(more)) throw wrong(`${section} is no section of a template for single things`);
  const resolve = resolver(declared, parameters);
  const all = Object.entries(record(resources, 'Resources')).map(
    ([logicalName, resource]) => [logicalName, record(resource, logicalName)] as const,
  );
  const of = (type: string) => all.filter(([, resource]) => resource.Type === type);
  const known = ['Thing', 'Certificate', 'Policy'].map((type) => of(`AWS::IoT::${type}`));
  const [things = [], certificates = [], policies = []] = known;
  if (all.length === 0 || known.flat().length < all.length) {
    throw wrong('Resources must be of the types AWS::IoT::Thing, AWS::IoT::Certificate and AWS::IoT::Policy');
  }
  if (things.length > 1 || certificates.length > 1) throw wrong('There is more than one thing or certificate');
  const [thing, certificate] = [things[0], certificates[0]];
  return {
    thing: thing && thingOf(...thing, resolve),
    certificate: certificate && certificateOf(...certificate, resolve),
    policies: policies.map(([logicalName, resource]) => policyOf(logicalName, resource, resolve)),
  };
}

/** The JSON of a template of any kind. @throws AwsError 400 */
export function fieldsOf(templateBody: unknown): Fields {
  if (typeof templateBody !== 'string' || templateBody.length > MAX.template) {
    throw invalid(`templateBody must be a string of ${MAX.template} characters at most`);
  }
  try {
    return record(JSON.parse(templateBody), 'The template');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wrong('The template is not JSON');
  }
}

function resolver(declared: unknown, parameters: unknown): Resolve {
  const given = record(parameters ?? {}, 'parameters');
  for (const [name, value] of Object.entries(given)) {
    if (name.length > MAX.parameterName)
      throw invalid(`A parameter's name has ${MAX.parameterName} characters at most`);
    if (typeof value !== 'string' || value.length > MAX.parameterValue) {
      throw invalid(`The value of a parameter must be a string of ${MAX.parameterValue} characters at most`);
    }
  }
  const known = Object.entries(record(declared, 'Parameters'));
  for (const [name, parameter] of known) {
    const { Type, Default = '' } = record(parameter, `The parameter ${name}`);
    if (Type !== 'String' || typeof Default !== 'string') throw wrong(`The parameter ${name} must be a String`);
  }
  const values = new Map(
    known.map(([name, parameter]) => [name, Object.hasOwn(given, name) ? given[name] : (parameter as Fields).Default]),
  );
  return (value, what) => {
    if (typeof value === 'string') return value;
    const { Ref: name, ...more } = record(value, what);
    if (typeof name !== 'string' || Object.keys(more).length > 0) {
      throw wrong(`${what} must be a string or a Ref: functions are for fleet provisioning`);
    }
    if (!values.has(name)) throw wrong(`${what} refers to ${name}, which is no parameter`);
    const found = values.get(name);
    if (typeof found !== 'string') throw wrong(`The parameter ${name} has no value`);
    return found;
  };
}

function thingOf(logicalName: string, resource: Fields, resolve: Resolve): ThingResource {
  const { properties, overrides } = partsOf(logicalName, resource, THING);
  const { ThingName, ThingTypeName, BillingGroup, AttributePayload, ThingGroups } = properties;
  if (ThingName === undefined) throw wrong('ThingName is not present in the Template');
  if (ThingGroups !== undefined && !Array.isArray(ThingGroups)) throw wrong('ThingGroups must be a list');
  const attributes = AttributePayload === undefined ? undefined : record(AttributePayload, 'AttributePayload');
  return {
    logicalName,
    name: resolve(ThingName, 'ThingName'),
    typeName: ThingTypeName === undefined ? undefined : resolve(ThingTypeName, 'ThingTypeName'),
    billingGroup: BillingGroup === undefined ? undefined : resolve(BillingGroup, 'BillingGroup'),
    attributes:
      attributes && Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, resolve(value, name)])),
    groups: ThingGroups?.map((group: unknown) => resolve(group, 'ThingGroups')),
    overrides,
  };
}

function certificateOf(logicalName: string, resource: Fields, resolve: Resolve): CertificateResource {
  const { properties, overrides } = partsOf(logicalName, resource, CERTIFICATE);
  const textOf = (name: string): string | undefined =>
    properties[name] === undefined ? undefined : resolve(properties[name], name);
  const source = {
    csr: textOf('CertificateSigningRequest'),
    id: textOf('CertificateId'),
    pem: textOf('CertificatePem'),
  };
  if (Object.values(source).filter((one) => one !== undefined).length !== 1) {
    throw wrong('A certificate has one of CertificateSigningRequest, CertificateId and CertificatePem');
  }
  // The guide writes it in capitals, and its examples for fleets `Active`.
  const status = (textOf('Status') ?? 'ACTIVE').toUpperCase();
  if (status !== 'ACTIVE' && status !== 'INACTIVE') throw wrong('Status must be ACTIVE or INACTIVE');
  return { logicalName, source, status, statusOverride: overrides.Status };
}

function policyOf(logicalName: string, resource: Fields, resolve: Resolve): PolicyResource {
  const { properties } = partsOf(logicalName, resource, POLICY);
  const { PolicyName, PolicyDocument } = properties;
  if (PolicyName === undefined && PolicyDocument === undefined) {
    throw wrong('Neither policyName nor policyDocument is present in the Template.');
  }
  if (PolicyName !== undefined && PolicyDocument !== undefined) {
    throw wrong('PolicyName and PolicyDocument cannot be given together');
  }
  return {
    logicalName,
    name: PolicyName === undefined ? undefined : resolve(PolicyName, 'PolicyName'),
    document: PolicyDocument === undefined ? undefined : resolve(PolicyDocument, 'PolicyDocument'),
  };
}

/** Properties that a resource may have, and how each may be overridden. */
interface ResourceModel {
  readonly properties: readonly string[];
  readonly overrides: Readonly<Record<string, readonly Override[]>>;
}

const THING: ResourceModel = {
  properties: ['ThingName', 'ThingTypeName', 'BillingGroup', 'AttributePayload', 'ThingGroups'],
  overrides: {
    AttributePayload: ['DO_NOTHING', 'REPLACE', 'FAIL', 'MERGE'],
    ThingTypeName: ['DO_NOTHING', 'REPLACE', 'FAIL'],
    ThingGroups: ['DO_NOTHING', 'REPLACE', 'FAIL', 'MERGE'],
  },
};
const CERTIFICATE: ResourceModel = {
  properties: ['CertificateSigningRequest', 'CertificateId', 'CertificatePem', 'CACertificatePem', 'Status'],
  overrides: { Status: ['DO_NOTHING', 'REPLACE', 'FAIL'] },
};
const POLICY: ResourceModel = { properties: ['PolicyName', 'PolicyDocument'], overrides: {} };

function partsOf(
  logicalName: string,
  resource: Fields,
  model: ResourceModel,
): { readonly properties: Fields; readonly overrides: Readonly<Record<string, Override>> } {
  const { Type: _, Properties = {}, OverrideSettings = {}, ...more } = resource;
  const properties = record(Properties, `Properties of ${logicalName}`);
  const strange = [...Object.keys(more), ...Object.keys(properties).filter((name) => !model.properties.includes(name))];
  if (strange.length > 0) throw wrong(`${logicalName} cannot have ${strange.join(', ')}`);
  const overrides = record(OverrideSettings, `OverrideSettings of ${logicalName}`);
  for (const [name, override] of Object.entries(overrides)) {
    const possible: readonly unknown[] = Object.hasOwn(model.overrides, name) ? (model.overrides[name] ?? []) : [];
    if (!possible.includes(override)) {
      throw wrong(`${logicalName} cannot have the OverrideSettings ${name}: ${String(override)}`);
    }
  }
  return { properties, overrides: overrides as Readonly<Record<string, Override>> };
}

function record(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(`${what} must be an object`);
  return value as Fields;
}

function wrong(why: string): Error {
  return invalid(`Invalid registration template. ${why}`);
}
