import { MAX_PEM_LENGTH } from '../parse/canonical-pem.ts';
import type { RequestRule } from './rule.ts';

export const tooLong: RequestRule = {
  about: 'request',
  id: 'too-long',
  severity: 'error',
  isFixed: true,
  title: 'The PEM of the request has at most 4,096 characters.',
  source: {
    name: 'AWS IoT API reference, CreateCertificateFromCsr',
    url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html',
  },
  why: 'What counts is the PEM that is sent, not the file: text around the request is left out, and the base64 is put into one line when only that fits.',
  check({ pemLength }) {
    if (pemLength <= MAX_PEM_LENGTH) return undefined;
    return {
      message: `Its PEM has ${pemLength} characters, and AWS IoT accepts 4,096.`,
      fix: 'Ask for fewer extensions and shorter names, which AWS IoT drops anyway, or use a shorter key.',
    };
  },
};
