import type { RequestRule } from './rule.ts';

export const attributesMissing: RequestRule = {
  about: 'request',
  id: 'attributes-missing',
  severity: 'warning',
  isFixed: false,
  title: 'The attributes field is there, if only empty.',
  source: { name: 'RFC 2986, section 4.1', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-4.1' },
  why: 'The field is not optional. Old versions of OpenSSL leave it out when there are no attributes, and readers differ in whether they take that, so it is a warning: AWS IoT decides.',
  check({ request: { attributes } }) {
    if (attributes !== undefined) return undefined;
    return {
      message: 'Its attributes field is missing, which PKCS#10 does not allow and AWS IoT may refuse.',
      fix: 'Update the tool that makes the CSR.',
    };
  },
};
