import type { RoleInputs } from '../aws/role.ts';
import type { Policy } from '../csr/policy.ts';
import { loadSubjectPatterns } from '../csr/subject-matcher.ts';
import type { Delivery } from '../delivery/hand-over.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import type { RequestRate } from '../issuance/request-rate.ts';
import { DEFAULT_FILE_NAME } from '../naming/certificate-files.ts';
import { columnUsers } from '../naming/device-columns.ts';
import { columnsIn, fieldsOf, renderTemplate, TEMPLATE_FIELDS, type Template } from '../naming/template.ts';
import type { TableAddress } from '../records/table/address.ts';
import { isTableAddress } from '../records/table/address.ts';
import { isWithoutLedger } from '../revocation/selection.ts';
import type { Environment, RunContext } from '../runner/context.ts';
import { CATALOGUE } from '../validation/rule-catalogue.ts';
import { DEFAULT_MAX_CERTIFICATES, type Shard } from '../validation/shard.ts';
import { type BundleInputs, readBundleInputs } from './bundle-inputs.ts';
import type INPUT_TABLE from './input-table.json';
import { createMistakes, type Mistakes } from './mistakes.ts';
import { defaultOutputDirectory } from './output-directory.ts';
import {
  absolute,
  boolean,
  booleanOr,
  integer,
  lines,
  list,
  Mistake,
  matching,
  oneOf,
  type Parse,
  requestRate,
  someOf,
  tableAddress,
  template,
} from './parsers.ts';
import { readPolicy } from './policy-inputs.ts';
import { type RegistrationInputs, readRegistrationInputs } from './registration-inputs.ts';
import { type RetireInputs, readRetireInputs } from './retire-inputs.ts';
import type { RevokeInputs } from './revoke-inputs.ts';
import { readRoleInputs } from './role-inputs.ts';
import { type Purpose, runPolicy } from './run-permissions.ts';
import { readSecretInputs, type SecretInputs } from './secret-inputs.ts';

/** What the step does. */
export type Mode = 'issue' | 'validate' | 'audit' | 'revoke' | 'retire';

/** Everything a user can ask for, read once, validated together, frozen. Each field is documented in action.yml. */
export interface Inputs {
  readonly csrPath: readonly string[];
  /** CSRs that are named one by one, absolute paths: only the command line takes any. */
  readonly csrFiles: readonly string[];
  readonly mode: Mode;
  /** Whether an event of a fork, or one that does not say whose it is, may ask for certificates. */
  readonly allowForks: boolean;
  /** `after-delivery`: created INACTIVE, made ACTIVE when the hand-over has succeeded. */
  readonly setAsActive: boolean | 'after-delivery';
  /** This job's part of the batch; undefined: all of it. */
  readonly shard: Shard | undefined;
  /** Absolute path of the ledger file; undefined: none is kept. */
  readonly ledger: string | undefined;
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
  /** The step commits the ledger to the branch, and the post step after it. */
  readonly ledgerCommit: boolean;
  readonly reissue: boolean;
  readonly reconcile: Reconcile;
  /** For asking GitHub about this workflow run; empty outside GitHub. */
  readonly githubToken: string;
  /** Empty only in `validate`, which never talks to AWS. */
  readonly region: string;
  /** Undefined: the AWS SDK's ambient credentials are used. */
  readonly role: RoleInputs | undefined;
  /**
   * The IAM policy of the run, as JSON: of one that issues with these inputs, where this one validates. Undefined: it
   * takes no permission.
   */
  readonly iamPolicy: string | undefined;
  /** Empty: any account. */
  readonly allowedAccountIds: readonly string[];
  readonly requestTimeoutMs: number;
  readonly requestsPerSecond: RequestRate;
  readonly onInvalid: 'fail' | 'skip';
  readonly maxCertificates: number;
  /** Absolute path of the devices file; undefined: there is none. */
  readonly devices: string | undefined;
  /** What is asked of CSRs beyond what AWS IoT asks. */
  readonly policy: Policy;
  /** Undefined unless certificates are to be revoked. */
  readonly revoke: RevokeInputs | undefined;
  /** Undefined unless certificates are to be retired. */
  readonly retire: RetireInputs | undefined;
  /** Absolute path of the file that findings are written to in SARIF; undefined: none is. */
  readonly sarifPath: string | undefined;
  /** Absolute path of the file that the report is written to; undefined: it stands in the output directory only. */
  readonly report: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  /** Where certificates go below it. */
  readonly fileName: Template;
  readonly deliver: readonly Delivery[];
  /** Undefined unless secrets are asked for. */
  readonly secrets: SecretInputs | undefined;
  /** What devices become in the registry of AWS IoT; undefined: nothing is asked for but certificates. */
  readonly registration: RegistrationInputs | undefined;
  readonly artifactName: string;
  /** Undefined unless bundles are asked for. */
  readonly bundle: BundleInputs | undefined;
  /** Undefined: the repository's default. */
  readonly artifactRetentionDays: number | undefined;
}

/** Every input of action.yml. */
export type InputName = keyof typeof INPUT_TABLE;

/** Where inputs come from, when it is not the `with:` block of a step. */
export interface InputSource {
  /** CSRs that are named one by one, absolute paths. */
  readonly csrFiles: readonly string[];
  /** What is done with AWS; undefined: what the mode says. */
  readonly purpose?: Purpose | undefined;
}

/** The `with:` block of a step. */
const STEP: InputSource = { csrFiles: [] };

/**
 * Reads and validates all inputs, and reports all mistakes in one error: each names the input, the value and what is
 * allowed.
 *
 * @param env holds INPUT_<NAME> as the runner sets them: upper case, spaces as `_`, dashes kept
 * @throws UserError `inputs` listing every mistake
 */
export async function readInputs(env: Environment, context: RunContext, source = STEP): Promise<Inputs> {
  const mistakes = createMistakes();
  const text = (name: InputName): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  // A mistake leaves the fallback in place so that the inputs after it are still checked.
  const read = <T, F>(name: InputName, parse: Parse<T>, fallback: F): T | F => {
    const value = text(name);
    return value === '' ? fallback : mistakes.parse(name, value, parse, fallback);
  };
  const missing = (name: InputName, when: string, example: string): void => {
    if (text(name) === '') mistakes.add(name, `It is required${when}.`, `Set it, for example to ${example}.`);
  };
  const mode = read('mode', oneOf('issue', 'validate', 'audit', 'revoke', 'retire'), 'issue');
  if ((mode === 'issue' || mode === 'validate') && source.csrFiles.length === 0)
    missing('csr-path', '', 'csrs/**/*.csr (several patterns: one a line)');
  const isTable = isTableAddress(text('ledger'));
  const revoke = await readRevoke({ mode, read, text, missing, mistakes }, context.workspace);
  const ledgerCommit = read('ledger-commit', boolean, false);
  const needsLedger = whyLedger(mode, ledgerCommit, revoke);
  if (needsLedger !== undefined) missing('ledger', needsLedger, 'ledger/certificates.jsonl');
  if (isTable && ledgerCommit) {
    mistakes.add('ledger-commit', 'A table is not committed.', 'Remove `ledger-commit`, or name a file in `ledger`.');
  }
  const given = read('aws-region', matching(REGION, 'an AWS region such as eu-west-1'), '');
  const region = given || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  if (mode !== 'validate' && region === '') missing('aws-region', ', since AWS_REGION is not set', 'eu-west-1');
  const compile = text('subject-pattern') === '' ? undefined : await loadSubjectPatterns();
  const deliver: readonly Delivery[] = read('deliver', deliveries, ['artifact']);
  const role = readRoleInputs(read, { isAsked: text('role-to-assume') !== '', region, runId: context.runId });
  const part = read('shard', shard, undefined);
  const isNarrowed = read('session-policy', boolean, true);
  const inputs: Inputs = {
    csrPath: lines(text('csr-path')),
    csrFiles: source.csrFiles,
    mode,
    setAsActive: read(
      'set-as-active',
      (value) => (value === 'after-delivery' ? value : booleanOr(value, 'after-delivery')),
      false,
    ),
    shard: part,
    ledger: isTable ? undefined : read('ledger', (value) => absolute(value, context.workspace), undefined),
    ledgerTable: isTable ? read('ledger', tableAddress, undefined) : undefined,
    ledgerCommit,
    reissue: read('reissue', boolean, false),
    reconcile: read('reconcile', reconcile, { when: 'auto' }),
    githubToken: text('github-token'),
    region,
    role,
    iamPolicy: undefined,
    allowedAccountIds: read(
      'allowed-account-ids',
      list(/^\d{12}$/, 'AWS account ids of 12 digits (in quotation marks: YAML drops a leading zero)'),
      [],
    ),
    requestTimeoutMs: read('request-timeout-seconds', integer(1, 300), 10) * 1_000,
    requestsPerSecond: read('requests-per-second', requestRate, { kind: 'auto' }),
    onInvalid: read('on-invalid', oneOf('fail', 'skip'), 'fail'),
    maxCertificates: read('max-certificates', integer(1, 1_000_000), DEFAULT_MAX_CERTIFICATES),
    revoke,
    retire: readRetireInputs({ read, text, mistakes, workspace: context.workspace, isAsked: mode === 'retire' }),
    allowForks: read('allow-csrs-from-forks', boolean, false),
    policy: readPolicy(read, CATALOGUE, compile),
    ...(await readPaths(read, context, { account: role?.arn.split(':')[4], region })),
    fileName: read('file-name', fileName, DEFAULT_FILE_NAME),
    deliver,
    secrets: readSecretInputs({ read, text, mistakes, context, ...secretsAsked(deliver, mode) }),
    registration: readRegistrationInputs({ read, text, mistakes }, context.workspace),
    bundle: readBundleInputs({ read, text, mistakes, mode, region, shard: part }),
    ...readArtifact(read, context),
  };
  if (inputs.devices === undefined) refuseColumns(inputs, mistakes);
  mistakes.refuse();
  return Object.freeze({ ...inputs, ...policiesOf(inputs, source.purpose ?? mode, isNarrowed) });
}

/** The policy that a person is shown, and the one that sessions get. */
function policiesOf(inputs: Inputs, purpose: Purpose, isNarrowed: boolean): Pick<Inputs, 'iamPolicy' | 'role'> {
  const { role } = inputs;
  const account = role?.arn.split(':')[4];
  const iamPolicy = runPolicy(purpose === 'validate' ? 'issue' : purpose, inputs, account);
  const sessionPolicy = isNarrowed ? runPolicy(purpose, inputs, account) : undefined;
  return { iamPolicy, role: role && { ...role, sessionPolicy } };
}

type Read = <T, F>(name: InputName, parse: Parse<T>, fallback: F) => T | F;

/** Files that are named, and the directory. @param where the account and region that a default directory is for */
async function readPaths(
  read: Read,
  { workspace, tempDirectory }: RunContext,
  where: Parameters<typeof defaultOutputDirectory>[1],
): Promise<Pick<Inputs, 'devices' | 'sarifPath' | 'report' | 'outputDirectory'>> {
  const path = (name: InputName) => read(name, (value) => absolute(value, workspace), undefined);
  return {
    devices: path('devices'),
    sarifPath: path('sarif-path'),
    report: path('report'),
    outputDirectory: path('output-directory') ?? (await defaultOutputDirectory(tempDirectory, where)),
  };
}

function readArtifact(read: Read, context: RunContext): Pick<Inputs, 'artifactName' | 'artifactRetentionDays'> {
  return {
    artifactName: read('artifact-name', (value) => artifactName(value, context), 'iot-certificates'),
    // GitHub keeps an artifact 90 days at most in a public repository, 400 in a private one.
    artifactRetentionDays: read('artifact-retention-days', integer(1, 400), undefined),
  };
}

/** Why `ledger` is required, as a part of a sentence; undefined: it is not. */
function whyLedger(mode: Mode, ledgerCommit: boolean, revoke: RevokeInputs | undefined): string | undefined {
  if (mode === 'audit' || mode === 'retire') return ` with \`mode: ${mode}\``;
  if (ledgerCommit) return ' with `ledger-commit`';
  const selects = revoke !== undefined && !isWithoutLedger(revoke.selection);
  return selects ? ', since only certificate-id= and file= select without one' : undefined;
}

/** @returns undefined in another mode, and after a mistake, which ends the run */
async function readRevoke(
  {
    mode,
    read,
    text,
    missing,
    mistakes,
  }: {
    readonly mode: Mode;
    readonly read: Read;
    readonly text: (name: InputName) => string;
    readonly missing: (name: InputName, when: string, example: string) => void;
    readonly mistakes: Mistakes;
  },
  workspace: string,
): Promise<RevokeInputs | undefined> {
  if (mode !== 'revoke') {
    // Who forgets the mode, or takes another one for a dry run, would issue certificates.
    if (text('revoke') !== '')
      mistakes.add('revoke', 'It is only used with `mode: revoke`.', 'Remove it, or set `mode: revoke`.');
    if (mode !== 'retire' && text('dry-run') !== '') {
      const problem = 'It is only used with the modes `revoke` and `retire`.';
      mistakes.add('dry-run', problem, 'Remove it, or set `mode: revoke` or `mode: retire`.');
    }
    return undefined;
  }
  // Without a selector everything would be meant.
  missing('revoke', ' with `mode: revoke`', 'run=1234567890');
  // The library of globs is loaded where there is a selection.
  const { selectionIn } = await import('./revoke-inputs.ts');
  const selection = read('revoke', (lines) => selectionIn(lines, workspace), undefined);
  const isDryRun = read('dry-run', boolean, true);
  return selection && { selection, isDryRun };
}

/** Columns have values only where there is a devices file. */
function refuseColumns(inputs: Inputs, mistakes: Pick<Mistakes, 'add'>): void {
  for (const { input, template: parsed } of columnUsers(inputs)) {
    const [column] = columnsIn(parsed);
    if (column === undefined) continue;
    mistakes.add(input, `There is no devices file, so {device:${column}} has no value.`, 'Name the file in `devices`.');
  }
}

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

function shard(text: string): Shard {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || of === undefined || index < 1 || index > of) {
    throw new Mistake('Allowed: i/n with i from 1 to n, for example 2/4.');
  }
  return { index, of };
}

function reconcile(text: string): Reconcile {
  if (text === 'auto' || text === 'always' || text === 'never') return { when: text };
  const since = text.startsWith('since=') ? Date.parse(text.slice('since='.length)) : Number.NaN;
  if (Number.isNaN(since))
    throw new Mistake('Allowed: auto, always, never, or since=<time>, such as since=2026-11-24T08:00:00Z.');
  return { when: 'since', since };
}

/** What the artifact service and every file system take (@actions/artifact, path-and-artifact-name-validation). */
function artifactName(text: string, { runId }: RunContext): string {
  const name = renderTemplate(template(['run-id'])(text), { 'run-id': runId });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are refused
  if (/["<>|*?:\\/\u0000-\u001f]/.test(name) || name.length > 200) {
    throw new Mistake('Allowed: up to 200 characters, none of " : < > | * ? \\ /.');
  }
  return name;
}

/** A certificate's id is known only when there is a certificate, and whether a file is there has to be known before. */
function fileName(text: string): Template {
  const parsed = template(TEMPLATE_FIELDS.filter((field) => field !== 'certificate-id'))(text);
  if (!text.endsWith('.pem') || fieldsOf(parsed).length === 0 || /[\\\p{Cc}]/u.test(text)) {
    throw new Mistake(
      'Allowed: a path below output-directory that has a field and ends with .pem, such as {path}.pem.',
    );
  }
  return parsed;
}

/** A validation needs names for secrets, and neither a token nor a place for them. */
function secretsAsked(deliver: readonly Delivery[], mode: Mode) {
  return { asked: deliver.includes('secrets'), areWritten: mode === 'issue' };
}

function deliveries(text: string): readonly Delivery[] {
  if (text === 'none') {
    throw new Mistake('Write `directory` for that alone.', 'The output directory is always written.');
  }
  return someOf('artifact', 'secrets', 'directory')(text);
}
