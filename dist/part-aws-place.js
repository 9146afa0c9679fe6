import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function isSamePlace(a,b){return a.account===b.account&&a.region===b.region}function certificateArn({account,region},id){return`arn:${partitionOf(region)}:iot:${region}\
:${account}:cert/${id}`}function clientArn({account,region},clientId){return`arn:${partitionOf(region)}:iot:${region}:${account}:client/${clientId}`}function thingGroupArn({
account,region},group){return`arn:${partitionOf(region)}:iot:${region}:${account}:thinggroup/${group}`}var PARTITIONS=[["cn-","aws-cn"],["us-gov-","aws-us-gov"],
["us-iso-","aws-iso"],["us-isob-","aws-iso-b"],["eu-isoe-","aws-iso-e"],["us-isof-","aws-iso-f"],["eusc-","aws-eusc"]];function partitionOf(region){return PARTITIONS.
find(([prefix])=>region.startsWith(prefix))?.[1]??"aws"}var CONSOLES={aws:"console.aws.amazon.com","aws-cn":"console.amazonaws.cn","aws-us-gov":"console.amazona\
ws-us-gov.com","aws-eusc":"console.amazonaws-eusc.eu"};function consolePages(region){let console=CONSOLES[partitionOf(region)];if(!(console===void 0||!/^[a-z0-9-]+$/.
test(region)))return`https://${region}.${console}/iot/home?region=${region}#/certificate/`}export{isSamePlace,certificateArn,clientArn,thingGroupArn,partitionOf,consolePages};
