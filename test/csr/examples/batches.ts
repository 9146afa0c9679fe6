import type { KnownKey } from '../../../src/csr/known-key.ts';
import type { Examples } from '../example.ts';
import { makeCsr, makeKey, toPem } from '../make-csr.ts';
import { judgeFile } from '../verdicts.ts';

const key = makeKey('P-256');
const first = makeCsr({ key, subject: [['CN', 'a']] });
const again = makeCsr({ key, subject: [['CN', 'a']] });
const renamed = makeCsr({ key, subject: [['CN', 'b']] });
const other = makeCsr({ subject: [['CN', 'b']] });

/** What a ledger says of the certificate that was issued for the first CSR. */
const known: readonly KnownKey[] = [
  {
    certificateId: 'c'.repeat(64),
    csrPath: 'a.csr',
    csrSha256: judgeFile(first).csr?.csrSha256,
    spkiSha256: judgeFile(first).csr?.spkiSha256 ?? '',
    subject: 'CN=a',
    subjectBytes: judgeFile(first).subjectBytes,
    modulus: undefined,
    isRetired: false,
  },
];

const batch = (files: Readonly<Record<string, Uint8Array>>) => ({
  files: Object.fromEntries(Object.entries(files).map(([path, content]) => [path, toPem(content)])),
});

export const examples: Examples = {
  'public-key-duplicate': {
    passes: () => batch({ 'a.csr': first, 'b.csr': other }),
    fails: () => batch({ 'a.csr': first, 'b.csr': renamed }),
  },
  'public-key-known': {
    passes: () => ({ ...batch({ 'moved.csr': first }), known }),
    fails: () => ({ ...batch({ 'a.csr': renamed }), known }),
  },
  'csr-changed': {
    passes: () => ({ ...batch({ 'a.csr': first }), known }),
    fails: () => ({ ...batch({ 'a.csr': again }), known }),
  },
  'subject-duplicate': {
    passes: () => batch({ 'a.csr': first, 'b.csr': other }),
    fails: () => batch({ 'a.csr': other, 'b.csr': makeCsr({ subject: [['CN', 'b']] }) }),
  },
};
