import type { Csr, Finding } from '../csr/csr.ts';
import { type BundleNames, type BundleNaming, nameBundles } from './bundle-names.ts';
import { certificateFiles } from './certificate-files.ts';
import type { ColumnsOf } from './device-columns.ts';
import { type PlanOptions, planSecrets, type SecretPlan } from './secret-plan.ts';
import type { Template } from './template.ts';
import { type NamedThing, type ThingNaming, thingNames } from './thing-names.ts';

/** The names of everything that a batch becomes, known before there is a certificate. */
export interface BatchNames {
  /** Where the certificates go, relative to the output directory, by the paths of the CSRs. */
  readonly certificateFiles: ReadonlyMap<string, string>;
  /** Undefined unless secrets are asked for. */
  readonly secretPlan: SecretPlan | undefined;
  /** Undefined unless bundles are asked for. */
  readonly bundles: BundleNames | undefined;
  /** The things of the CSRs, by their paths; empty unless things are asked for. */
  readonly things: ReadonlyMap<string, NamedThing>;
  /** Why a CSR's certificate or its thing cannot be named; all of them are errors. */
  readonly findings: readonly Finding[];
}

/** What names are made of. */
export interface NamingOptions {
  /** The path of a certificate below the output directory. */
  readonly fileName: Template;
  /** Names must be fit for an artifact, too. */
  readonly forArtifact: boolean;
  /** Undefined unless secrets are asked for. */
  readonly secrets: { readonly layout: PlanOptions['layout']; readonly name: Template } | undefined;
  /** Undefined unless things are asked for. */
  readonly things: ThingNaming | undefined;
  /** Undefined unless bundles are asked for. */
  readonly bundle: Pick<BundleNaming, 'formats' | 'archives'> | undefined;
  /** The shards of the batch, which share the scope that secrets go into. */
  readonly shards: PlanOptions['shards'];
  /** Decimal id of the workflow run, undefined outside GitHub. */
  readonly runId: string | undefined;
  /** What the devices file says of each device; undefined where there is none. */
  readonly columnsOf?: ColumnsOf | undefined;
}

/** The names in a run that creates nothing. */
export const NO_NAMES: BatchNames = {
  certificateFiles: new Map(),
  secretPlan: undefined,
  things: new Map(),
  bundles: undefined,
  findings: [],
};

/** @param csrs all of the batch, those of other shards included: no two of them may share a name */
export function nameBatch(csrs: readonly Csr[], options: NamingOptions): BatchNames {
  const { fileName, forArtifact, secrets, bundle, shards, things: naming, runId, columnsOf } = options;
  const files = certificateFiles(csrs, fileName, runId, forArtifact, columnsOf);
  const secretPlan =
    secrets === undefined
      ? undefined
      : planSecrets({
          csrs,
          files: files.byPath,
          layout: secrets.layout,
          template: secrets.name,
          runId,
          columnsOf,
          shards,
        });
  const bundles = bundle && nameBundles(csrs, files.byPath, { ...bundle, forArtifact });
  const things = naming === undefined ? undefined : thingNames(csrs, naming, { runId, columnsOf });
  const all = [files, secretPlan, bundles, things];
  return {
    certificateFiles: files.byPath,
    secretPlan,
    bundles,
    things: things?.byPath ?? new Map(),
    findings: all.flatMap((names) => names?.findings ?? []),
  };
}
