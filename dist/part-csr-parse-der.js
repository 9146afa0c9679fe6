import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var TAG={boolean:1,integer:2,bitString:3,octetString:4,null:5,oid:6,sequence:48,set:49},MAX_DEPTH=32,MAX_OID=128,CONSTRUCTED=32,DerError=class extends Error{name="\
DerError";constructor(problem,offset){super(`${problem} at byte ${offset}`)}};function readElement(bytes,offset,end){let tag=byteAt(bytes,offset,end),position=offset+
1;(tag&31)===31&&(position=skipTagNumber(bytes,position,end));let length=byteAt(bytes,position,end);if(position+=1,length===128)throw new DerError("a length is \
indefinite (BER, not DER)",position-1);if(length>128){let count=length&127;if(byteAt(bytes,position,end)===0)throw new DerError("a length is not in its shortest\
 form",position-1);if(count>4)throw new DerError("a length reaches beyond the end",position-1);length=0;for(let index=0;index<count;index+=1)length=length*256+byteAt(
bytes,position,end),position+=1;if(length<128)throw new DerError("a length is not in its shortest form",position-1)}if(length>end-position)throw new DerError("a\
 length reaches beyond the end",position-1);return{tag,start:offset,contentStart:position,end:position+length}}function byteAt(bytes,offset,end){let byte=offset<
end?bytes[offset]:void 0;if(byte===void 0)throw new DerError("the data ends too early",offset);return byte}function skipTagNumber(bytes,offset,end){let position=offset,
number=0;for(let more=!0;more;position+=1){let byte=byteAt(bytes,position,end);if(number=number*128+(byte&127),number===0||number>65535)throw new DerError("a ta\
g number is not valid",offset);more=byte>=128}if(number<31)throw new DerError("a tag number is not in its shortest form",offset);return position}var DerReader=class _DerReader{bytes;end;#offset;constructor(bytes,start=0,end=bytes.
length){this.bytes=bytes,this.end=end,this.#offset=start}get nextTag(){return this.#offset<this.end?this.bytes[this.#offset]:void 0}any(){let element=readElement(
this.bytes,this.#offset,this.end);return this.#offset=element.end,element}take(tag,what){if(this.nextTag!==tag)throw new DerError(`${what} is missing`,this.#offset);
return this.any()}enter(tag,what){return this.inside(this.take(tag,what))}inside(element){return new _DerReader(this.bytes,element.contentStart,element.end)}content(element){
return this.bytes.subarray(element.contentStart,element.end)}raw(element){return this.bytes.subarray(element.start,element.end)}oid(what){return oidText(this.content(
this.take(TAG.oid,what)))}unsigned(what){let element=this.take(TAG.integer,what),content=this.content(element),first=content[0]??0;if(first>=128)throw new DerError(
`${what} is negative`,element.start);return first===0?content.subarray(1):content}octets(what){let content=this.content(this.take(TAG.bitString,what));if(content[0]!==
0)throw new DerError(`${what} is not made of whole bytes`,this.#offset-content.length);return content.subarray(1)}finish(what){if(this.#offset<this.end)throw new DerError(
`${what} is followed by ${this.end-this.#offset} bytes more`,this.#offset)}};function assertDer(bytes){let reader=new DerReader(bytes);assertElement(bytes,reader.
any(),0),reader.finish("the structure")}function assertElement(bytes,element,depth){let{tag,contentStart,end}=element;if((tag&CONSTRUCTED)===0){assertPrimitive(
bytes,element);return}if(tag<64&&tag!==TAG.sequence&&tag!==TAG.set&&tag!==40&&tag!==43)throw new DerError("a string is in pieces (BER, not DER)",element.start);
if(depth===MAX_DEPTH)throw new DerError(`the nesting is deeper than ${MAX_DEPTH}`,element.start);for(let offset=contentStart;offset<end;){let child=readElement(
bytes,offset,end);assertElement(bytes,child,depth+1),offset=child.end}}function assertPrimitive(bytes,{tag,start,contentStart,end}){let length=end-contentStart,
first=bytes[contentStart]??0;switch(tag){case TAG.boolean:if(length!==1||first!==0&&first!==255)throw new DerError("a boolean is not DER",start);break;case TAG.
integer:{let sign=(bytes[contentStart+1]??0)>=128,padded=length>1&&(first===0&&!sign||first===255&&sign);if(length===0||padded)throw new DerError("an integer is\
 not in its shortest form",start);break}case TAG.bitString:{let unused=length===1?first!==0:((bytes[end-1]??0)&(1<<first)-1)!==0;if(length===0||first>7||unused)
throw new DerError("a bit string is not DER",start);break}case TAG.null:if(length!==0)throw new DerError("a NULL is not empty",start);break;case TAG.oid:assertOid(
bytes,start,contentStart,end);break;case TAG.sequence-CONSTRUCTED:case TAG.set-CONSTRUCTED:case 0:throw new DerError("a tag is not valid",start)}}function assertOid(bytes,start,contentStart,end){
if(end-contentStart>MAX_OID)throw new DerError(`an object identifier is longer than ${MAX_OID} bytes`,start);let arcStarts=!0;for(let offset=contentStart;offset<
end;offset+=1){let byte=bytes[offset]??0;if(arcStarts&&byte===128)throw new DerError("an object identifier is not in its shortest form",start);arcStarts=byte<128}
if(end===contentStart||!arcStarts)throw new DerError("an object identifier is incomplete",start)}function oidText(content){let text="",arc=0;for(let byte of content)
if(typeof arc=="number"&&arc>2**45&&(arc=BigInt(arc)),arc=typeof arc=="number"?arc*128+(byte&127):arc*128n+BigInt(byte&127),!(byte>=128)){if(text===""){let first=arc<
80?Math.floor(Number(arc)/40):2;text=`${first}.${typeof arc=="number"?arc-first*40:arc-BigInt(first*40)}`}else text+=`.${arc}`;arc=0}return text}function encode(tag,...content){
let length=content.reduce((sum,part)=>sum+part.length,0),header=[tag];if(length<128)header.push(length);else{let digits=[];for(let rest=length;rest>0;rest=Math.
floor(rest/256))digits.unshift(rest%256);header.push(128+digits.length,...digits)}return Buffer.concat([Uint8Array.from(header),...content])}export{TAG,DerError,DerReader,assertDer,oidText,encode};
