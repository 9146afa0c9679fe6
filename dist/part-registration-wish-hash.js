import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createHash}from"node:crypto";function wishHash(wish,certificateId,carried){let{thing,provisioning}=wish,policies=[...wish.policies].sort().map(name=>[name,
carried.get(name)??null]),canonical={certificateId,policies,thing:thing===void 0?null:{name:thing.name,typeName:thing.typeName??null,groups:[...thing.groups].sort(),
billingGroup:thing.billingGroup??null,attributes:[...thing.attributes].sort(([a],[b])=>a<b?-1:1),principalType:thing.principalType},...provisioning&&{template:provisioning.
template.bodyFor(certificateId),parameters:[...provisioning.parameters].sort(([a],[b])=>a<b?-1:1)}};return createHash("sha256").update(JSON.stringify(canonical)).
digest("hex")}export{wishHash};
