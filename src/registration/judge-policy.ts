import type { DescribedPolicy } from '../aws/iot-registry.ts';
import { shorten } from '../lib/escape.ts';
import { type Named, readDocument, type Statement } from './policy-statements.ts';
import { ANY, canMatch, ONE, type Pattern, patternText, restsAfter, type Token } from './resource-pattern.ts';

/** What a policy is judged for. */
export interface PolicyUse {
  /** What stands before the kind of a resource in the account and region: `arn:aws:iot:eu-west-1:123456789012:`. */
  readonly arnPrefix: string;
}

/** What is wrong with a policy, in the words of a finding. */
export interface PolicyComplaint {
  /** Id of one of the rules in registry-rules.ts. */
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * What AWS IoT Device Defender would report of a policy that many devices have, by what it allows. Conditions other than
 * `iot:Connection.Thing.IsAttached` and statements that deny are not looked into: they can only take away.
 * https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-policy-permissive.html
 */
export function judgePolicy(
  { name, document }: Pick<DescribedPolicy, 'name' | 'document'>,
  use: PolicyUse,
): readonly PolicyComplaint[] {
  const statements = readDocument(document);
  if (statements === undefined) return [unreadable(name)];
  const complaints: PolicyComplaint[] = [];
  for (const statement of statements.filter(({ isAllow }) => isAllow)) {
    if (allowsEverything(statement, use)) {
      complaints.push(allActions(name, use));
      continue;
    }
    const client = foreignClient(statement, use);
    if (client !== undefined) complaints.push(anyClient(name, client, use));
    const topic = foreignTopic(statement, use);
    if (topic !== undefined) complaints.push(anyTopic(name, topic));
  }
  return firstOfEach(complaints);
}

/** A policy of many statements is wrong once, in one way. */
function firstOfEach(complaints: readonly PolicyComplaint[]): readonly PolicyComplaint[] {
  return complaints.filter(({ rule }, index) => complaints.findIndex((other) => other.rule === rule) === index);
}

/** `*` and `iot:*` are all actions; of a list that leaves some out nobody knows what comes to it later. */
function allowsEverything({ actions, resources }: Statement, { arnPrefix }: PolicyUse): boolean {
  const areAll = actions.isNegated || actions.patterns.some((pattern) => restsAfter(pattern, 'iot:').some(isAny));
  return (
    areAll && (resources.isNegated || resources.patterns.some((pattern) => restsAfter(pattern, arnPrefix).some(isAny)))
  );
}

function isAny(rest: Pattern): boolean {
  return rest.length > 0 && rest.every((token) => token === ANY);
}

/** Of a thing: https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
const NAME_CHARACTER = /^[a-zA-Z0-9:_-]$/;

/**
 * A resource by which a device may connect as another: with a client id that is legal as the name of a thing, and not
 * made of something that is the device's own.
 */
function foreignClient(statement: Statement, { arnPrefix }: PolicyUse): string | undefined {
  if (!names(statement.actions, 'iot:connect')) return undefined;
  if (statement.resources.isNegated) return 'all but those in NotResource';
  const isForeign = (rest: Pattern): boolean => {
    if (rest.length === 0 || rest.some((token) => typeof token === 'string' && !NAME_CHARACTER.test(token)))
      return false;
    return rest.some(isWild) || !rest.some((token) => isOwn(token, statement.condition.isAttached));
  };
  return resourceWith(statement, `${arnPrefix}client/`, isForeign);
}

/** Where the actions on messages have their resources. */
const TOPICS = [
  { action: 'iot:publish', kind: 'topic/', wild: [] },
  { action: 'iot:retainpublish', kind: 'topic/', wild: [] },
  { action: 'iot:receive', kind: 'topic/', wild: [] },
  { action: 'iot:getretainedmessage', kind: 'topic/', wild: [] },
  // In a policy the wildcards of MQTT are characters like others; the broker takes them for what they are.
  { action: 'iot:subscribe', kind: 'topicfilter/', wild: ['+', '#'] },
] as const;

/** A resource that covers topics of other devices: nothing of the device stands before its wildcard. */
function foreignTopic(statement: Statement, { arnPrefix }: PolicyUse): string | undefined {
  for (const { action, kind, wild } of TOPICS) {
    if (!names(statement.actions, action)) continue;
    if (statement.resources.isNegated) return 'all but those in NotResource';
    const found = resourceWith(statement, arnPrefix + kind, (rest) => {
      // A wildcard in the account or region that would reach as far as into the topic.
      if (patternText(rest).includes(`:${kind}`)) return false;
      const first = rest.findIndex((token) => isWild(token) || wild.some((one) => one === token) || isOwn(token, true));
      return first >= 0 && !isOwn(rest[first] as Token, true);
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first resource that can name something of a kind, of which the rest is as asked. */
function resourceWith(
  { resources }: Statement,
  prefix: string,
  isAsked: (rest: Pattern) => boolean,
): string | undefined {
  const found = resources.patterns.find((pattern) => restsAfter(pattern, prefix).some(isAsked));
  return found === undefined ? undefined : patternText(found);
}

function isWild(token: Token): boolean {
  return token === ANY || token === ONE;
}

/**
 * Variables that are different for each device: https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 * and cert-policy-variables.html there.
 */
const OWN =
  /^iot:(Connection\.Thing\.ThingName|Connection\.Thing\.Attributes\[[^\]]+\]|CertificateId|Certificate\.SerialNumber|Certificate\.Subject\.(CommonName|SerialNumber)(\.\d+)?)$/i;

/** @param isClientIdOwn the client id is the device's own only where the device has to be attached to that thing */
function isOwn(token: Token, isClientIdOwn: boolean): boolean {
  if (typeof token !== 'object') return false;
  return OWN.test(token.variable) || (isClientIdOwn && /^iot:ClientId$/i.test(token.variable));
}

function names({ isNegated, patterns }: Named, action: string): boolean {
  return patterns.some((pattern) => canMatch(pattern, action)) !== isNegated;
}

/** Characters of a resource that a message has room for. */
const RESOURCE_SHOWN = 150;

function anyClient(policy: string, resource: string, use: PolicyUse): PolicyComplaint {
  return {
    rule: 'policy-any-client',
    message: `The policy ${policy} lets a device connect with client ids that are not its own: ${shorten(resource, RESOURCE_SHOWN)}.`,
    fix: `Let it connect as its thing only, with the statement ${betterStatement(use)}.`,
  };
}

function allActions(policy: string, use: PolicyUse): PolicyComplaint {
  return {
    rule: 'policy-all-actions',
    message: `The policy ${policy} allows a device everything.`,
    fix: `Allow what the device needs on resources of its own, beginning with the statement ${betterStatement(use)}.`,
  };
}

function anyTopic(policy: string, resource: string): PolicyComplaint {
  return {
    rule: 'policy-any-topic',
    message: `The policy ${policy} gives a device the topics of others: ${shorten(resource, RESOURCE_SHOWN)}.`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of AWS IoT policies
    fix: 'Put ${iot:Connection.Thing.ThingName} before the wildcard, or name the topics that all devices share in full.',
  };
}

function unreadable(policy: string): PolicyComplaint {
  return {
    rule: 'policy-unreadable',
    message: `The document of the policy ${policy} cannot be judged: it is too long, no JSON, or of a form that is not known here.`,
    fix: 'Find out what it allows, and write it anew in the usual form.',
  };
}

/** A statement that AWS IoT Device Defender calls compliant. */
export function betterStatement({ arnPrefix }: PolicyUse): string {
  return JSON.stringify({
    Effect: 'Allow',
    Action: 'iot:Connect',
    Resource: `${arnPrefix}client/\${iot:Connection.Thing.ThingName}`,
    Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } },
  });
}
