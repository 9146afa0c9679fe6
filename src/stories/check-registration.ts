import type { Account } from '../aws/sign-in.ts';
import type { Finding } from '../csr/csr.ts';
import type { Policy } from '../csr/policy.ts';
import { createPacers } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import {
  checkRegistry,
  type PolicyFinding,
  type RegistryCheck,
  type RegistryQuestion,
} from '../registration/check-registry.ts';
import { conflictFinding, countActions } from '../registration/device-plan.ts';
import { createRegistryPacers, type RegistryPacers } from '../registration/registry-pacers.ts';
import { type TemplateOptions, templateWishes } from '../registration/template-wishes.ts';
import type { DeviceWish, OnExistingThing, RegistryPlan } from '../registration/wish.ts';
import { type WishOptions, wishesOf } from '../registration/wishes.ts';
import { annotateFindings } from '../report/annotations.ts';
import { onlyReport } from '../report/only-report.ts';
import { writeSarif } from '../report/sarif.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';
import type { Batch } from '../validation/batch.ts';
import type { Judged } from './judge-batch.ts';
import { openTemplate, type TemplateSource } from './open-template.ts';

/** Each field is an input of action.yml. */
export interface CheckOptions {
  readonly registration: WishOptions & {
    readonly onExistingThing: OnExistingThing;
    readonly provisioning: (TemplateSource & TemplateOptions) | undefined;
  };
  readonly mode: string;
  readonly onInvalid: 'fail' | 'skip';
  readonly policy: Policy;
  readonly requestsPerSecond: RequestRate;
  /** Absolute path of the file that findings are written to in SARIF; undefined: none is. */
  readonly sarifPath: string | undefined;
}

/** What records know of devices that may be registered already. */
export type RegistrationRecords = Pick<RegistryQuestion, 'isRemembered'>;

/** What is registered, once it is known to be possible. */
export interface Checked {
  /** Without the CSRs whose devices cannot be registered. */
  readonly batch: Batch;
  /** By the paths of the CSRs. */
  readonly wishes: ReadonlyMap<string, DeviceWish>;
  readonly plan: RegistryPlan;
  /** As in {@link RegistryCheck}. */
  readonly letsConnect: boolean;
  /** The calls so far went by these. */
  readonly pacers: RegistryPacers;
}

/**
 * The stage that holds what is asked of the registry against it, before anything is created. It changes nothing there.
 * Leaves the plan in the story.
 *
 * @throws UserError with all that is wrong with what the inputs name; `registration-conflict` when devices cannot be
 * registered as asked for, `policy-refused` when a rule on policies that is an error finds something
 */
export async function checkRegistration(
  story: Story,
  { batch, names }: Pick<Judged, 'batch' | 'names'>,
  account: Account,
  records: RegistrationRecords,
  options: CheckOptions,
  services: Services,
): Promise<Checked> {
  const { log, context } = services;
  const { registration, policy } = options;
  log.stage('Look at the registry');
  const access = await openRegistry(account, options, services);
  const { provisioning } = registration;
  const wishes =
    provisioning === undefined
      ? wishesOf(batch.csrs, names.things, registration)
      : templateWishes(batch.csrs, await openTemplate(provisioning, access), provisioning, context.runId);
  const { onExistingThing } = registration;
  const question = { csrs: batch.csrs, wishes, onExistingThing, severities: policy.severities ?? {}, ...records };
  const check = await checkRegistry(question, access, services);
  story.registryPlan = check;
  logPlan(check, registration.policies, log);
  annotatePolicies(check.findings, context.rulesPage, log);
  const conflicts = check.devices.filter(({ action }) => action === 'conflict').map(conflictFinding);
  annotateFindings(conflicts, context.rulesPage, log);
  const kept = leaveOut(batch, conflicts);
  story.batch = kept;
  const { sarifPath } = options;
  if (sarifPath !== undefined && conflicts.length > 0) {
    const write = () => writeSarif(services.files, sarifPath, kept.findings, context.rulesPage);
    await onlyReport('The SARIF file', log, write);
  }
  refuse(check, conflicts, kept, options);
  return {
    batch: kept,
    wishes: new Map(kept.csrs.flatMap(({ path }) => wishIn(wishes, path))),
    plan: check.plan,
    letsConnect: check.letsConnect,
    pacers: access.pacers,
  };
}

function wishIn(wishes: Checked['wishes'], path: string): readonly (readonly [string, DeviceWish])[] {
  const wish = wishes.get(path);
  return wish === undefined ? [] : [[path, wish]];
}

/** The registry with a pacer for each operation, none of which has sent anything. */
async function openRegistry(
  account: Account,
  { requestsPerSecond }: Pick<CheckOptions, 'requestsPerSecond'>,
  { log, clock, stop }: Services,
) {
  const pacing = { share: shareOf(requestsPerSecond), report: log.info };
  const waiting = { clock, signal: stop, report: log.info };
  return {
    ...waiting,
    registry: await account.registry(),
    pacers: createRegistryPacers(clock, pacing),
    place: account,
    certificates: { ...waiting, iot: account.iot, pacers: createPacers(clock, pacing) },
  };
}

/** @throws UserError when the run must end here */
function refuse(
  { findings, devices, errors }: RegistryCheck,
  conflicts: readonly Finding[],
  { csrs }: Batch,
  { mode, onInvalid }: CheckOptions,
): void {
  const mayGoOn = mode === 'issue' && onInvalid === 'skip' && csrs.length > 0;
  const error = joinErrors([
    ...errors,
    ...findings.filter(({ severity }) => severity === 'error').map(refusedPolicy),
    ...(conflicts.length === 0 || mayGoOn ? [] : [conflictError(conflicts, devices.length, mode)]),
  ]);
  if (error !== undefined) throw error;
}

function logPlan({ devices, plan }: RegistryCheck, policies: readonly string[], log: Services['log']): void {
  const things = devices.filter(({ thing }) => thing !== undefined);
  const { create, found, attach, conflict } = countActions(things);
  if (things.length > 0) {
    log.info(
      `Things: ${count(create)} to create, ${count(found)} found, ${count(attach)} that get a certificate beside those that they hold, ${count(conflict)} in conflict`,
    );
  }
  for (const [policy, group] of plan.carried) {
    const how = policies.includes(policy) ? 'is not attached to certificates' : '`policies` does not name it';
    log.info(
      `Policy ${policy} comes from the group ${group}, and ${how}. It acts for a device that connects with the name of its thing as client id`,
    );
  }
}

function annotatePolicies(findings: readonly PolicyFinding[], rulesPage: string, log: Services['log']): void {
  for (const { severity, rule, message, fix } of findings) {
    log.annotate(severity, `${message} ${fix} [${rule}] ${rulesPage}#${rule}`, { title: rule });
  }
}

function leaveOut(batch: Batch, findings: readonly Finding[]): Batch {
  const paths = new Set(findings.map(({ path }) => path));
  return {
    ...batch,
    csrs: batch.csrs.filter(({ path }) => !paths.has(path)),
    findings: [...batch.findings, ...findings],
    rejected: [...batch.rejected, ...paths],
  };
}

/** CSRs that the message which ends the run names; of more, the annotations do. */
const NAMED = 3;

function conflictError(conflicts: readonly Finding[], devices: number, mode: string): UserError {
  return new UserError(
    'registration-conflict',
    `${count(conflicts.length)} of ${plural(devices, 'device')} cannot be registered as asked for.${mode === 'issue' ? ' Nothing was created.' : ''}`,
    {
      where: conflicts.length <= NAMED ? conflicts.map(({ path }) => path).join(', ') : 'things that exist already',
      fix:
        mode === 'issue'
          ? 'Correct what the annotations and the job summary name, or set `on-invalid: skip` to leave these devices out.'
          : 'Correct what the annotations and the job summary name.',
    },
  );
}

function refusedPolicy({ message, fix, rule }: PolicyFinding): UserError {
  return new UserError('policy-refused', message, {
    where: 'policies',
    fix: `${fix} Or set \`rules: ${rule}=warning\`.`,
  });
}
