import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{require_dist,require_dist2}from"./lib-debug.js";import{inWords}from"./part-lib-network-words.js";import{UserError}from"./part-lib-user-error.js";
import{__toESM}from"./lib-empty-2.js";var import_http_proxy_agent=__toESM(require_dist2(),1),import_https_proxy_agent=__toESM(require_dist(),1);import{Agent}from"node:http";import{Agent as TlsAgent}from"node:https";
import{isIP}from"node:net";import{checkServerIdentity}from"node:tls";function createProxyAgents(proxies,pool,secureContext){let tls=secureContext===void 0?{}:{secureContext};return{http:new Crossroads("http:",proxies,proxy=>proxy===
void 0?new Agent(pool):new Relay(proxy,pool)),https:new TlsCrossroads("https:",proxies,proxy=>proxy===void 0?new TlsAgent({...pool,...tls}):new Tunnel(proxy,pool,
tls))}}var Ways=class{#protocol;#proxies;#open;#agents=new Map;constructor(...[protocol,proxies,open]){this.#protocol=protocol,this.#proxies=proxies,this.#open=
open}addRequest(request,target){let{host="",port=""}=target,proxy=this.#proxies.find({protocol:this.#protocol,hostname:host,port:String(port)}),agent=this.#agents.
get(proxy?.url)??this.#open(proxy);this.#agents.set(proxy?.url,agent);let secureEndpoint=this.#protocol==="https:";agent.addRequest(request,{...target,...proxy===
void 0?{}:{secureEndpoint}})}destroy(){for(let agent of this.#agents.values())agent.destroy()}},Crossroads=class extends Agent{#ways;constructor(protocol,proxies,open){
super({keepAlive:!0}),this.#ways=new Ways(protocol,proxies,open)}addRequest(request,target){this.#ways.addRequest(request,target)}destroy(){this.#ways.destroy()}},
TlsCrossroads=class extends TlsAgent{#ways;constructor(...options){super({keepAlive:!0}),this.#ways=new Ways(...options)}addRequest(request,target){this.#ways.addRequest(
request,target)}destroy(){this.#ways.destroy()}},Tunnel=class extends import_https_proxy_agent.HttpsProxyAgent{#via;#tls;constructor(via,pool,tls){super(via.url,
{...pool,headers:authorization(via)}),this.#via=via,this.#tls=tls,this.on("proxyConnect",(answer,request)=>{answer.statusCode!==200&&request.destroy(refused(via,
request.host,answer.statusCode))})}async connect(request,options){try{return await super.connect(request,{...options,...this.#tls,...identityOf(options.host)})}catch(error){
throw unreachable(this.#via,error)}}};function identityOf(host=""){return isIP(host)===0?{}:{checkServerIdentity:(_,certificate)=>checkServerIdentity(host,certificate)}}
var Relay=class extends import_http_proxy_agent.HttpProxyAgent{#via;constructor(via,pool){super(via.url,{...pool,headers:authorization(via)}),this.#via=via}async connect(request,options){
request.prependOnceListener("response",response=>{response.statusCode===407&&request.destroy(refused(this.#via,request.host,407))});try{return await super.connect(
request,options)}catch(error){throw unreachable(this.#via,error)}}};function authorization({credentials}){return credentials===void 0?{}:{"Proxy-Authorization":`\
Basic ${Buffer.from(credentials).toString("base64")}`}}function refused({url,variable,credentials},host,status){let why=status===407?credentials===void 0?": it \
asks for a user name and a password":": it does not accept the user name and password":"";return new UserError("proxy-refused",`The proxy ${url} of ${variable} \
refused to connect to ${host} (HTTP ${status})${why}.`,{where:variable,fix:status===407?"Write them as http://USER:PASSWORD@HOST:PORT, special characters percen\
t-encoded.":`Have the proxy allow ${host}, or add it to NO_PROXY if it can be reached without the proxy.`})}function unreachable({url,variable},cause){let{code,
message=String(cause)}=cause??{},words=inWords(message),reason=words===message?code??message:words;return new UserError("proxy-unreachable",`The proxy ${url} of\
 ${variable} cannot be reached (${reason}).`,{where:variable,fix:`Correct ${variable}, or remove it where no proxy is needed.`,cause})}export{createProxyAgents};
