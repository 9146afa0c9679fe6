import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../aws/place.ts';
import { uploadArtifact } from '../github/artifact-service.ts';
import { answerText } from '../lib/redact.ts';
import { MEMORY_NAME } from '../naming/reserved-names.ts';
import { surveyNameOf } from '../records/artifact-name.ts';
import { readArtifacts } from '../records/earlier-attempts.ts';
import type { JournalState } from '../records/journal.ts';
import { type Ledger, writeLedger } from '../records/ledger.ts';
import { type Span, spanOf } from '../records/reach.ts';
import type { Services } from '../runner/services.ts';
import { waitFor } from '../runner/wait-for.ts';
import type { Shard } from '../validation/shard.ts';
import { LISTING_LAG_MS, SETTLED_MS } from './search.ts';

/**
 * What one shard has found out about the account before any shard of its attempt created a certificate. What was created
 * later is the other shards', whose keys are none of this one's.
 */
export interface Survey {
  /** Has every certificate of `known`. */
  readonly ledger: Ledger;
  readonly known: Span;
}

/**
 * A ledger as a survey.
 *
 * @param covered what the account was just searched for
 * @returns undefined when there is a gap between that and what the ledger knew before, so that it does not know it all
 */
export function surveyOf(ledger: Ledger, covered: Span | undefined, place: Place): Survey | undefined {
  const known = spanOf(ledger.horizons, place);
  // A horizon has whole milliseconds.
  const reaches = known !== undefined && covered !== undefined && known.until >= Math.floor(covered.until);
  return reaches ? { ledger, known } : undefined;
}

/** How the shards of one attempt of a workflow run share a survey. */
export interface Surveys {
  /** The survey of this attempt; undefined: there is none yet, or it cannot be read. */
  read(): Promise<Survey | undefined>;
  /** Shares one, before anything is created. Where another shard was faster, or it fails, each shard looks for itself. */
  share(survey: Survey): Promise<void>;
}

/** A survey has 2 KB a known device, 0.2 KB another certificate: minutes for the largest. */
const LIMIT_MS = 10 * 60_000;

/** How long a shard waits for the survey that another one is uploading, and how often it looks. */
const UPLOAD_MS = 60_000;
const POLL_MS = 2_000;

/** Nobody reads it after the attempt. The least that GitHub takes. */
const RETENTION_DAYS = 1;

/**
 * The surveys of a batch that jobs of one workflow run issue as shards, kept as an artifact of the run. Undefined where no
 * shards are, or they cannot share one: outside GitHub, without `actions: read`, and where no artifact is asked for.
 */
export function openSurveys(
  options: {
    readonly artifactName: string;
    readonly shard: Shard | undefined;
    readonly githubToken: string;
    readonly deliver: readonly string[];
  },
  services: Pick<Services, 'context' | 'log' | 'network' | 'clock' | 'stop' | 'files'>,
  place: Place,
): Surveys | undefined {
  const { context, log, clock, stop, files } = services;
  const { artifactName, shard, githubToken: token, deliver } = options;
  if (shard === undefined || shard.of === 1 || token === '' || context.artifactService === undefined) return undefined;
  if (context.runId === undefined || !deliver.includes('artifact')) return undefined;
  const name = surveyNameOf({ artifactName, of: shard.of }, context.runAttempt);
  const waiting = { clock, log, signal: stop, limitMs: LIMIT_MS };
  const find = async (): Promise<Survey | undefined> => {
    const from = { directory: context.tempDirectory, place };
    for await (const { content } of readArtifacts((one) => one === name, services, token, from)) {
      const known = content && spanOf(content.ledger.horizons, place);
      if (content !== undefined && known !== undefined) return { ledger: content.ledger, known };
    }
    return undefined;
  };
  const upload = async (ledger: Ledger): Promise<void> => {
    const directory = join(context.tempDirectory, `iot-survey-${randomUUID()}`);
    const file = join(directory, MEMORY_NAME);
    try {
      await writeLedger(files, file, ledger);
      const { size: bytes } = await stat(file);
      await uploadArtifact(name, [file], directory, { bytes, retentionDays: RETENTION_DAYS }, services);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
  const read = async (): Promise<Survey | undefined> => {
    try {
      return await waitFor('what another shard knows of the account', find(), waiting);
    } catch (error) {
      stop.throwIfAborted();
      log.info(`What another shard knows of the account cannot be read (${reasonOf(error)})`);
      return undefined;
    }
  };
  // A shard that ended in the middle of it leaves none; and nothing is to be had without `actions: read`.
  const untilShared = async (): Promise<void> => {
    const end = clock.now() + UPLOAD_MS;
    const isThere = (): Promise<boolean> =>
      waitFor('the survey of another shard', find(), waiting).then(Boolean, () => true);
    while (!(await isThere()) && clock.now() < end) await clock.sleep(POLL_MS, stop);
  };
  return {
    read,
    async share({ ledger }) {
      try {
        await waitFor('the artifact service', upload(ledger), waiting);
        log.info(`Shared with the other shards what the account holds: artifact ${name}`);
      } catch (error) {
        stop.throwIfAborted();
        // A name holds one artifact, and the first of them is as good as any, once others can read it.
        if (/\(409\)/.test(reasonOf(error))) return untilShared();
        log.annotate(
          'notice',
          `What the account holds could not be shared with the other shards (${reasonOf(error)}): each of them looks for itself.`,
        );
      }
    },
  };
}

function reasonOf(error: unknown): string {
  return answerText(error instanceof Error ? error.message : String(error));
}

/** What a shard makes of the surveys of its attempt. */
export interface SharedSurveys {
  /**
   * From when on what was created is other shards', milliseconds of AWS's clock; undefined: no shard has shared a survey
   * yet, so that none has created anything that could have been listed.
   */
  othersSince(): Promise<number | undefined>;
  /**
   * As {@link Surveys.share}, unless another shard has shared one.
   *
   * @param survey as {@link surveyOf} makes it
   */
  share(survey: () => Survey | undefined): Promise<void>;
}

/**
 * @param survey of this attempt, as far as there is one when the shard begins
 * @param inDoubt what the records leave unresolved
 */
export function shareSurveys(
  surveys: Surveys,
  survey: Survey | undefined,
  inDoubt: JournalState['inDoubt'],
  isRerun: boolean,
  requestTimeoutMs: number,
): SharedSurveys {
  let latest = survey;
  return {
    async othersSince() {
      latest ??= await surveys.read();
      return latest && othersSince(latest, inDoubt, { isRerun, requestTimeoutMs });
    },
    async share(survey) {
      const own = latest === undefined ? survey() : undefined;
      if (own !== undefined) await surveys.share(own);
    },
  };
}

/**
 * A shard shares its survey before it creates anything, and on a re-run it waits before that for what an earlier attempt
 * may have asked for at its end: until then each shard looks.
 *
 * @returns undefined when the records say that this very shard has asked for something since
 */
function othersSince(
  { known }: Survey,
  inDoubt: JournalState['inDoubt'],
  { isRerun, requestTimeoutMs }: { readonly isRerun: boolean; readonly requestTimeoutMs: number },
): number | undefined {
  const begun = known.until + SETTLED_MS;
  const times = [...inDoubt.values()].map(({ since }) => since);
  if (times.some((since) => since >= known.until)) return undefined;
  return isRerun || times.length > 0 ? begun + requestTimeoutMs + LISTING_LAG_MS : begun;
}
