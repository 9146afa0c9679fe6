/**
 * The operations of AWS IoT's control plane that are emulated, with the calls a second that an account may make in a
 * region when nobody asked for more (Service Quotas, `iotcore`).
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html
 *
 * AWS does not say the default of UpdateThingGroupsForThing (taken to be that of AddThingToThingGroup), of
 * ListThingPrincipalsV2 and ListPrincipalThingsV2 (those of the operations that they replace), of DescribeEndpoint, nor
 * of the operations on provisioning templates (the lowest of all).
 */
export const AWS_DEFAULT_TPS = {
  CreateCertificateFromCsr: 15,
  ListCertificates: 10,
  DescribeCertificate: 10,
  UpdateCertificate: 10,
  DeleteCertificate: 10,
  CreateThing: 100,
  DescribeThing: 350,
  UpdateThing: 100,
  DeleteThing: 100,
  AttachThingPrincipal: 100,
  DetachThingPrincipal: 100,
  ListThingPrincipals: 10,
  ListThingPrincipalsV2: 10,
  ListPrincipalThings: 10,
  ListPrincipalThingsV2: 10,
  CreateThingType: 10,
  DescribeThingType: 100,
  DeprecateThingType: 10,
  CreateThingGroup: 25,
  CreateDynamicThingGroup: 5,
  DescribeThingGroup: 100,
  AddThingToThingGroup: 100,
  RemoveThingFromThingGroup: 100,
  UpdateThingGroupsForThing: 100,
  ListThingGroupsForThing: 100,
  CreateBillingGroup: 25,
  DescribeBillingGroup: 100,
  AddThingToBillingGroup: 60,
  RemoveThingFromBillingGroup: 60,
  CreatePolicy: 10,
  GetPolicy: 10,
  DeletePolicy: 10,
  AttachPolicy: 15,
  DetachPolicy: 15,
  ListAttachedPolicies: 15,
  ListTargetsForPolicy: 10,
  GetEffectivePolicies: 50,
  TestAuthorization: 10,
  DescribeEndpoint: 10,
  RegisterThing: 10,
  CreateProvisioningTemplate: 10,
  DescribeProvisioningTemplate: 10,
} as const satisfies Readonly<Record<string, number>>;

export type IotOperation = keyof typeof AWS_DEFAULT_TPS;

export const IOT_OPERATIONS = Object.keys(AWS_DEFAULT_TPS) as readonly IotOperation[];
