import { join } from 'node:path';
import type { DeviceList } from '../csr/device-list.ts';
import type { KnownKey } from '../csr/known-key.ts';
import { type Places, refuseClashes } from '../delivery/refuse-clashes.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { bundlePaths } from '../naming/bundle-names.ts';
import { columnsOfDevices } from '../naming/device-columns.ts';
import { thingNamer } from '../naming/device-thing.ts';
import { type BatchNames, type NamingOptions, NO_NAMES, nameBatch } from '../naming/name-batch.ts';
import type { Template } from '../naming/template.ts';
import type { ThingNaming } from '../naming/thing-names.ts';
import type { KnownKeyOptions } from '../records/known-keys.ts';
import { readKnownKeys } from '../records/known-keys.ts';
import { remarkOnLedger } from '../records/ledger-file.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { annotateFindings } from '../report/annotations.ts';
import { onlyReport } from '../report/only-report.ts';
import { writeSarif } from '../report/sarif.ts';
import type { Story } from '../report/story.ts';
import type { Log } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import { type Batch, type BatchOptions, readBatch } from '../validation/batch.ts';
import { type DevicesFileOptions, readDevices } from '../validation/devices-file.ts';
import { type Shard, shardOf, WHOLE } from '../validation/shard.ts';
import { refuseUnknownColumns } from './check-columns.ts';
import { refuseDevices } from './refuse-devices.ts';
import { readTableKeys, type TableKeyOptions } from './table-keys.ts';

/** What a batch is, what is asked of it, and what its certificates are called; each field is an input of action.yml. */
export interface JudgeOptions
  extends TableKeyOptions,
    BatchOptions,
    KnownKeyOptions,
    DevicesFileOptions,
    Pick<NamingOptions, 'fileName' | 'secrets' | 'bundle'> {
  /** Undefined: nothing is asked of the registry. */
  readonly registration: ThingOptions | undefined;
  readonly deliver: readonly string[];
  readonly shard: Shard | undefined;
  readonly onInvalid: 'fail' | 'skip';
  /** Absolute path of the file that findings are written to in SARIF; undefined: none is. */
  readonly sarifPath: string | undefined;
  /** Absolute path that the input `report` names; undefined: none. */
  readonly report: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
}

/** What things are called; each field is an input of action.yml. */
interface ThingOptions {
  /** Undefined: no things are made. */
  readonly thingName: Template | undefined;
  readonly thingAttributes: ThingNaming['attributes'];
}

/** A batch that may be issued. */
export interface Judged {
  /** The CSRs of this job's shard. */
  readonly batch: Batch;
  /** Of the whole batch. */
  readonly names: BatchNames;
  /** What a ledger in a table has of the batch; empty for a ledger in a file. */
  readonly shared: readonly LedgerEntry[];
  /** What will be written. */
  readonly places: Places;
}

/**
 * The first stage of a run: reads the CSRs, judges them, names what they become, and reports what was found.
 *
 * @throws UserError `devices`, `private-key`, `invalid-csrs`, `invalid-devices`, `places-clash` when the run must end here
 */
export async function judgeBatch(story: Story, options: JudgeOptions, services: Services): Promise<Judged> {
  const { log, context, files } = services;
  const { sarifPath } = options;
  log.stage('Read and judge the CSRs');
  const devices = await readDevices(options, context.workspace);
  refuseUnknownColumns(options, devices);
  const thingOf = thingNamer(options.registration?.thingName);
  let known: readonly KnownKey[] = [];
  let shared: readonly LedgerEntry[] = [];
  const readBeside = async () => {
    shared = await readTableKeys(options, services);
    known = await readKnownKeys(options, shared);
    return { known, devices: devices && { list: devices, thingOf } };
  };
  const judged = await readBatch(options, readBeside, services);
  // Also where nothing is created: a name that cannot be used is found in the pull request.
  const names = nameAll(judged, devices, options, context.runId);
  const batch = select(judged, names, options.shard);
  story.batch = batch;
  annotateFindings(batch.findings, context.rulesPage, log);
  await annotateLedger(options.ledger, batch, known, log);
  const written = options.mode === 'issue' ? names : NO_NAMES;
  const places = placesOf(batch, written, options, context.workspace);
  // The first file that is written is the SARIF file: it must not be the ledger.
  refuseClashes(places);
  story.pages = { directory: options.mode === 'issue' ? options.outputDirectory : undefined, path: options.report };
  if (sarifPath !== undefined) {
    await onlyReport('The SARIF file', log, () => writeSarif(files, sarifPath, batch.findings, context.rulesPage));
  }
  refuseInvalid(batch, options);
  return { batch, names, shared, places };
}

function placesOf(
  { csrs, rejected }: Batch,
  { certificateFiles, bundles: bundleNames }: BatchNames,
  options: JudgeOptions,
  workspace: string,
): Places {
  const { outputDirectory, ledger, sarifPath, report, devices } = options;
  const certificates = csrs.flatMap(({ path }) => certificateFiles.get(path) ?? []);
  const paths = csrs.map(({ path }) => path);
  const bundles = {
    *[Symbol.iterator]() {
      if (bundleNames !== undefined) yield* bundlePaths(bundleNames, paths);
    },
  };
  const sources = [...paths, ...rejected].map((path) => join(workspace, path));
  const lists = devices === undefined ? [] : [{ path: devices, name: 'devices' }];
  return { outputDirectory, ledger, sarifPath, report, certificates, bundles, lists, sources };
}

async function annotateLedger(
  ledger: string | undefined,
  { csrs }: Batch,
  known: readonly KnownKey[],
  log: Log,
): Promise<void> {
  if (ledger === undefined) return;
  const keys = new Set(known.map(({ spkiSha256 }) => spkiSha256));
  const added = csrs.filter(({ spkiSha256 }) => !keys.has(spkiSha256)).length;
  const remark = await remarkOnLedger(ledger, added);
  if (remark !== undefined) log.annotate(remark.level, remark.message, { title: 'ledger' });
}

function nameAll(
  { csrs, devices: lines }: Batch,
  devices: DeviceList | undefined,
  options: JudgeOptions,
  runId: string | undefined,
): BatchNames {
  const { fileName, secrets, bundle, deliver, registration, shard = WHOLE } = options;
  return nameBatch(csrs, {
    fileName,
    secrets,
    bundle,
    things: namingOf(registration),
    forArtifact: deliver.includes('artifact'),
    shards: { ...shard, shardOf: (csr) => shardOf(csr, shard) },
    runId,
    columnsOf: devices && columnsOfDevices(devices, lines),
  });
}

function namingOf(registration: ThingOptions | undefined): ThingNaming | undefined {
  if (registration?.thingName === undefined) return undefined;
  return { name: registration.thingName, attributes: registration.thingAttributes };
}

/** Leaves out what cannot be named, and then what other shards take. */
function select(judged: Batch, { findings }: BatchNames, shard: Shard | undefined): Batch {
  const nameless = new Set(findings.map(({ path }) => path));
  const named = judged.csrs.filter(({ path }) => !nameless.has(path));
  return {
    ...judged,
    csrs: shard === undefined ? named : named.filter((csr) => shardOf(csr, shard) === shard.index),
    findings: [...judged.findings, ...findings],
    rejected: [...judged.rejected, ...nameless],
  };
}

/** Files that the message which ends the run names; of more, the annotations do. */
const PLACES = 3;

function refuseInvalid({ files, csrs, rejected, findings }: Batch, { mode, onInvalid }: JudgeOptions): void {
  const exposed = findings.find((finding) => finding.rule === 'private-key');
  if (exposed !== undefined) {
    // Not even `on-invalid: skip` goes on: the key is in the repository's history and has to be replaced.
    throw new UserError('private-key', `${exposed.message} Nothing was created.`, {
      where: exposed.path,
      fix: exposed.fix,
    });
  }
  const nothing = mode === 'issue' ? ' Nothing was created.' : '';
  if (mode === 'issue' && onInvalid === 'skip' && csrs.length > 0) return;
  if (rejected.length === 0) {
    refuseDevices(findings, nothing);
    return;
  }
  throw new UserError(
    'invalid-csrs',
    `${count(rejected.length)} of ${plural(files, 'file')} cannot be used.${nothing}`,
    {
      where: rejected.length <= PLACES ? [...rejected].sort().join(', ') : 'csr-path',
      fix:
        mode === 'issue' && csrs.length > 0
          ? 'Correct the files that the annotations and the job summary name, or set `on-invalid: skip` to leave them out.'
          : 'Correct the files that the annotations and the job summary name.',
    },
  );
}
