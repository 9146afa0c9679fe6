import { createHash } from 'node:crypto';
import type { Place } from '../aws/place.ts';
import { createOctokit } from '../github/octokit.ts';
import { openVault, type SecretScope, type SecretVault } from '../github/secret-vault.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { MAX_SECRET_BYTES } from '../naming/secret-bundle.ts';
import type { Issued, Secret, SecretPlan } from '../naming/secret-plan.ts';
import type { Journal, JournalState } from '../records/journal.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { capacityOf, noRoom, refusedScope, refusedSecret, refusedWriting, whereOf } from './secret-refusals.ts';

/** What has become of the secrets. */
export interface SecretsReport {
  /** The scope in the words of a person: `repository octo-org/fleet`. */
  readonly where: string;
  readonly written: number;
  /** Those that an earlier run had written already. */
  readonly kept: number;
  /** The secret of each CSR whose certificate is handed over, by the path of the CSR. */
  readonly byPath: ReadonlyMap<string, string>;
  /** What ended the writing before all were written. */
  readonly failure: UserError | undefined;
}

/** What earlier attempts and steps of a workflow run have written. */
export interface WrittenBefore {
  /** What records say, by {@link recordName}. Anybody may have written them: GitHub has to agree. */
  readonly delivered: JournalState['delivered'];
  /** When the run began, milliseconds of GitHub's clock; undefined: that is not known, and all is written again. */
  readonly since: number | undefined;
}

/** The hand-over as secrets of GitHub, made sure of before there is anything to hand over. */
export interface SecretDelivery {
  /**
   * Sees that no secret holds a certificate of another account or region that this job has just handed over.
   *
   * @param others account and region by {@link recordName}
   * @throws UserError `secret-taken`
   */
  refuseTaken(others: ReadonlyMap<string, Place>): void;
  /**
   * Writes every secret that is not there already as this workflow run wrote it. Does not throw what a user can mend: it
   * is in the report, since what was written is handed over all the same.
   *
   * @param before what was written, as far as is known
   */
  deliver(
    issued: readonly Issued[],
    before: WrittenBefore,
    journal: Pick<Journal, 'delivered'>,
  ): Promise<SecretsReport>;
}

/** Where secrets go, and in what form. */
export interface SecretDeliveryOptions {
  readonly scope: SecretScope;
  readonly layout: 'per-certificate' | 'bundle';
}

/**
 * Checks all that can keep secrets from being written: the token, its permission, the scope, and the room in it.
 *
 * @throws UserError
 */
export async function prepareSecrets(
  plan: SecretPlan,
  { scope, layout }: SecretDeliveryOptions,
  token: string,
  services: Services,
): Promise<SecretDelivery> {
  const { log, clock, stop } = services;
  const where = whereOf(scope);
  const octokit = await createOctokit(token, services);
  let vault: SecretVault;
  let present: ReadonlyMap<string, number | undefined>;
  try {
    vault = await untilAborted(openVault(octokit, scope), stop);
    present = await untilAborted(vault.list(), stop);
  } catch (error) {
    stop.throwIfAborted();
    throw refusedScope(error, scope);
  }
  try {
    await untilAborted(vault.probe(), stop);
  } catch (error) {
    stop.throwIfAborted();
    throw refusedWriting(error, scope);
  }
  const wanted = new Set(plan.names);
  const room = capacityOf(scope) - present.size;
  const added = [...wanted].filter((name) => !present.has(name)).length;
  if (added > room) throw noRoom({ scope, layout, present: present.size, added, bundleSize: plan.bundleSize });
  const overwritten = wanted.size - added;
  log.info(
    `${plural(wanted.size, 'secret')} for ${where}, ${overwritten === 0 ? 'none' : count(overwritten)} of them there already`,
  );
  if (added > SLOW) {
    log.annotate(
      'notice',
      `${plural(wanted.size, 'secret')} take more than an hour to write, since github.com allows about 500 writes an hour. The token of a GitHub App is valid for one hour. \`secret-layout: bundle\` would need ${plural(plan.bundleSize, 'secret')}.`,
      { title: 'secrets-slow' },
    );
  }
  return {
    refuseTaken: (others) => refuseTaken([...wanted], where, others),
    async deliver(issued, before, journal) {
      const secrets = issued.length === 0 ? [] : plan.secretsFor(issued);
      const byPath = new Map<string, string>();
      let written = 0;
      let kept = 0;
      const report = (failure?: UserError): SecretsReport => ({ where, written, kept, byPath, failure });
      const progress = createProgress('Wrote', secrets.length, clock.now, log);
      for (const secret of secrets) {
        const { name, value, csrPaths } = secret;
        const record = recordName(where, name);
        const sha256 = createHash('sha256').update(value).digest('hex');
        if (isThere(before, record, sha256, present.get(name))) kept++;
        else {
          let time: number | undefined;
          try {
            stop.throwIfAborted();
            refuseTooLarge(secret);
            time = await untilAborted(vault.put(name, value), stop);
          } catch (error) {
            return report(refusedSecret(error, { name, where, done: written + kept, of: secrets.length, stop }));
          }
          await journal.delivered(record, { sha256, time });
          written++;
        }
        for (const path of csrPaths) byPath.set(path, name);
        progress.update(written + kept);
      }
      return report();
    },
  };
}

/** GitHub's time of a secret and that of the answer to its writing are seconds apart at most. */
const CLOCKS_MS = 10_000;

/**
 * Whether a secret holds a value already. Nobody can read it, so a record has to say so, and GitHub that it was written
 * last at the time of the record, in this workflow run: whoever can have that so may write the secret itself.
 *
 * @param updated when it was written last; undefined when it is not there
 */
function isThere(
  { delivered, since }: WrittenBefore,
  record: string,
  sha256: string,
  updated: number | undefined,
): boolean {
  const known = delivered.get(record);
  if (known?.time === undefined || known.sha256 !== sha256) return false;
  if (since === undefined || updated === undefined || updated < since) return false;
  return Math.abs(updated - known.time) <= CLOCKS_MS;
}

/** Secrets that take about an hour to write. */
const SLOW = 450;

/** How the journal calls a secret. */
function recordName(where: string, name: string): string {
  return `${where}: ${name}`;
}

function refuseTaken(names: readonly string[], where: string, others: ReadonlyMap<string, Place>): void {
  const taken = names.filter((name) => others.has(recordName(where, name)));
  const [first] = taken;
  const place = first === undefined ? undefined : others.get(recordName(where, first));
  if (place !== undefined) throw secretTaken(taken, where, place);
}

function secretTaken([first, ...more]: readonly string[], where: string, { account, region }: Place): UserError {
  const others = more.length === 0 ? '' : `, and so do ${count(more.length)} more`;
  return new UserError(
    'secret-taken',
    `The secret ${first} of ${where} holds a certificate of account ${account} in ${region}, which an earlier step of this job has written${others}. Nothing was created.`,
    {
      where: 'secret-name',
      fix: 'Give the secrets of each account and region names of their own, for example with the region before the first field.',
    },
  );
}

function refuseTooLarge({ name, value }: Secret): void {
  const bytes = Buffer.byteLength(value);
  if (bytes <= MAX_SECRET_BYTES) return;
  throw new UserError('secret-size', `${name} would have ${count(bytes)} bytes, and GitHub allows 48 KB.`, {
    where: 'secret-layout',
    fix: 'Take the certificates from the output directory or an artifact.',
  });
}
