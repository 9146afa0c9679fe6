/** What the errors of Node's sockets, name resolution and TLS mean. https://nodejs.org/api/errors.html#common-system-errors */
const MEANINGS: readonly (readonly [RegExp, (place: string) => string])[] = [
  [/\bgetaddrinfo ENOTFOUND (\S+)/, (host) => `DNS does not know ${host}`],
  [/\bgetaddrinfo EAI_AGAIN (\S+)/, (host) => `DNS did not answer for ${host}`],
  [/\bconnect ECONNREFUSED (\S+)/, (address) => `nothing accepts connections at ${address}`],
  [/\bconnect ETIMEDOUT (\S+)/, (address) => `no connection to ${address} in time`],
  [/\bconnect (?:EHOSTUNREACH|ENETUNREACH) (\S+)/, (address) => `there is no route to ${address}`],
  [/\bread ECONNRESET|socket hang up/, () => 'the connection was closed before the answer came'],
  [/\bwrite (?:EPIPE|ECONNRESET)/, () => 'the connection was closed while the request was sent'],
  [
    /Client network socket disconnected before secure TLS connection was established/,
    () => 'the connection was closed before TLS began',
  ],
  [/^.*:SSL routines:.*(?:wrong version number|packet length too long):.*$/, () => 'what answered does not speak TLS'],
];

/** A text of Node about a connection in the words of people; every other text as it is. */
export function inWords(text: string): string {
  for (const [pattern, say] of MEANINGS) {
    const [found, place = ''] = pattern.exec(text) ?? [];
    if (found !== undefined) return text.replace(found, () => say(place));
  }
  return text;
}
