import type { RequestRule } from './rule.ts';

export const version: RequestRule = {
  about: 'request',
  id: 'version',
  severity: 'warning',
  isFixed: false,
  title: 'The version of the request is 0.',
  source: { name: 'RFC 2986, section 4.1', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-4.1' },
  why: 'There is no other version. Tools that write 1 or 2 exist (certbot and Puppet did, by their test data), and three of four readers take it, so it is a warning.',
  check({ request: { version } }) {
    if (version === 0) return undefined;
    return {
      message: `Its version field says ${version}, but 0 is the only version of PKCS#10.`,
      fix: 'Update the tool that makes the CSR.',
    };
  },
};
