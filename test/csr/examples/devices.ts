import { parseDevices } from '../../../src/validation/parse-devices.ts';
import type { Batch, Examples } from '../example.ts';
import { makeCsr, toPem } from '../make-csr.ts';
import { judgeFile } from '../verdicts.ts';

const one = makeCsr({ subject: [['CN', 'gw-1']] });
const two = makeCsr({ subject: [['CN', 'gw-2']] });
const keyOf = (csr: Uint8Array): string => judgeFile(csr).csr?.spkiSha256 ?? '';

/** CSRs by the names of their files, beside the lines of a devices file. */
const beside = (files: Readonly<Record<string, Uint8Array>>, ...lines: readonly string[]): Batch => ({
  files: Object.fromEntries(Object.entries(files).map(([path, csr]) => [path, toPem(csr)])),
  devices: { list: parseDevices(['thing,spki-sha256', ...lines].join('\n'), 'devices.csv') },
});

const right = () => beside({ 'gw-1.csr': one }, `gw-1,${keyOf(one)}`);

export const examples: Examples = {
  'device-key-mismatch': { passes: right, fails: () => beside({ 'gw-1.csr': one }, `gw-1,${keyOf(two)}`) },
  'device-identity': {
    passes: right,
    fails: () => beside({ 'gw-1.csr': two }, `gw-1,${keyOf(one)}`, `gw-2,${keyOf(two)}`),
  },
  'csr-without-device': { passes: right, fails: () => beside({ 'gw-2.csr': two }, `gw-1,${keyOf(one)}`) },
  'device-without-key': { passes: right, fails: () => beside({ 'gw-1.csr': one }, 'gw-1,') },
  'device-without-csr': {
    passes: right,
    fails: () => beside({ 'gw-1.csr': one }, `gw-1,${keyOf(one)}`, `gw-2,${keyOf(two)}`),
  },
};
