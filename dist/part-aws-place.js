import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function isSamePlace(a,b){return a.account===b.account&&a.region===b.region}function certificateArn({account,region},id){return`arn:${partitionOf(region)}:iot:${region}\
:${account}:cert/${id}`}var PARTITIONS=[["cn-","aws-cn"],["us-gov-","aws-us-gov"],["us-iso-","aws-iso"],["us-isob-","aws-iso-b"],["eu-isoe-","aws-iso-e"],["us-i\
sof-","aws-iso-f"],["eusc-","aws-eusc"]];function partitionOf(region){return PARTITIONS.find(([prefix])=>region.startsWith(prefix))?.[1]??"aws"}export{isSamePlace,certificateArn,partitionOf};
