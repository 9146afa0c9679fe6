import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import type { Follower } from '../issuance/batch-options.ts';
import type { Memory } from '../issuance/recall.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { withGrace } from '../lib/grace.ts';
import { plural } from '../lib/words.ts';
import type { Journal } from '../records/journal.ts';
import { type Registering, registerBatch } from '../registration/register-batch.ts';
import type { RegistryAccess } from '../registration/registry-calls.ts';
import { createRegistryPacers, operationStats, type RegistryPacers } from '../registration/registry-pacers.ts';
import { CONFLICT, connectDenied, notCreated, notYetAllowed } from '../registration/registry-problems.ts';
import { testConnect } from '../registration/test-connect.ts';
import type { DeviceWish, OnExistingThing, RegistryPlan } from '../registration/wish.ts';
import type { Story } from '../report/story.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';

/** What is registered, and where. */
export interface RegisterWork {
  /** By the paths of the CSRs. */
  readonly wishes: ReadonlyMap<string, DeviceWish>;
  readonly plan: RegistryPlan;
  /** The documents of the policies are sure to let devices connect. */
  readonly letsConnect: boolean;
  readonly account: Pick<Account, 'account' | 'region' | 'registry'>;
  readonly memory: Pick<Memory, 'registered' | 'knowledge' | 'replaced'> & {
    readonly journal: { readonly journal: Pick<Journal, 'registered'> };
  };
  /** Those of the calls before; undefined: none were made. */
  readonly pacers?: RegistryPacers;
}

/** Each field is an input of action.yml. */
export interface RegisterOptions {
  readonly requestsPerSecond: RequestRate;
  readonly registration: { readonly onExistingThing: OnExistingThing } | undefined;
}

/** What registering needs of the run's services. */
interface RegisterServices extends Pick<Services, 'clock' | 'stop'> {
  readonly log: Pick<Services['log'], 'info' | 'stage' | 'progress' | 'annotate'>;
}

/** Registering, as it goes on beside issuing. */
export interface BesideIssuing {
  readonly follower: Follower;
  /** Waits for what is left, and leaves the outcomes in the story. To be called once all certificates are known. */
  finish(csrs: readonly Csr[]): Promise<void>;
}

/** After a cancel the runner leaves 10 s (7.5 s to SIGTERM); this much of it is for answers that are under way. */
const STOP_GRACE_MS = 4_000;

/**
 * Registers devices beside issuing, each as soon as its certificate is known. Before more than one certificate is
 * created, one device is tried out: whether its policies let it connect.
 */
export async function registerDevices(
  story: Story,
  { wishes, plan, letsConnect, account, memory, pacers: begun }: RegisterWork,
  { registration, requestsPerSecond }: RegisterOptions,
  { log, clock, stop }: RegisterServices,
): Promise<BesideIssuing> {
  const pacers = begun ?? createRegistryPacers(clock, { share: shareOf(requestsPerSecond), report: log.info });
  const access: RegistryAccess = {
    registry: await account.registry(),
    pacers,
    place: account,
    clock,
    signal: withGrace(stop, STOP_GRACE_MS, clock),
    report: log.info,
  };
  let progress = createProgress('Registered', wishes.size, clock.now, log);
  // A terminal has one line for progress, which is that of creating until then.
  let isShown = log.progress === undefined;
  const registering = registerBatch({
    access,
    plan,
    onExistingThing: registration?.onExistingThing ?? 'attach',
    remembered: memory.registered,
    isOfKey: (id, spki) => memory.knowledge.keyOf(id) === spki || memory.replaced.get(spki) === id,
    stop,
    journal: memory.journal.journal,
    onProgress: (done) => isShown && progress.update(done),
  });
  return {
    follower: followerOf(registering, wishes, access, letsConnect ? log : undefined),
    async finish(csrs) {
      const taken = csrs.filter(({ path }) => registering.outcomeOf(path) === undefined).length;
      if (taken > 0) log.stage('Register devices');
      progress = createProgress('Registered', wishes.size, clock.now, log);
      isShown = true;
      const { outcomes, bug } = await registering.finish();
      log.progress?.(undefined);
      story.registration = {
        outcomes: csrs.flatMap(({ path }) => outcomes.get(path) ?? []),
        operations: operationStats(pacers),
        problem: registering.problem,
        bug,
      };
      if (outcomes.size === 0) return;
      const complete = story.registration.outcomes.filter(({ hash }) => hash !== undefined).length;
      log.info(`${plural(complete, 'device')} registered of ${story.registration.outcomes.length}`);
    },
  };
}

/** @param doubts where a denial is reported that the documents of the policies contradict; undefined: they do not */
function followerOf(
  registering: Registering,
  wishes: RegisterWork['wishes'],
  access: RegistryAccess,
  doubts: Pick<RegisterServices['log'], 'annotate'> | undefined,
): Follower {
  const asksToConnect = [...wishes.values()].some(({ thing, policies }) => thing !== undefined && policies.length > 0);
  const tryOut = async (device: Parameters<typeof testConnect>[0], path: string): Promise<void> => {
    const tested = await testConnect(device, { ...access, signal: registering.ended }).catch((error: unknown) => {
      if (!registering.ended.aborted) throw error;
      return undefined;
    });
    if (tested === undefined || tested.isAllowed) return;
    const { policies = [] } = wishes.get(path) ?? {};
    // AWS documents no bound for how late an attached policy acts, nor what is answered for an INACTIVE certificate.
    if (doubts !== undefined && tested.decision === 'IMPLICIT_DENY') {
      doubts.annotate('warning', notYetAllowed(device.thing ?? ''), { title: 'policy-denies-connect' });
    } else registering.end(connectDenied(device.thing ?? '', policies, tested.decision));
  };
  return {
    ended: registering.ended,
    get problem() {
      return registering.problem && notCreated(registering.problem);
    },
    onCertificate({ path, spkiSha256 }, { id }, isNew) {
      const wish = wishes.get(path);
      if (wish !== undefined) registering.add({ path, spkiSha256, certificateId: id, isNew, wish });
    },
    async startsAlone() {
      if (!asksToConnect) return false;
      const known = await registering.firstRegistered();
      if (known === undefined) return !registering.ended.aborted;
      await tryOut(known, known.path);
      return false;
    },
    async tryFirst({ path }) {
      const first = await registering.firstRegistered();
      if (first !== undefined) return tryOut(first, first.path);
      const problem = registering.outcomeOf(path)?.problem;
      // A conflict or a limit is the one device's own; what else it met, the others would meet.
      if (problem !== undefined && problem.code !== CONFLICT && problem.code !== 'registry-limit') {
        registering.end(problem);
      }
    },
  };
}
