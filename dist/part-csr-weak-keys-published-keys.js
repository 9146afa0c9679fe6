import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{base64url,uncompressedPoint}from"./part-csr-parse-key.js";import{createHash}from"node:crypto";import{readFileSync}from"node:fs";var PLACES=65536;function readPrefixList(file,rest){let bytes=readFileSync(file),starts=new Uint32Array(PLACES+1).fill(PLACES,
0,1);for(let place=0;place<PLACES;place+=1)starts[place+1]=(starts[place]??0)+(bytes[place]??0)*rest;return{mayHave(number){let place=(number[0]??0)*256+(number[1]??
0);for(let start=starts[place]??0;start<(starts[place+1]??0);start+=rest){let same=0;for(;same<rest&&bytes[start+same]===number[same+2];)same+=1;if(same===rest)
return!0}return!1}}}var DEBIAN_KEY_BITS=2048,list;function isDebianKey(fingerprint){return list??=readPrefixList(new URL("./debian-keys.bin",import.meta.url),5),list.mayHave(fingerprint)}var debianKey={about:"request",id:"debian-key",severity:"error",isFixed:!1,title:"An RSA key is none of those that Debian's broken OpenSSL made.",source:{name:"\
CVE-2008-0166",url:"https://www.cve.org/CVERecord?id=CVE-2008-0166"},why:"From 2006 to 2008 the OpenSSL of Debian and its descendants had no randomness but the \
process id, and images of those systems live on in devices. AWS IoT Device Defender flags certificates of such keys, after they were issued. The list holds the \
2048-bit keys that `openssl req` and `openssl genrsa` made on 32-bit and 64-bit x86, with a file ~/.rnd and without it (by the newer versions, such as 0.9.8g of\
 lenny): 131,072 of them, computed anew by .ci/known-keys/debian.c. Keys of ssh-keygen, of other machines, and of older versions without ~/.rnd are not on it.",
check({request:{key}}){if(!(key.type!=="rsa"||key.bits!==DEBIAN_KEY_BITS)&&isDebianKey(createHash("sha256").update(key.modulus).digest()))return{message:"Its RS\
A key was made by Debian's broken OpenSSL (CVE-2008-0166), so that everyone has the private key.",fix:"Update the system of the device, and make a new key."}}};function toInteger(bytes){return bytes.length===0?0n:BigInt(`0x${Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length).toString("hex")}`)}function toBytes(number,length=0){
let hex=number===0n?"":number.toString(16);return Buffer.from(hex.padStart(Math.max(length*2,hex.length+hex.length%2),"0"),"hex")}function bitLength(number){if(number===
0n)return 0;let hex=number.toString(16);return hex.length*4-Math.clz32(Number.parseInt(hex.charAt(0),16))+28}function root(number,k){if(number<2n)return number;
let exponent=BigInt(k),guess=1n<<BigInt(Math.ceil(bitLength(number)/k));for(;;){let next=((exponent-1n)*guess+number/guess**(exponent-1n))/exponent;if(next>=guess)
return guess;guess=next}}function power(base,exponent,modulus){let[result,square]=[1n,base%modulus];for(let rest=exponent;rest>0n;rest>>=1n)(rest&1n)===1n&&(result=
result*square%modulus),square=square*square%modulus;return result}function smallPower(base,exponent,modulus){let[result,square]=[1,base%modulus];for(let rest=exponent;rest>
0;rest=Math.floor(rest/2))rest%2===1&&(result=result*square%modulus),square=square*square%modulus;return result}function primesUpTo(limit){let isComposite=new Uint8Array(
limit+1),primes=[];for(let n=2;n<=limit;n+=1)if(isComposite[n]!==1){primes.push(n);for(let multiple=n*n;multiple<=limit;multiple+=n)isComposite[multiple]=1}return primes}
function product(numbers){if(numbers.length<=1)return numbers[0]??1n;let half=numbers.length>>1;return product(numbers.slice(0,half))*product(numbers.slice(half))}import{createECDH}from"node:crypto";var list2;function looksLikeSmallMultiple(point){return list2??=readPrefixList(new URL("./small-multiples.bin",import.meta.url),2),list2.mayHave(point.subarray(
1))}var FIELDS={"P-256":{openssl:"prime256v1",size:32,prime:(1n<<256n)-(1n<<224n)+(1n<<192n)+(1n<<96n)-1n},"P-384":{openssl:"secp384r1",size:48,prime:(1n<<384n)-(1n<<
128n)-(1n<<96n)+(1n<<32n)-1n},"P-521":{openssl:"secp521r1",size:66,prime:(1n<<521n)-1n}},STEP_BITS=12,STEP=1<<STEP_BITS,STEPS=16,LARGEST_SMALL=STEPS*(2*STEP+1)+
STEP,tables=new Map;function hasSmallPrivateNumber(curve,point){return curve==="P-256"&&!looksLikeSmallMultiple(point)?!1:isSmallMultiple(curve,point)}function isSmallMultiple(curve,point){
let{prime,size}=FIELDS[curve],{near,far}=multiplesOf(curve),[x,y]=[toInteger(point.subarray(1,1+size)),toInteger(point.subarray(1+size))];if(near.has(x))return!0;
let differences=far.map(step=>modulo(step.x-x,prime));if(differences.includes(0n))return!0;let inverses=invertAll(differences,prime);return far.some((step,index)=>{
let inverse=inverses[index]??0n;return[step.y-y,step.y+y].some(rise=>{let slope=rise*inverse%prime;return near.has(modulo(slope*slope-x-step.x,prime))})})}function multiplesOf(curve){
let known=tables.get(curve);if(known!==void 0)return known;let field=FIELDS[curve],base=basePoint(field),near=multiples(base,STEP,field.prime),last=near.at(-1)??
base,step=add(double(last,field.prime),base,field.prime),made={near:new Set(near.map(({x})=>x)),far:multiples(step,STEPS,field.prime)};return tables.set(curve,made),
made}function basePoint({openssl,size}){let ecdh=createECDH(openssl);ecdh.setPrivateKey(Buffer.alloc(size).fill(1,size-1));let point=ecdh.getPublicKey();return{
x:toInteger(point.subarray(1,1+size)),y:toInteger(point.subarray(1+size))}}function multiples(point,count,prime){let points=[point];for(;points.length<count;){let last=points.
at(-1)??point,others=points.slice(0,-1),inverses=invertAll(others.map(({x})=>modulo(x-last.x,prime)),prime),sums=others.map((other,index)=>sum(last,other,(other.
y-last.y)*(inverses[index]??0n),prime));points.push(...sums,double(last,prime))}return points}function add(a,b,prime){let[inverse=0n]=invertAll([modulo(b.x-a.x,
prime)],prime);return sum(a,b,(b.y-a.y)*inverse,prime)}function double(point,prime){let[inverse=0n]=invertAll([modulo(2n*point.y,prime)],prime);return sum(point,
point,3n*(point.x*point.x-1n)*inverse,prime)}function sum(a,b,anySlope,prime){let slope=modulo(anySlope,prime),x=modulo(slope*slope-a.x-b.x,prime);return{x,y:modulo(
slope*(a.x-x)-a.y,prime)}}function invertAll(numbers,prime){let products=[1n];for(let number of numbers)products.push((products.at(-1)??1n)*number%prime);let inverse=invert(
products.at(-1)??1n,prime),inverses=[];for(let index=numbers.length-1;index>=0;index-=1)inverses.push(inverse*(products[index]??1n)%prime),inverse=inverse*(numbers[index]??
1n)%prime;return inverses.reverse()}function invert(number,prime){let[x,y]=[prime,number],[ofX,ofY]=[0n,1n];for(;y>1n;){let quotient=x/y;[x,y]=[y,x-quotient*y],
[ofX,ofY]=[ofY,ofX-quotient*ofY]}return modulo(ofY,prime)}function modulo(number,prime){let rest=number%prime;return rest<0n?rest+prime:rest}var ecPrivateNumber={about:"request",id:"ec-private-number",severity:"error",isFixed:!0,title:"The private number of an EC key is not one that can be counted to\
.",source:{name:"NIST SP 800-186, section 3.1.2",url:"https://doi.org/10.6028/NIST.SP.800-186"},why:"A generator that gives 16 bits, a buffer that was never fil\
led, or a counter gives a private number that whoever has the public key finds by counting. Numbers up to 135,184 are looked for, and as many below the order of\
 the curve, which have the same points mirrored. On P-256 a list of what these points begin with lets sound keys pass; what looks like one of them, and every ke\
y on P-384 and P-521, takes 0.1 to 0.2 ms.",check({request:{key},isKeyUsable}){let point=key.type==="ec"&&isKeyUsable?uncompressedPoint(key):void 0;if(!(key.type!==
"ec"||point===void 0||!hasSmallPrivateNumber(key.curve,point)))return{message:"The private number of its EC key is so small, or so near to the order of the curv\
e, that anybody finds it.",fix:"Make a new key with another random number generator, and replace every key that this one has made."}}};import{hash}from"node:crypto";var PUBLISHED_KEYS=new Map([["079b35092f489e86fdaf26a97bafc69ff8c21c4f0df8b0d4d88a1831ee40f13c","RFC 6979"],["09fb53d482a074f014939ca3fd5982516b66e8b5f063a9a003\
ba61fd93ddf6af","CPython, Lib/test"],["1c0a96418e55b2f9e572cc66885d00602438d533a76ca0d5c955f8ac09881d72","CPython, Lib/test"],["1f632c1b69e93a3f6fb11ff0abe1e9cd\
9ebee824b39ca5c74c608b79a572ffce","RFC 9216"],["217b759746277242b057fa10334286c88242dd8a9a33fdb2892ffb13bf1c8fd9","CPython, Lib/test"],["258326b7373f8e45aad2f63\
de199d5b52b19d37e825a3347e3af3d27e3e0080b","RFC 7520"],["27195c3aede13c262b1b9c8f8120f7e44d803a961b4414366a089e073455420b","CPython, Lib/test"],["2b57cafa33ec1a\
6d91de4af065cee985256dd4c2074220802c2e7d345f72098d","CPython, Lib/test"],["3130d22208cd95f5b1764d1f2e26ada39fe23f6467260217d7db054b2aab1f71","CPython, Lib/test"],
["39cedf7dab47fbbec5b989eb5b979faa08a4d15ee67048d3330895f0d3208074","CPython, Lib/test"],["3bf561e04e1ab1f1fa6b3a380c341305d15c33a80d985b196eb25d5b24951096","CP\
ython, Lib/test"],["4684768c5bec4ddaf6f26778dca5e6454d271e5b18dfcd74bb21ae466af0b377","Node.js, test/fixtures/keys"],["4cef6712be02dc19cf064219c3d181dbcbbd7a0ff\
ae3883181744e867085567e","RFC 9635"],["4d54d89e270f1208bc7ee3590891f07a1f5c9702586b37dc4e5a5f230265ab66","Node.js, test/fixtures/keys"],["554f7dd9a726a5d414447d\
18b980688e5032d932ebe0f30f2a834bb812f5b862","CPython, Lib/test"],["66644ab06f99ce6be784b0783668cead8f746453f7b23997c3e73a6cacd0a23b","RFC 7520"],["6759fe5dfdba0\
1e937760de6be7df7392fbaf58f20e1899ec373e866de1f2259","Node.js, test/fixtures/keys"],["686f9a02b71ff0db46808be0f1fddf4639d303f4654fcd956ab37ae8b9ce0125","CPython\
, Lib/test"],["6915a5afe751fb3e91fca90187c3b08de9e4ace178f1fcba8d5f53a0503a489e","Node.js, test/fixtures/keys"],["6962084d081f15945f72aa423a890b7d3568e55d9050e0\
c20314c6d56f1d85e3","RFC 6605"],["718d4d86179831caf9ff705a08a587e33797bd534b8cbb112c641b1a9964a052","RFC 9500"],["73445d657bf3d9551e03d632768f73a5dc51fdb85922f1\
8e3aa8d6a0a5699ab6","CPython, Lib/test"],["74cdf9576bbd502a3d2430d5761ba186ee111e2310f57fec49d3e11e4688f197","CPython, Lib/test"],["75ec43793a1681e6f043eb674ffd\
85fcf479c583a2fabed37d554013d69c43b2","RFC 8696"],["7dad088dd74111e234f48d280d741813fbf4d5e6fba4c020d4b88e9bcf20de50","CPython, Lib/test"],["91c2c702c0240040ba2\
a82a55357ac081cbac4b463632d77efa71d25b2c2b2a2","RFC 7520"],["9737ff9c0d631a8e96c31c90a1720d220e013178628f5d7d44797192dd984d97","CPython, Lib/test"],["9824cb1775\
986a785650f3423593968febf6dec5166a6faf17d34782dd2f6faa","RFC 7520"],["9f9b34693eae738f5b1044dd78e11ffb031c00f76fe315a4795194b5e1e87ff8","CPython, Lib/test"],["9\
ff8fb6fbc79559a40477ec14a6d5b79466cdd8ee9f2137285da35908c9f1758","CPython, Lib/test"],["a9bec6de794a1e7a17d3f5c21c0d2b2e41c2d34b072554de47151da423ef6e41","CPyth\
on, Lib/test"],["b18b86ce1389e46de87aa4a5131ce83c1160fa33c087ab15b863574d31d8ff3c","RFC 6979"],["b2ccb80df3aaa44261190cdeae4f8e880ebaaacc29b571519296073003c2abf\
9","CPython, Lib/test"],["b7cef4cb153796f7b04eae9057f225ed91ffb74dd71183f12c554cbf7a7aa323","CPython, Lib/test"],["bf9052fa41b6dbcaf5a0d974a6f13810476659d9bffb9\
a0511889887975d66ca","CPython, Lib/test"],["c78a8ffe31f9401d0afdbf1274ab499b90661b0caadb86931b895bd4ff9495d2","CPython, Lib/test"],["c8b9a8e7f164515be2e59bce8ef\
78d1fe1f5d605411be6cda64ef6bc050c192b","RFC 6979"],["c9d85347bc1d5f4b889d8a981528e70bbc84caeaff23eb25d3960e419c2e9d85","CPython, Lib/test"],["cc95d3c4064277ea8d\
5a022736c00bdd9a0e0ca83ba9618586d14b1f40325b20","CPython, Lib/test"],["d5246bc377541fb76508de53d527eb973a81b755144ab531a6a0b7b4af0e7088","RFC 9500"],["dcd2446ca\
98830c843c493a672364ba971d674fbef5ce87d697165b31e90300a","RFC 7515"],["e5d72e2dea949a1511542a1c34b37cad208d5cfde30b9bef4a3a6081de1b2f8e","CPython, Lib/test"],["\
efe888748cd5ef3cb27ad9a2594e1a652e063ade3a5e22c8729b431e0262ba74","CPython, Lib/test"],["f47b900c089d1ec5aa6b578a64713abb7abbefda6849c3015a495a39cc5693f8","RFC \
6605"],["fabc847be25f1b547aef300963625bab86fddedb00978c1ee0d666dc7a998576","CPython, Lib/test"]]);var publishedKey={about:"request",id:"published-key",severity:"error",isFixed:!1,title:"The private key does not stand in an RFC, or in the tests of widespread \
software.",source:{name:"RFC 9500, section 1",url:"https://www.rfc-editor.org/rfc/rfc9500#section-1"},why:"Keys from examples find their way into devices. The l\
ist holds 45 keys that AWS IoT would take: from RFCs, and from the tests of Node.js and CPython; it is .ci/known-keys/published.txt. The P-256 key of RFC 9500 i\
s not on it, because other linters take it for an acceptable key of tests.",check({request:{key}}){let number=numberOf(key),place=number===void 0?void 0:PUBLISHED_KEYS.
get(hash("sha256",number,"hex"));if(place!==void 0)return{message:`Its private key is published (${place}), so that everyone has it.`,fix:"Make a key on the dev\
ice instead of copying one from an example."}}};function numberOf(key){if(key.type!=="other")return key.type==="rsa"?key.modulus:uncompressedPoint(key)}var STEPS2=65536,FIRST=5040,MORE=[2431,437,899,1517,2021,3127,4087],squares;function closeFactor(modulus){let floor=root(modulus,2),start=floor*floor===modulus?
floor:floor+1n;squares??=new Map([FIRST,...MORE].map(m=>[m,squaresModulo(m)]));let isCandidate=residueTest(start,modulus,FIRST,squares),areCandidates=MORE.map(m=>residueTest(
start,modulus,m,squares??new Map));for(let step=0;step<STEPS2;step+=1){if(!isCandidate(step)||!areCandidates.every(test=>test(step)))continue;let a=start+BigInt(
step),b=root(a*a-modulus,2);if(b*b===a*a-modulus)return a-b>1n?a-b:void 0}}function residueTest(start,n,m,tables2){let[first,product2]=[Number(start%BigInt(m)),
Number(n%BigInt(m))],isSquare=tables2.get(m)??new Uint8Array(m),passes=new Uint8Array(m);for(let step=0;step<m;step+=1){let a=(first+step)%m;passes[step]=isSquare[(a*
a%m+m-product2)%m]??0}return step=>passes[step%m]===1}function squaresModulo(modulus){let table=new Uint8Array(modulus);for(let n=0;n<modulus;n+=1)table[n*n%modulus]=
1;return table}var rsaClosePrimes={about:"request",id:"rsa-close-primes",severity:"error",isFixed:!0,title:"The primes of an RSA key do not lie close together.",source:{name:"\
B\xF6ck, Fermat factorization in the wild (CVE-2022-26320); FIPS 186-5, section A.1.3",url:"https://fermatattack.secvuln.info/"},why:"Printers and other devices\
 took the next prime after the first as the second one. Fermat's method of 1643 factors such a key at once. 65,536 steps of it are done, which finds primes of a\
 2048-bit key that differ by less than 2^521.",check({rsa}){if(!(rsa===void 0||closeFactor(rsa.modulus)===void 0))return{message:"The two primes of its RSA key \
lie so close together that Fermat's method finds them at once.",fix:"Make a new key with another tool, and replace every key that this one has made."}}};var rsaKnownPrime={about:"batch",id:"rsa-known-prime",severity:"error",isFixed:!0,title:"No prime of an RSA key is one that others have found in several keys.",
source:{name:"badkeys, the check sharedprimes",url:"https://badkeys.info/docs/sharedprimes.html"},why:"Who collects public keys and divides them by each other h\
as the primes that devices with too little randomness share. 620 of them, of keys of 2048 and 4096 bits, are known to everyone, and a key with one of them is br\
oken although no other key of the batch has it. All moduli of up to 4,096 bits are divided by them at once, together with those of rsa-medium-factor, which adds\
 less than 0.1 ms a key for 1,000 RSA-2048 keys.",check({listed}){return listed.map(({path})=>({path,message:"A prime of its RSA key is known from other keys, s\
o that its private key follows from the public one.",fix:"Make a new key with another random number generator, and replace every key that this one has made."}))}};var rsaMediumFactor={about:"batch",id:"rsa-medium-factor",severity:"error",isFixed:!0,title:"The modulus of an RSA key has no prime factor of 17 to 24 bits.",source:{
name:"NIST SP 800-89, section 5.3.3",url:"https://doi.org/10.6028/NIST.SP.800-89"},why:"Such a factor says the same as a smaller one, which rsa-small-factor is \
about. All moduli of the batch of up to 4,096 bits are divided by the 1,071,329 primes between 65,536 and 16,777,216 at once, which takes a fifth of a second fo\
r one key and 2 ms a key for 1,000 RSA-2048 keys.",check({divisible}){return divisible.flatMap(({factor,entries})=>entries.map(({path})=>({path,message:factor<=
Number.MAX_SAFE_INTEGER?`The modulus of its RSA key can be divided by ${factor}.`:"The modulus of its RSA key has several prime factors of 17 to 24 bits.",fix:"\
Make a new key, and find out whether the file or the generator of the device is damaged."})))}};var WINDOW=52;function gcd(a,b){let[x,y]=a>=b?[a,b]:[b,a],bits=bitLength(x);for(;bits>2*WINDOW&&y!==0n;){let shift=bits-WINDOW,steps=leadingSteps(Number(x>>BigInt(
shift)),Number(y>>BigInt(shift)));if(steps.q===0)[x,y]=[y,x%y],bits=bitLength(x);else{let[p,q,r,s]=[BigInt(steps.p),BigInt(steps.q),BigInt(steps.r),BigInt(steps.
s)];[x,y]=[p*x+q*y,r*x+s*y],bits=shift+Math.floor(Math.log2(steps.x))+2}}for(;y!==0n;)[x,y]=[y,x%y];return x}function leadingSteps(leadingX,leadingY){let[x,y]=[
leadingX,leadingY],[p,q,r,s]=[1,0,0,1];for(;y+r!==0&&y+s!==0;){let quotient=Math.floor((x+p)/(y+r));if(quotient!==Math.floor((x+q)/(y+s)))break;[p,q,r,s]=[r,s,p-
quotient*r,q-quotient*s],[x,y]=[y,x-quotient*y]}return{p,q,r,s,x}}function shortVector(basis){let[a,b,c]=basis.map(toMember);for(let step=0;step<5e3;step+=1){[a,b,c]=[a,b,c].sort(byLength);let quotient=toQuotient(dot(a,b)/a.square,
b.exponent-a.exponent);if(quotient!==0n){b=toMember(minus(b.vector,a.vector,quotient));continue}let[ab,ac,bc]=[dot(a,b),dot(a,c),dot(b,c)],area=a.square*b.square-
ab*ab,ofA=toQuotient((ac*b.square-bc*ab)/area,c.exponent-a.exponent),ofB=toQuotient((bc*a.square-ac*ab)/area,c.exponent-b.exponent);if(ofA===0n&&ofB===0n)return a.
vector;c=toMember(minus(minus(c.vector,a.vector,ofA),b.vector,ofB))}return a.vector}function toMember(vector){let[x,y,z]=[Number(vector[0]),Number(vector[1]),Number(
vector[2])],longest=Math.max(Math.abs(x),Math.abs(y),Math.abs(z)),exponent=longest===0?0:Math.floor(Math.log2(longest)),unit=2**-exponent,direction=[x*unit,y*unit,
z*unit],square=direction[0]**2+direction[1]**2+direction[2]**2;return{vector,direction,exponent,square}}function byLength(a,b){return a.exponent-b.exponent||a.square-
b.square}function dot({direction:[a,b,c]},{direction:[x,y,z]}){return a*x+b*y+c*z}function toQuotient(number,exponent){let value=number*2**exponent;if(!Number.isFinite(
value))return 0n;if(Math.abs(value)<2**50)return BigInt(Math.round(value));let shift=Math.max(0,Math.floor(Math.log2(Math.abs(value)))-50);return BigInt(Math.round(
value*2**-shift))<<BigInt(shift)}function minus(vector,other,times){return times===0n?vector:[vector[0]-times*other[0],vector[1]-times*other[1],vector[2]-times*
other[2]]}var MAX_WORD_BITS=128,[TOP_BITS,LOW_BITS]=[16,32],PRECISION=1e3,SURPRISE_BITS=20;function patternedFactor(modulus){let m=Math.ceil(bitLength(modulus)/2)-TOP_BITS,
candidates=[candidateOfOne(modulus,m)];for(let wordBits=MAX_WORD_BITS;wordBits>MAX_WORD_BITS/2;wordBits-=1)candidates.push(candidateOfBoth(modulus,wordBits,m));
for(let candidate of candidates){let factor=candidate===void 0?1n:gcd(modulus,absolute(candidate));if(factor!==1n&&factor!==modulus)return factor}}function candidateOfOne(modulus,m){
let precision=Math.min(m,PRECISION),scale=TOP_BITS+LOW_BITS,[a,b,product2]=shortVector([[1n<<BigInt(scale),0n,BigInt.asUintN(precision,modulus)],[0n,1n<<BigInt(
scale),-BigInt.asUintN(precision,modulus>>BigInt(m))],[0n,0n,1n<<BigInt(precision)]]),longest=(precision+2*scale)/3-SURPRISE_BITS;if(![a,b,product2].some(number=>bitLength(
absolute(number))>longest))return(a>>BigInt(scale)<<BigInt(m))+(b>>BigInt(scale))}function candidateOfBoth(modulus,wordBits,m){let multiple=modulus*((1n<<BigInt(
wordBits))-1n)**2n,low=BigInt.asIntN(m,multiple),longest=2*(wordBits+TOP_BITS+LOW_BITS);if(absolute(low)>>BigInt(longest)!==0n)return;let rest=multiple-low>>BigInt(
m),middle=BigInt.asIntN(m,rest);if(absolute(middle)>>BigInt(longest)!==0n)return;let high=rest-middle>>BigInt(m),square=middle*middle-4n*high*low;return square<
0n?void 0:(high<<BigInt(m))+(middle+root(square,2))/2n}function absolute(number){return number<0n?-number:number}var rsaPatternedPrime={about:"request",id:"rsa-patterned-prime",severity:"error",isFixed:!0,title:"No prime of an RSA key is a word that repeats.",source:{name:"\
Bernstein et al., Factoring RSA keys from certified smart cards: Coppersmith in the wild, 2013, section 3",url:"https://smartfacts.cr.yp.to/"},why:"Smart cards \
with a broken random number generator made primes of bytes or words that repeat, with the next prime after them. Such a prime is found from the modulus alone. W\
ords of up to 128 bits are looked for in primes of half the length of the modulus, of which the highest 16 and the lowest 32 bits may be others. It takes 0.4 ms\
 a key.",check({rsa}){if(!(rsa===void 0||patternedFactor(rsa.modulus)===void 0))return{message:"A prime of its RSA key is a short word that repeats, so that it \
follows from the modulus.",fix:"Make a new key with another random number generator, and replace every key that this one has made."}}};var MAX_IMBALANCE_BITS=64;function smallPrivateExponent(modulus,exponent){let bits=bitLength(modulus);if(bitLength(exponent)<bits/2)return;let[x,y]=[exponent,modulus],
[numerator,lastNumerator]=[1n,0n],[denominator,lastDenominator]=[0n,1n];for(;y!==0n;){let quotient=x/y;[x,y]=[y,x-quotient*y],[numerator,lastNumerator]=[quotient*
numerator+lastNumerator,numerator],[denominator,lastDenominator]=[quotient*denominator+lastDenominator,denominator];let excess=bitLength(y)-bitLength(numerator)-
bits/2;if(excess<-2)return;if(!(excess>MAX_IMBALANCE_BITS+2||numerator===0n)&&isPrivate(modulus,exponent,numerator,denominator))return denominator}}function isPrivate(modulus,exponent,k,d){
if((exponent*d-1n)%k!==0n)return!1;let sum2=modulus-(exponent*d-1n)/k+1n,square=sum2*sum2-4n*modulus;if(sum2<=0n||square<0n)return!1;let difference=root(square,
2);return difference*difference===square&&(sum2+difference)%2n===0n}var rsaPrivateExponent={about:"request",id:"rsa-private-exponent",severity:"error",isFixed:!0,title:"The private exponent of an RSA key is not short.",source:{name:"\
Wiener, Cryptanalysis of short RSA secret exponents, 1990",url:"https://doi.org/10.1109/18.54902"},why:"A short private exponent makes signing faster, and the k\
ey public: below a fourth of the length of the modulus it can be computed from the public exponent, which is then as long as the modulus.",check({rsa}){if(!(rsa===
void 0||smallPrivateExponent(rsa.modulus,rsa.exponent)===void 0))return{message:"The private exponent of its RSA key is so short that it follows from the public\
 one.",fix:"Make a new key with the public exponent 65537."}}};var DEVIATIONS=9,MAX_WORD_BITS2=64,REPEATED_DIGITS=28,PERIODS=[1,2,4],EVIDENCE_BITS=120,MIN_PERIODS=12;function regularityOf(modulus){let words=toWords(modulus),
bits=words.length*32-Math.clz32(words.at(-1)??0),set=words.reduce((sum2,word)=>sum2+popcount(word),0);return Math.abs(set-bits/2)>DEVIATIONS*Math.sqrt(bits)/2?"\
biased":PERIODS.some(period=>isPeriodic(words,period))?"periodic":isRepeating(modulus)?"repeating":void 0}function toWords(number){let bytes=Buffer.from(toBytes(
number)).reverse(),words=new Uint32Array(Math.ceil(bytes.length/4));for(let[index,byte]of bytes.entries())words[index>>2]=((words[index>>2]??0)|byte<<8*(index%4))>>>
0;return words}function popcount(word){let count=0;for(let rest=word;rest!==0;rest&=rest-1)count+=1;return count}function isPeriodic(words,period){let periods=Math.
floor(words.length/period)-2;if(periods<MIN_PERIODS)return!1;let constant=0;for(let place=0;place<period;place+=1){let[all,any]=[4294967295,0];for(let n=1;n<=periods;n+=
1){let word=words[n*period+place]??0;all&=word,any|=word}constant+=popcount(all)+32-popcount(any)}return constant*(periods-1)>=EVIDENCE_BITS}function isRepeating(modulus){
let digits="0".repeat(REPEATED_DIGITS);for(let wordBits=1;wordBits<=MAX_WORD_BITS2;wordBits+=1)if((modulus^modulus>>BigInt(wordBits)).toString(16).includes(digits))
return!0;return!1}var rsaRegularModulus={about:"request",id:"rsa-regular-modulus",severity:"error",isFixed:!1,title:"The modulus of an RSA key looks like a random number.",source:{
name:"badkeys, the checks pattern, rsabias and rsapoly",url:"https://badkeys.info/"},why:"A modulus in which bytes repeat, far more bits are clear than set, or \
the same bits of each word are always clear comes from primes with too little randomness, is damaged, or was made to show something in it. No random modulus has\
 such a regularity: the tests give a false alarm less than once in 10^18 keys. It takes 0.1 ms a key. Who wants a modulus with a text in it sets `rsa-regular-mo\
dulus=warning`.",check({rsa}){let regularity=rsa===void 0?void 0:regularityOf(rsa.modulus);if(regularity!==void 0)return{message:`The modulus of its RSA key is \
not random: ${WORDS[regularity]}.`,fix:"Make a new key with another random number generator."}}},WORDS={biased:"far more than half of its bits are equal",periodic:"\
the same bits of each of its words are equal",repeating:"a short word repeats in it"};var PRIMES=primesUpTo(167),GENERATOR=65537n,group;function hasRocaFingerprint(modulus){group??=makeGroup();let{residues,order,parts}=group;if(PRIMES.some((prime,index)=>residues[index]?.[Number(
modulus%BigInt(prime))]===0))return!1;let residue=modulus%group.modulus;return power(residue,order,group.modulus)!==1n?!1:parts.every(({cofactor,powers})=>powers.
has(power(residue,cofactor,group.modulus)))}function makeGroup(){let modulus=PRIMES.reduce((result,prime)=>result*BigInt(prime),1n),residues=PRIMES.map(prime=>powersModulo(
prime)),order=residues.reduce((result,table)=>{let size=BigInt(table.reduce((sum2,bit)=>sum2+bit,0));return result*size/gcd(result,size)},1n),parts=[...primePowers(
order)].map(primePower=>{let cofactor=order/primePower,step=power(GENERATOR,cofactor,modulus),powers=new Set;for(let value=1n;!powers.has(value);value=value*step%
modulus)powers.add(value);return{cofactor,powers}});return{modulus,order,parts,residues}}function powersModulo(prime){let table=new Uint8Array(prime),step=Number(
GENERATOR%BigInt(prime));for(let value=1%prime;table[value]===0;value=value*step%prime)table[value]=1;return table}function*primePowers(number){let rest=number;
for(let prime of PRIMES.map(BigInt)){let primePower=1n;for(;rest%prime===0n;rest/=prime)primePower*=prime;primePower>1n&&(yield primePower)}}var rsaRoca={about:"request",id:"rsa-roca",severity:"error",isFixed:!1,title:"An RSA key does not come from the broken library of Infineon chips (ROCA).",source:{
name:"CVE-2017-15361",url:"https://www.cve.org/CVERecord?id=CVE-2017-15361"},why:"Trusted platform modules, smart cards and security keys made primes of a form \
that gives them away. AWS IoT Device Defender flags certificates of such keys, after they were issued.",check({rsa}){if(!(rsa===void 0||!hasRocaFingerprint(rsa.
modulus)))return{message:"Its RSA key comes from a broken library of Infineon (ROCA, CVE-2017-15361), and can be factored.",fix:"Update the firmware of the chip\
 and make a new key, or make the key outside of the chip."}}};function listOthers(group2,isOwn,name){let shown=group2.slice(0,4).filter(member=>!isOwn(member)).slice(0,3),more=group2.length-1-shown.length;return`${shown.map(
name).join(", ")}${more>0?` and ${more} more`:""}`}var MESSAGES={modulus:others=>`Its RSA key has the modulus of ${others} with another exponent, so that each can compute the private key of the other.`,prime:others=>`\
Its RSA key has a prime in common with that of ${others}, so that anyone can compute both private keys.`,unclear:others=>`Its RSA key has a prime in common with\
 that of at least one of ${others}, so that anyone can compute both private keys.`},rsaSharedFactor={about:"batch",id:"rsa-shared-factor",severity:"error",isFixed:!0,
title:"No two RSA keys have a prime in common.",source:{name:"Heninger et al., Mining your Ps and Qs: detection of widespread weak keys in network devices, 2012",
url:"https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/heninger"},why:"Devices that make their key at the first boot, with too \
little randomness, come to the same first prime and a different second one. Whoever has two such public keys divides, and has both private keys: 1 in 172 RSA ke\
ys of certificates on the Internet fell to that, most of them of devices (Keyfactor, 2019). Every key of the batch is compared with every other and with the key\
s of the certificates in the ledger and in the manifest, also with revoked ones. Not even one key of a group is safe: the others are public. Where hundreds of k\
eys have many primes in common in many ways, they are refused as one group without finding out which of them share which prime.",check({shared}){return shared.flatMap(
({common,entries,known})=>{let holders=new Map;for(let holder of[...entries,...known])holders.has(holder.spkiSha256)||holders.set(holder.spkiSha256,holder);let group2=[
...holders.values()],members=[...entries.map(nameOf),...group2.filter(holder=>!("path"in holder)).map(nameOf)];return entries.map(entry=>{let others=listOthers(
group2,other=>other.spkiSha256===entry.spkiSha256,nameOf);return{path:entry.path,group:members,message:MESSAGES[common](others),fix:"Make new keys on all of the\
se devices, with a random number generator that has been seeded."}})})}};function nameOf(holder){return"path"in holder?holder.path:`the certificate ${holder.certificateId}`}var LIMIT=65536,primorial;function smallFactor(modulus){if(modulus===0n)return 2;primorial??=product(primesUpTo(LIMIT).map(BigInt));let common=gcd(modulus,primorial%
modulus),factors=common===0n?modulus:common;return factors===1n?void 0:primesUpTo(LIMIT).find(prime=>factors%BigInt(prime)===0n)}var rsaSmallFactor={about:"request",id:"rsa-small-factor",severity:"error",isFixed:!0,title:"The modulus of an RSA key has no small prime factor.",source:{name:"\
NIST SP 800-89, section 5.3.3",url:"https://doi.org/10.6028/NIST.SP.800-89"},why:"A factor up to 65536 says that the modulus is not the product of two large pri\
mes: the key was damaged after it was made, or its maker does not test for primes. Most such numbers can be factored in full.",check({rsa}){let factor=rsa===void 0?
void 0:smallFactor(rsa.modulus);if(factor!==void 0)return{message:`The modulus of its RSA key can be divided by ${factor}.`,fix:"Make a new key, and find out wh\
ether the file or the generator of the device is damaged."}}};import{constants,createPublicKey,publicEncrypt}from"node:crypto";var SMALL_MODULUS_BITS=3072,MAX_EXPONENT_BITS=64;function longestExponent(modulusBits){return modulusBits<=SMALL_MODULUS_BITS?modulusBits-1:MAX_EXPONENT_BITS}function createPower(modulus){
let n=base64url(toBytes(modulus));return(value,exponent)=>{let key=createPublicKey({key:{kty:"RSA",n,e:base64url(toBytes(exponent))},format:"jwk"});return publicEncrypt(
{key,padding:constants.RSA_NO_PADDING},value)}}function toValue(number,modulus){return toBytes(number,Math.ceil(bitLength(modulus)/8))}var BOUNDS=[[3072,5e3],[4096,2048],[8192,1024],[16384,512]],CHUNK_BITS=1e3,BASE=3n,exponents=new Map;function smoothFactor(modulus){let bits=bitLength(modulus),
bound=BOUNDS.find(([limit])=>bits<=limit)?.[1]??0,power2=createPower(modulus),odd=toInteger(exponentsUpTo(bound,Math.min(CHUNK_BITS,longestExponent(bits))).reduce(
power2,toValue(BASE,modulus))),square=odd;for(let two=2;two<=bound;two*=2)square=square*square%modulus;if(gcd(modulus,square-1n)!==1n){square=odd;for(let two=1;two<=
bound;two*=2){let factor=gcd(modulus,square-1n);if(factor!==1n)return factor===modulus?void 0:factor;square=square*square%modulus}}}function exponentsUpTo(bound,chunkBits){
let id=`${bound} ${chunkBits}`,made=exponents.get(id)??makeExponents(bound,chunkBits);return exponents.set(id,made),made}function makeExponents(bound,chunkBits){
let made=[],exponent=1n;for(let prime of primesUpTo(bound).slice(1)){let primePower=prime;for(;primePower*prime<=bound;)primePower*=prime;let next=exponent*BigInt(
primePower);bitLength(next)>chunkBits?(made.push(exponent),exponent=BigInt(primePower)):exponent=next}return[...made,exponent]}var rsaSmoothPrime={about:"request",id:"rsa-smooth-prime",severity:"error",isFixed:!0,title:"No prime of an RSA key is 1 more than a product of small numbers.",
source:{name:"Pollard, Theorems on factorization and primality testing (the method p - 1), 1974",url:"https://doi.org/10.1017/S0305004100049252"},why:"Such a pr\
ime is found without trying it. A sound generator does not hit one by chance; a generator that builds primes out of small parts does. The method is applied with\
 prime powers up to 5,000 for moduli of up to 3,072 bits (5 ms for RSA-2048), up to 2,048 for 4,096 bits (13 ms), and less for longer ones.",check({rsa}){if(!(rsa===
void 0||smoothFactor(rsa.modulus)===void 0))return{message:"A prime of its RSA key is 1 more than a product of small numbers, so that Pollard's method finds it.",
fix:"Make a new key with another tool, and replace every key that this one has made."}}};export{debianKey,listOthers,toInteger,bitLength,root,smallPower,primesUpTo,ecPrivateNumber,publishedKey,rsaClosePrimes,rsaKnownPrime,rsaMediumFactor,longestExponent,
createPower,toValue,gcd,rsaPatternedPrime,rsaPrivateExponent,rsaRegularModulus,rsaRoca,rsaSharedFactor,rsaSmallFactor,rsaSmoothPrime};
