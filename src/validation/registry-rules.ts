import type { RuleText } from '../csr/rules/rule.ts';

const DEFENDER = {
  name: 'AWS IoT Device Defender, AWS IoT policies overly permissive',
  url: 'https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-policy-permissive.html',
};

const CONNECT = {
  name: 'AWS IoT developer guide, Connect policy examples',
  url: 'https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html',
};

/**
 * What is found when the registry of AWS IoT is looked at before anything is created, documented beside the rules on
 * CSRs.
 */
export const REGISTRY_RULES: readonly RuleText[] = [
  {
    id: 'registration-conflict',
    severity: 'error',
    isFixed: true,
    title: 'A thing that exists already is as the inputs ask for it.',
    source: {
      name: 'AWS IoT API reference, CreateThing',
      url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html',
    },
    why: 'AWS IoT refuses to create a thing that exists with another type, billing group or attributes, and nothing here changes a thing that somebody else made. Attributes beyond those asked for are left alone. A thing cannot be in more than 10 groups, nor in two of one hierarchy, those that it is in already included. With `on-existing-thing: fail` a thing that holds the certificate of another key is a conflict, too.',
  },
  {
    id: 'policy-all-actions',
    severity: 'warning',
    isFixed: false,
    title: 'No policy allows everything.',
    source: DEFENDER,
    why: 'With `iot:*` on `*` the key of one device that is stolen reads and writes the data of all. AWS IoT Device Defender reports such a policy as critical. Allow each action on the resources of the device that connects.',
  },
  {
    id: 'policy-any-client',
    severity: 'warning',
    isFixed: false,
    title: 'A policy lets a device connect with its own client id only.',
    source: CONNECT,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: variables of AWS IoT policies
    why: 'A device that connects with the client id of another disconnects it, and is taken for it by policies that look at the client id. AWS IoT Device Defender reports `client/*`, and `client/${iot:ClientId}` without the condition `iot:Connection.Thing.IsAttached`, as critical. Allow `iot:Connect` on `client/${iot:Connection.Thing.ThingName}` with that condition. An id that is the same for all devices is found, too: each one that connects disconnects the one before.',
  },
  {
    id: 'policy-any-topic',
    severity: 'warning',
    isFixed: false,
    title: 'A policy gives a device its own topics only.',
    source: DEFENDER,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of AWS IoT policies
    why: 'A wildcard in a topic covers the topics of other devices unless something of the device stands before it, such as `${iot:Connection.Thing.ThingName}`. A device could read what is sent to others, and speak for them. Where topics are shared on purpose, name them in full, or set this rule to `notice` or `off`.',
  },
  {
    id: 'policy-no-connect',
    severity: 'warning',
    isFixed: false,
    title: 'One of the policies lets the device connect.',
    source: CONNECT,
    why: 'A device without the right `iot:Connect` on its client id is registered and cannot connect. Policies of the certificate and of the groups asked for are looked at together, with the name of the thing as client id. Conditions that are not understood here count as met.',
  },
  {
    id: 'policy-unreadable',
    severity: 'warning',
    isFixed: false,
    title: 'A policy can be judged.',
    source: {
      name: 'AWS IoT developer guide, AWS IoT Core policies',
      url: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html',
    },
    why: 'A document that is too long, is no JSON, or has elements that are not known here may allow anything. It is attached as it is.',
  },
];
