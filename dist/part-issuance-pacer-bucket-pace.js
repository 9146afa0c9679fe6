import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{onAbort}from"./part-lib-on-abort.js";import{duration,plural}from"./part-lib-words.js";var CALM_MS=6e4;function noteThrottling(pacer,operation,clock,report){let throttled=0,last=0,isOver=!1,note=outcome=>{if(isOver)return;let now=clock.now();outcome===
"throttled"?(throttled===0&&report(`AWS IoT throttles ${operation}: the quota of the account is reached. That is no error: such calls are sent again, and the pa\
ce follows the quota from now on`),throttled++,last=now):throttled>0&&now-last>=CALM_MS&&(isOver=!0,report(`The pace of ${operation} is found: ${plural(throttled,
"call")} sent again, and none throttled for ${duration(CALM_MS)}`))};return{async acquire(signal){let permit=await pacer.acquire(signal);return{done(outcome){permit.
done(outcome),note(outcome)}}},get stats(){return pacer.stats}}}function createAlarm(clock,ring){let timer;return{set(at,now){if(timer!==void 0){if(timer.at<=at&&at!==Number.POSITIVE_INFINITY)return;timer.stop.abort(),timer=
void 0}if(at===Number.POSITIVE_INFINITY||at<=now)return;let mine={at,stop:new AbortController};timer=mine,clock.sleep(at-now,mine.stop.signal).then(()=>{timer===
mine&&(timer=void 0,ring())},()=>{})}}}function createAnswerTimes(){let typicalMs,shortestMs2=Number.POSITIVE_INFINITY,shortestBeforeMs=Number.POSITIVE_INFINITY,windowFrom=Number.NEGATIVE_INFINITY,deviationMs=1,
shortest=()=>Math.min(shortestMs2,shortestBeforeMs),blurMs=()=>2*deviationMs+1;return{get typicalMs(){return typicalMs},get shortestMs(){return shortest()},get blurMs(){
return blurMs()},answered(sentAt,now){let tookMs=now-sentAt;now-windowFrom>=3e4&&(shortestBeforeMs=shortestMs2,shortestMs2=Number.POSITIVE_INFINITY,windowFrom=now),
shortestMs2=Math.min(shortestMs2,tookMs),deviationMs+=(Math.abs(tookMs-(typicalMs??tookMs))-deviationMs)*.0625,typicalMs=typicalMs===void 0?tookMs:typicalMs+(tookMs-
typicalMs)*.125},taken(sentAt,now){let oneWayMs=shortest()/2,blur=blurMs()/2;return{from:sentAt+oneWayMs-blur,to:now-oneWayMs+blur}}}}function createBucketEstimate(){let moments=[],repeats=0,low=0,high=Number.POSITIVE_INFINITY,spanMs=0,startAgain=rest=>{moments=rest,low=0,high=Number.POSITIVE_INFINITY,
spanMs=0};return{get low(){return low},get high(){return high},get spanMs(){return spanMs},throttled(taken,admittedCalls,isRepeat){let past=moments.toReversed();
startAgain([]);let agreeing=[];for(let moment of past){let least=leastRate(moment,taken,admittedCalls),most=mostRate(moment,taken,admittedCalls);if(least>high||
most<low||longestMs(moment,taken)>6e4)break;low=Math.max(low,least),high=Math.min(high,most),spanMs=Math.max(0,shortestMs(moment,taken)),agreeing.unshift(moment)}
repeats=isRepeat?repeats+1:0,moments=[...(repeats>1?agreeing.slice(0,-1):agreeing).slice(-63),{taken,admittedCalls}]},admitted(taken,admittedCalls){let last=moments.
at(-1);if(last===void 0||shortestMs(last,taken)<100)return!1;let least=leastRate(last,taken,admittedCalls),hasRisen=least>high;return hasRisen&&startAgain([last]),
low=Math.max(low,least),hasRisen},restart:(taken,admittedCalls)=>startAgain([{taken,admittedCalls}])}}function longestMs(moment,taken){return taken.to-moment.taken.
from}function shortestMs(moment,taken){return taken.from-moment.taken.to}function leastRate(moment,taken,admittedCalls){let elapsedMs=longestMs(moment,taken),calls=admittedCalls-
moment.admittedCalls-1.25;return elapsedMs<100?0:calls*1e3/elapsedMs}function mostRate(moment,taken,admittedCalls){let elapsedMs=shortestMs(moment,taken),calls=admittedCalls-
moment.admittedCalls+1.25;return elapsedMs<100?Number.POSITIVE_INFINITY:calls*1e3/elapsedMs}function createRateGrowth(){let growsFrom=0,growth=0;return{factor(now){let seconds=Math.max(0,now-growsFrom)/1e3;return Math.exp(growth*seconds*(1+seconds/3))},
hold(now,holdMs,partPerSecond){growsFrom=now+holdMs,growth=partPerSecond},notSent(ms){growsFrom+=ms}}}var RESERVE_TOKENS=2,RESERVE_MAX_MS=2e3,BLUR_MAX_MS=1e3,HOLD_CALLS=180,HOLD_MIN_MS=40,HOLD_LIMIT_MIN_MS=2e3,HOLD_LIMIT_MAX_MS=24e3,GROWTH_MIN_PER_S=.1,GROWTH_MAX_PER_S=1.5,
GROWN_MAX_FACTOR=2,LOST_MIN_CALLS=3,LOST_MS=40,RISEN_MIN_FACTOR=1.1,RISEN_GROWTH_PER_S=.7,RISEN_MIN_MS=2e3,RISEN_BACK_PART=.8,CATCH_UP_MAX_MS=250,CATCH_UP_BURST_PART=1/
4,SURE_INEXACTNESS=.03;function createBucketPace(options){let{ceiling,burst,times}=options,estimate=createBucketEstimate(),growth=createRateGrowth(),reserve=Math.
min(RESERVE_TOKENS,burst-1),estimated=options.start,isRising=!1,lastThrottle=options.now,within=rate=>Math.max(.2,Math.min(ceiling(),rate)),hold=now=>{let holdMs=holdMsAt(
estimated,estimate.spanMs);growth.hold(now,holdMs,growthAfter(holdMs,inexactness(estimate)))},rateAt=now=>{let proven=Math.max(estimated,estimate.low),grown=estimated*
growth.factor(now);return within(Math.max(proven,Math.min(grown,fastestAbove(proven,times.typicalMs??0))))};return growth.hold(options.now,HOLD_MIN_MS,GROWTH_MAX_PER_S),
{rate:rateAt,admitted({taken,admittedCalls,now}){let rate=rateAt(now);!estimate.admitted(taken,admittedCalls)||rate<RISEN_MIN_FACTOR*estimated||(isRising=!0,estimated=
rate,growth.hold(now,0,RISEN_GROWTH_PER_S))},throttled({call,now,taken,admittedCalls,isRepeat}){let wasAnother=isRising&&taken.to-lastThrottle>RISEN_MIN_MS;if(isRising=
!1,lastThrottle=taken.to,wasAnother)return estimate.restart(taken,admittedCalls),estimated=call.rate*RISEN_BACK_PART,hold(now),"drain";estimate.throttled(taken,
admittedCalls,isRepeat);let{low,high}=estimate;return high<Number.POSITIVE_INFINITY&&(estimated=within(Math.min((low+high)/2,Math.max(low,call.rate)))),isRepeat?
0:(hold(now),Math.min(RESERVE_MAX_MS,reserve*1e3/rateAt(now))+Math.min(BLUR_MAX_MS,times.blurMs))},drained(now){return hold(now),0},get catchUpMs(){return Math.
min(CATCH_UP_MAX_MS,burst*CATCH_UP_BURST_PART*1e3/estimated)},fellBehind:growth.notSent,get quota(){return Math.max(estimated,estimate.low)},get isSure(){return inexactness(
estimate)<SURE_INEXACTNESS}}}function inexactness({low,high}){return high===Number.POSITIVE_INFINITY?1:(high-low)/(high+low)}function holdMsAt(rate,spanMs){let limitMs=Math.
max(HOLD_LIMIT_MIN_MS,Math.min(HOLD_LIMIT_MAX_MS,HOLD_CALLS*1e3/rate));return Math.max(HOLD_MIN_MS,Math.min(limitMs,spanMs))}function growthAfter(holdMs,inexact){
return Math.max(GROWTH_MIN_PER_S,Math.min(GROWTH_MAX_PER_S,inexact*1e3/holdMs))}function fastestAbove(proven,typicalMs){let lost=Math.max(LOST_MIN_CALLS,proven*
LOST_MS/1e3);return Math.min(GROWN_MAX_FACTOR*proven,proven+lost*1e3/typicalMs)}function createHeldRate(){let holdCalls=80,rateAtBegin=0,fastest=0,backPart=.985,isFarBelow=rate=>rate<fastest*.5;return{proven(rate){fastest=Math.max(fastest,rate)},
begin(rate){rateAtBegin=rate},admitted(rate,{calls,ms,underWay}){let farBelow=isFarBelow(rate);calls>=20&&(backPart=.985);let beyond=calls-(farBelow?40:holdCalls+
30*underWay);if(beyond<0&&(farBelow||ms<2e4))return rate;let doublesCalls=farBelow?5:20,creep=.002*2**(Math.max(0,beyond)/doublesCalls);return rate*(1+Math.min(
.1,creep))},throttled(rate){holdCalls=rate>rateAtBegin*1.05?80:Math.min(320,holdCalls*2),isFarBelow(rate)&&(fastest*=.8);let back=Math.max(fastest*.125,rate*backPart);
return backPart=Math.max(.8,backPart*backPart),back}}}var FIRST_RATE=14,SEARCH_PROOF_CALLS=3,SEARCH_RISE_FACTOR=1.25,SEARCH_FALL_PART=.6,SEARCH_NEAR_FACTOR=1.02;function createSinglePace(options){let{ceiling}=options,
held=createHeldRate(),rate=options.start??FIRST_RATE,isHolding=!1,fastestProven=0,slowestThrottled=Number.POSITIVE_INFINITY,admittedCalls=0,since=Number.POSITIVE_INFINITY,
go=(to,now)=>{rate=Math.max(.2,Math.min(ceiling(),to)),held.begin(rate),admittedCalls=0,since=now},search=now=>{isHolding=slowestThrottled<=fastestProven*SEARCH_NEAR_FACTOR||
fastestProven>0&&rate===ceiling(),go(isHolding?fastestProven:rateToTry(fastestProven,slowestThrottled),now)};return{rate:()=>Math.min(rate,ceiling()),admitted({
call,now}){if(!(call.sentAt<since))if(admittedCalls++,isHolding){let underWay=rate*(now-call.sentAt)/1e3;rate=Math.min(ceiling(),held.admitted(rate,{calls:admittedCalls,
ms:now-since,underWay})),held.proven(rate)}else admittedCalls>=SEARCH_PROOF_CALLS&&(fastestProven=rate,held.proven(rate),search(now))},throttled({call,now}){return call.
sentAt<since||(isHolding||=fastestProven>=rate,isHolding?go(held.throttled(rate),now):(slowestThrottled=rate,search(now))),0},drained(now){return go(rate,now),1e3/
rate},catchUpMs:0,fellBehind:()=>{},get quota(){return rate},get isSure(){return isHolding}}}function rateToTry(fastestProven,slowestThrottled){return slowestThrottled===
Number.POSITIVE_INFINITY?fastestProven*SEARCH_RISE_FACTOR:fastestProven===0?slowestThrottled*SEARCH_FALL_PART:Math.sqrt(fastestProven*slowestThrottled)}var BUCKET_MIN_CALLS=3,LIKELY_BURST_MS=1e3,LIKELY_PART=.8,SINGLE_CEILING_PART=.995;function choosePace(options){let{ceiling,burst,elapsedMs,times,now}=options,isQuotaKnown=ceiling()<
Number.POSITIVE_INFINITY;if(burst<BUCKET_MIN_CALLS){let justBelow=()=>ceiling()*SINGLE_CEILING_PART;return createSinglePace({start:isQuotaKnown?justBelow():void 0,
ceiling:justBelow})}let likely=LIKELY_PART*burst*1e3/(elapsedMs+LIKELY_BURST_MS);return createBucketPace({start:isQuotaKnown?ceiling():likely,ceiling,burst,times,
now})}function createQuotaSearch(mode,startMs,times,counts){if(mode.kind==="known"){let burstRate=mode.quota*1.5,isBurstUsed=now=>counts.sent>mode.quota*((now-startMs)/
1e3+3);return{rate:now=>isBurstUsed(now)?mode.quota:burstRate,mostUnderWay:()=>{},admitted:()=>{}}}let latest={at:startMs,admitted:0},beforeLatest=latest;return{
rate:()=>times.typicalMs===void 0?Number.POSITIVE_INFINITY:windowAfter(counts.admitted)*1e3/Math.max(times.typicalMs,.01),mostUnderWay(){if(times.typicalMs===void 0)
return 2;let backlog=counts.admitted-beforeLatest.admitted;return Math.max(8,Math.min(backlog,1.5*windowAfter(counts.admitted)))},admitted({now,admittedCalls}){
now-latest.at<1e3||(beforeLatest=latest,latest={at:now,admitted:admittedCalls})}}}function windowAfter(admitted){return admitted<2?2:admitted<10?4:admitted<24?5:
admitted<160?Math.min(40,admitted*.75):admitted/6}var UNDER_WAY_LATENCIES=3,UNDER_WAY_QUEUED_MS=500,UNDER_WAY_MIN_CALLS=32,SEARCH_CATCH_UP_MS=20,DRAIN_LATENCIES=3;function createStartTimes(mode,startMs){let times=createAnswerTimes(),
counts={sent:0,admitted:0,throttled:0,failed:0,inFlight:0},search=createQuotaSearch(mode,startMs,times,counts),ceiling=ceilingOf(mode),paceAfter=(burst,now)=>{let elapsedMs=now-
startMs-(times.typicalMs??0);return choosePace({ceiling:()=>ceiling,burst,elapsedMs,times,now})},pace=mode.kind==="fixed"?paceAfter(Number.POSITIVE_INFINITY,startMs):
void 0,drainUntil,next=Number.NEGATIVE_INFINITY,lastRate,lastUnaware=-1,mostUnderWay=()=>(pace===void 0?search.mostUnderWay():void 0)??underWayLimit(lastRate??0,
times),throttled=answer=>{let{call,now}=answer,isFirst=pace===void 0;pace??=paceAfter(counts.admitted,now);let pauseMs=pace.throttled(answer);isFirst||pauseMs===
"drain"?drainUntil=now+DRAIN_LATENCIES*(times.typicalMs??0):next=Math.max(next,now)+pauseMs,call.number>lastUnaware&&(lastUnaware=counts.sent-1)},drained=now=>{
drainUntil=void 0,next=now+(pace?.drained(now)??0)};return{earliest:()=>drainUntil??(counts.inFlight<mostUnderWay()?next:Number.POSITIVE_INFINITY),started(now){
drainUntil!==void 0&&drained(now),lastRate=(pace??search).rate(now);let latest=now-(pace?.catchUpMs??SEARCH_CATCH_UP_MS);return next<latest&&next!==Number.NEGATIVE_INFINITY&&
pace?.fellBehind(latest-next),next=Math.max(next,latest)+1e3/lastRate,counts.inFlight++,{number:counts.sent++,sentAt:now,rate:lastRate}},answered(call,outcome,now){
if(counts.inFlight--,counts[outcome]++,outcome!=="failed"){times.answered(call.sentAt,now);let isRepeat=call.number<=lastUnaware,taken=times.taken(call.sentAt,now),
answer={call,now,taken,admittedCalls:counts.admitted,isRepeat};outcome==="throttled"?throttled(answer):(pace??search).admitted(answer)}drainUntil!==void 0&&counts.
inFlight===0&&drained(now),mode.kind==="auto"&&mode.share<1&&ceiling===Number.POSITIVE_INFINITY&&pace?.isSure&&(ceiling=pace.quota*mode.share)},stats:()=>({...counts,
rate:pace&&lastRate,quota:pace?.quota})}}function ceilingOf(mode){return mode.kind==="known"?mode.quota:mode.kind==="fixed"?mode.perSecond:Number.POSITIVE_INFINITY}
function underWayLimit(rate,times){let{typicalMs=0,shortestMs:shortestMs2}=times,queuedMs=Math.max(UNDER_WAY_QUEUED_MS,UNDER_WAY_LATENCIES*shortestMs2);return Math.
max(UNDER_WAY_MIN_CALLS,rate*Math.min(queuedMs,UNDER_WAY_LATENCIES*typicalMs)/1e3)}var MAX_IN_FLIGHT=256;function createPacer(options){let{clock,mode,maxInFlight=MAX_IN_FLIGHT,onAdmitted}=options,startTimes=createStartTimes(mode,clock.now()),waiting=new Set,
alarm=createAlarm(clock,release),start=now=>{let call=startTimes.started(now);return{done(outcome){if(call===void 0)return;let answered=call;call=void 0,startTimes.
answered(answered,outcome,clock.now()),outcome==="admitted"&&onAdmitted?.(),release()}}},mayStart=now=>startTimes.stats().inFlight<maxInFlight&&startTimes.earliest()<=
now,setAlarm=now=>alarm.set(waiting.size===0?Number.POSITIVE_INFINITY:startTimes.earliest(),now);function release(){let now=clock.now();for(let resolve of waiting){
if(!mayStart(now))break;waiting.delete(resolve),resolve(start(now))}setAlarm(now)}return{async acquire(signal){signal?.throwIfAborted();let now=clock.now();return waiting.
size===0&&mayStart(now)?start(now):await new Promise((resolve,reject)=>{let go=permit=>{forget?.(),resolve(permit)},forget=signal&&onAbort(signal,()=>{waiting.delete(
go),setAlarm(clock.now()),reject(signal.reason)});waiting.add(go),setAlarm(now)})},get stats(){return startTimes.stats()}}}export{noteThrottling,createPacer};
