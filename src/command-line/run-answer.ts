import { certificateArn } from '../aws/place.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Registration, RegistrationOutcome } from '../registration/registration-outcome.ts';
import { type PlannedRegistry, unregisteredOf } from '../report/registry-facts.ts';
import type { Story } from '../report/story.ts';
import { DONE_RESULTS, type RetirementRow, retirementsWith } from '../retirement/retirement.ts';
import { countOf, openIn, type RevocationRow } from '../revocation/revocation.ts';

/** What a run found and did, as plain values: the JSON document of every mode. */
export function runAnswer(story: Story, iamPolicy: string | undefined): object {
  const { registration, registryPlan } = story;
  const { batch, outcomes, account, audit, revocation, retirement, failure, directory } = story;
  const { manifestPath, ledgerPath, pagePath } = story;
  const having = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  return {
    counts: {
      files: batch?.files ?? 0,
      valid: batch?.csrs.length ?? 0,
      rejected: batch?.rejected.length ?? 0,
      created: having('created'),
      reused: having('reused'),
      failed: having('failed'),
      unresolved: having('in-doubt'),
      notAttempted: having('not-attempted'),
      disagreements: audit?.drifts.length ?? 0,
      ...(registration && registrationCounts(registration, unregisteredOf(story).length)),
      ...(revocation && { selected: openIn(revocation), revoked: countOf(revocation, 'revoked') }),
      ...(retirement && {
        planned: retirementsWith(retirement, 'planned'),
        retired: retirementsWith(retirement, ...DONE_RESULTS),
        unconfirmed: retirementsWith(retirement, 'unconfirmed'),
      }),
    },
    account: account === undefined ? null : { id: account.account, region: account.region, arn: account.arn },
    certificatesPath: directory?.path ?? null,
    manifestPath: manifestPath ?? null,
    ledgerPath: ledgerPath ?? null,
    reportPath: pagePath ?? null,
    findings: (batch?.findings ?? []).map(({ path, rule, severity, message, fix }) => ({
      path,
      rule,
      severity,
      message,
      fix,
    })),
    certificates: certificatesOf(story),
    ...(registryPlan && { registryPlan: planOf(registryPlan) }),
    disagreements: audit?.drifts ?? [],
    ...(revocation && { dryRun: revocation.isDryRun, revocations: revocation.rows.map(revocationOf) }),
    ...(retirement && {
      dryRun: retirement.isDryRun,
      retirements: retirement.rows.map(retirementOf),
      foreignCertificates: retirement.foreign,
    }),
    iamPolicy: iamPolicy === undefined ? null : JSON.parse(iamPolicy),
    errors:
      failure === undefined
        ? []
        : [failure, ...failure.others].map(({ code, message, where, fix }) => ({
            code,
            message,
            where: where ?? null,
            fix,
          })),
  };
}

function revocationOf({
  certificateId,
  csrPath,
  thingName,
  status,
  issuedAt,
  why,
  result,
  problem,
}: RevocationRow): object {
  return {
    certificateId,
    csr: csrPath ?? null,
    thingName: thingName ?? null,
    statusBefore: status ?? null,
    issuedAt: issuedAt === undefined ? null : new Date(issuedAt).toISOString(),
    selectedBy: why,
    result,
    ...(problem && { problem: { message: problem.message, fix: problem.fix } }),
  };
}

function retirementOf(row: RetirementRow): object {
  const { thing, certificateId, csrPath, status, createdAt, successor, to, result, problem } = row;
  return {
    thingName: thing,
    certificateId,
    csr: csrPath ?? null,
    statusBefore: status ?? null,
    createdAt: createdAt === undefined ? null : new Date(createdAt).toISOString(),
    newerCertificateId: successor ?? null,
    becomes: to ?? null,
    result,
    ...(problem && { problem: { message: problem.message, fix: problem.fix } }),
  };
}

function registrationCounts({ outcomes }: Registration, left: number): object {
  return { registered: outcomes.length - left, notRegistered: left };
}

function planOf({ devices, findings }: PlannedRegistry): object {
  return {
    devices: devices.map(({ path, thing, action, reasons, holds, rights }) => ({
      csr: path,
      thing: thing ?? null,
      action,
      reasons,
      holds,
      policies: rights.map(({ policy, group }) => ({ policy, group: group ?? null })),
    })),
    findings: findings.map(({ rule, severity, message, fix }) => ({ rule, severity, message, fix })),
  };
}

function certificatesOf(story: Story): readonly object[] {
  const { outcomes, registration } = story;
  const registered = new Map(registration?.outcomes.map((outcome) => [outcome.path, outcome]));
  return outcomes.map((outcome) => {
    const device = registered.get(outcome.csr.path);
    return { ...certificateOf(outcome, story), ...(device && { registration: registrationOf(device) }) };
  });
}

function registrationOf({ thing, result, done, left, problem }: RegistrationOutcome): object {
  return {
    thing: thing ?? null,
    result,
    done,
    left,
    ...(problem && { problem: { message: problem.message, fix: problem.fix } }),
  };
}

function certificateOf(outcome: Outcome, { directory, account }: Story): object {
  const { csr, result } = outcome;
  const has = 'certificate' in outcome ? outcome.certificate : undefined;
  return {
    csr: csr.path,
    result: result === 'in-doubt' ? 'unresolved' : result,
    certificateId: has?.id ?? null,
    certificateArn: has === undefined || account === undefined ? null : certificateArn(account, has.id),
    status: has?.status ?? null,
    file: has === undefined ? null : (directory?.fileOf(csr) ?? null),
    ...('problem' in outcome ? { problem: { message: outcome.problem.message, fix: outcome.problem.fix } } : {}),
  };
}

/** The end of `issue`, after the line that says where the certificates are: what else there is. Empty without any. */
export function whatElseThereIs(story: Story): readonly string[] {
  const { outcomes, directory, manifestPath, ledgerPath } = story;
  const issued = outcomes.flatMap((outcome) => ('certificate' in outcome ? [outcome] : []));
  if (issued.length === 0 || directory === undefined) return [];
  const inactive = issued.filter(({ certificate }) => certificate.status === 'INACTIVE').length;
  return [
    ...(manifestPath === undefined ? [] : [`Manifest: ${manifestPath}`]),
    ...(ledgerPath === undefined ? [] : [`Ledger: ${ledgerPath}`]),
    ...(inactive === 0
      ? []
      : [
          `${inactive === issued.length ? 'They are' : `${inactive} of them are`} INACTIVE: no device can connect with them until they are activated (docs/after.md)`,
        ]),
  ];
}
