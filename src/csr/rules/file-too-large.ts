import { MAX_FILE_BYTES } from '../files/read.ts';
import type { FileRule } from './rule.ts';

export const fileTooLarge: FileRule = {
  about: 'file',
  id: 'file-too-large',
  severity: 'error',
  isFixed: true,
  title: 'A file that matches has at most 1 MiB.',
  source: {
    name: 'AWS IoT API reference, CreateCertificateFromCsr',
    url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html',
  },
  why: 'AWS IoT takes 4,096 characters. A file 256 times as large is no CSR, and reading many of them would take the memory of the job.',
  check(contents) {
    if (contents.kind !== 'too-large') return undefined;
    return {
      message: `It is larger than ${MAX_FILE_BYTES / 1_048_576} MiB, which no certificate signing request is.`,
      fix: 'Exclude it with a pattern that starts with !.',
    };
  },
};
