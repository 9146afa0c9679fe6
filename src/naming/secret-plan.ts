import type { Csr, Finding } from '../csr/csr.ts';
import type { ColumnsOf } from './device-columns.ts';
import { bundleNames, bundleValue, entryBytes, indexValue, pack } from './secret-bundle.ts';
import { secretNames } from './secret-names.ts';
import { renderTemplate, type Template } from './template.ts';

/** Which secrets a batch becomes, known before there is a certificate. */
export interface SecretPlan {
  /** Every name that the batch takes, those of other shards included. */
  readonly names: readonly string[];
  /** How many secrets the batch would be in a bundle. */
  readonly bundleSize: number;
  readonly findings: readonly Finding[];
  /** The secrets for these certificates, in the order in which they are to be written. */
  secretsFor(issued: readonly Issued[]): readonly Secret[];
}

export interface Issued {
  readonly csr: Csr;
  readonly certificateId: string;
  readonly pem: string;
}

export interface Secret {
  readonly name: string;
  readonly value: string;
  /** The CSRs whose certificates are in it. */
  readonly csrPaths: readonly string[];
}

export interface PlanOptions {
  /** All CSRs of the batch, whichever shard they belong to. */
  readonly csrs: readonly Csr[];
  readonly layout: 'per-certificate' | 'bundle';
  readonly template: Template;
  readonly runId: string | undefined;
  /** As in {@link Naming.columnsOf}. */
  readonly columnsOf: ColumnsOf | undefined;
  /** Where the certificates go, by the paths of the CSRs. */
  readonly files: ReadonlyMap<string, string>;
  /** Which shard a CSR belongs to, from 1, of how many. */
  readonly shards: { readonly index: number; readonly of: number; readonly shardOf: (csr: Csr) => number };
}

/**
 * Characters by which the PEM of a certificate may be longer than that of its CSR. AWS IoT keeps subject and key and
 * adds its own name, dates, extensions and an RSA-2048 signature: 330 characters more for an RSA key, 540 for an EC key.
 * The rest is for accounts whose certificates another authority signs.
 */
const GROWTH = 1_100;

export function planSecrets(options: PlanOptions): SecretPlan {
  return options.layout === 'bundle' ? planBundle(options) : planEach(options);
}

function planEach(options: PlanOptions): SecretPlan {
  const { csrs, template, runId, columnsOf } = options;
  const names = secretNames(csrs, template, runId, columnsOf);
  return {
    names: [...names.byPath.values()],
    bundleSize: bundleSizes(options).reduce((sum, parts) => sum + parts + 1, 0),
    findings: names.findings,
    secretsFor: (issued) =>
      issued.map(({ csr, certificateId, pem }) => ({
        name: names.final(csr, certificateId),
        value: pem,
        csrPaths: [csr.path],
      })),
  };
}

function planBundle(options: PlanOptions): SecretPlan {
  const { template, runId, files, shards } = options;
  const prefix = renderTemplate(template, { 'run-id': runId }).toUpperCase();
  const prefixOf = (shard: number): string => (shards.of === 1 ? prefix : `${prefix}_SHARD_${shard}_OF_${shards.of}`);
  const names = bundleSizes(options).flatMap((size, position) => {
    const { parts, index } = bundleNames(prefixOf(position + 1), size);
    return [...parts, index];
  });
  return {
    names,
    bundleSize: names.length,
    findings: [],
    secretsFor(issued) {
      const entries = issued.map(({ csr, pem }) => ({ file: files.get(csr.path) ?? '', pem }));
      const bins = pack(entries.map(entryBytes));
      const { parts, index } = bundleNames(prefixOf(shards.index), bins.length);
      const secrets = bins.map((positions, part) => ({
        name: parts[part] ?? '',
        value: bundleValue(positions.flatMap((position) => entries[position] ?? [])),
        csrPaths: positions.flatMap((position) => issued[position]?.csr.path ?? []),
      }));
      // The index last: who finds it finds all that it names.
      return [...secrets, { name: index, value: indexValue(parts, issued.length), csrPaths: [] }];
    },
  };
}

/** How many secrets hold the certificates of each shard, at most. */
function bundleSizes({ csrs, files, shards }: PlanOptions): readonly number[] {
  const sizes = Array.from({ length: shards.of }, (): number[] => []);
  for (const csr of csrs) {
    // Each line end of a PEM is two characters in JSON, one line in 64 characters.
    const pem = Math.ceil((csr.pemLength + GROWTH) * (1 + 1 / 64));
    sizes[shards.shardOf(csr) - 1]?.push(pem + Buffer.byteLength(JSON.stringify(files.get(csr.path) ?? '')) + 4);
  }
  return sizes.map((shard) => pack(shard).length);
}
