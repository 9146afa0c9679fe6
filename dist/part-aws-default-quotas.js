import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var DEFAULT_REGISTRY_QUOTAS={DescribeThing:350,ListThingPrincipalsV2:void 0,ListThingPrincipals:10,ListPrincipalThings:10,ListThingGroupsForThing:100,ListAttachedPolicies:15,
GetPolicy:10,DescribeThingType:100,DescribeThingGroup:100,DescribeBillingGroup:100,CreateThing:100,AddThingToThingGroup:100,AttachPolicy:15,AttachThingPrincipal:100,
DetachThingPrincipal:100,DetachPolicy:15,TestAuthorization:10,RegisterThing:10,DescribeProvisioningTemplate:void 0};export{DEFAULT_REGISTRY_QUOTAS};
