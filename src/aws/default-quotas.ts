/**
 * Calls of CreateCertificateFromCsr a second that an account may make in a region unless AWS has raised it for the
 * account (Service Quotas, `iotcore`, L-01BCDDCA).
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#limits_iot
 */
export const DEFAULT_CREATE_QUOTA = 15;

/**
 * As {@link DEFAULT_CREATE_QUOTA}, of the operations on things, groups and policies, by their names at
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html; undefined where AWS does not say it.
 */
export const DEFAULT_REGISTRY_QUOTAS = {
  DescribeThing: 350,
  ListThingPrincipalsV2: undefined,
  ListThingPrincipals: 10,
  ListPrincipalThings: 10,
  ListThingGroupsForThing: 100,
  ListAttachedPolicies: 15,
  GetPolicy: 10,
  DescribeThingType: 100,
  DescribeThingGroup: 100,
  DescribeBillingGroup: 100,
  CreateThing: 100,
  AddThingToThingGroup: 100,
  AttachPolicy: 15,
  AttachThingPrincipal: 100,
  DetachThingPrincipal: 100,
  DetachPolicy: 15,
  TestAuthorization: 10,
  RegisterThing: 10,
  DescribeProvisioningTemplate: undefined,
} as const;

/** An operation on things, groups or policies. */
export type RegistryOperation = keyof typeof DEFAULT_REGISTRY_QUOTAS;
