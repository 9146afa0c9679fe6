import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{allOf}from"./part-registration-registry-reads.js";import{callRegistry}from"./part-registration-registry-calls.js";import{certificateArn,thingGroupArn}from"./part-aws-place.js";function createPolicyReader(access){let{place}=access,byGroup=new Map,attachedTo=target=>allOf("ListAttachedPolicies",(registry,marker)=>registry.listAttachedPolicies(
target,marker),access),ownOf=group=>{let policies=byGroup.get(group)??attachedTo(thingGroupArn(place,group));return byGroup.set(group,policies),policies},above=new Map,
withAncestors=group=>{let names=above.get(group)??callRegistry("DescribeThingGroup",registry=>registry.describeThingGroup(group),access).then(({ancestors})=>[...ancestors,
group]);return above.set(group,names),names},groupsOf=thing=>allOf("ListThingGroupsForThing",(registry,token)=>registry.listThingGroupsForThing(thing,token),access);
return{groupsOf,ofCertificate:id=>attachedTo(certificateArn(place,id)),async ofGroups(thing){let direct=await groupsOf(thing),groups=new Set((await Promise.all(
direct.map(withAncestors))).flat());return(await Promise.all([...groups].map(ownOf))).flat()}}}export{createPolicyReader};
