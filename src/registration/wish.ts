import type { DescribedThing, Principal, PrincipalType } from '../aws/iot-registry.ts';
import type { TemplateBody } from './template-body.ts';

/** What is asked of the registry for one device. */
export interface DeviceWish {
  /** Undefined: only policies are attached to the certificate. */
  readonly thing: ThingWish | undefined;
  /** Names of the policies that the device is to have, from its certificate or from one of its groups. */
  readonly policies: readonly string[];
  /** Undefined: no provisioning template registers the device. */
  readonly provisioning?: ProvisioningWish | undefined;
}

/** What a provisioning template is to make of one device. */
export interface ProvisioningWish {
  /** Name of its thing; undefined: the template makes none. */
  readonly thing: string | undefined;
  readonly template: Pick<TemplateBody, 'bodyFor'>;
  /** Values of the template's parameters. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The thing of one device, as it is to be found in the registry. */
export interface ThingWish {
  readonly name: string;
  readonly typeName: string | undefined;
  /** Names of static groups. */
  readonly groups: readonly string[];
  readonly billingGroup: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly principalType: PrincipalType;
}

/** What becomes of a thing that exists already: its certificate goes beside those that it holds, or that is refused. */
export type OnExistingThing = 'attach' | 'fail';

/** What the registry held of a thing when it was looked at, before anything was created. */
export interface ThingFacts {
  /** Undefined: there was none of this name. */
  readonly thing: DescribedThing | undefined;
  /** Names of the static groups that it was in; empty where they were not asked for. */
  readonly groups: readonly string[];
  /** The certificates that it held; undefined where they were not asked for. */
  readonly principals: readonly Principal[] | undefined;
}

/** What was found in the registry before anything was created. */
export interface RegistryPlan {
  /** By the names of things. */
  readonly things: ReadonlyMap<string, ThingFacts>;
  /** Policies that one of the groups asked for carries, and that group: they are not attached to certificates. */
  readonly carried: ReadonlyMap<string, string>;
}
