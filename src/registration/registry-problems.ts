import type { DescribedThing, Principal, PrincipalType } from '../aws/iot-registry.ts';
import { awsCodeOf } from '../issuance/iot-access.ts';
import { shorten } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import type { Problem } from '../records/certificate.ts';
import { type Difference, describeDifferences } from './compare-thing.ts';
import { NOT_FOUND } from './registry-calls.ts';

/** Code of what the registry holds otherwise than it was asked for. */
export const CONFLICT = 'registration-conflict';

/** Certificates of a thing that a message names. */
const NAMED = 3;

/** Characters of what the account says in a message: differences or names, and a decision. */
const DIFFERENCES = 500;
const DECISION = 40;

export const CANCELLED_REGISTERING: Problem = {
  code: 'cancelled',
  message: 'The job was cancelled before all of its registration was done.',
  fix: 'Run the job again: it does what is left.',
};

export const BUG: Problem = {
  code: 'registration-bug',
  message: 'An error of this action itself ended registering.',
  fix: 'Report it with the log, and run the job again.',
};

/** A thing exists as something else than was asked for. @param holds undefined: not known */
export function otherThing(
  { name }: Pick<DescribedThing, 'name'>,
  differences: readonly Difference[],
  holds: readonly Principal[] | undefined,
): UserError {
  return new UserError(
    CONFLICT,
    `Thing ${name} exists and differs in ${shorten(describeDifferences(differences), DIFFERENCES)}. ${holdersOf(holds)}`,
    { fix: 'Correct the inputs, or change or delete the thing in AWS IoT, and run the job again.' },
  );
}

/** `on-existing-thing: fail`. @param holds the certificates of others */
export function takenThing({ name }: Pick<DescribedThing, 'name'>, holds: readonly Principal[]): UserError {
  return new UserError(CONFLICT, `Thing ${name} exists, and on-existing-thing is fail. ${holdersOf(holds)}`, {
    fix: 'Set `on-existing-thing: attach` if its new certificate is to go beside these, or give the device another name.',
  });
}

/** An exclusive certificate belongs to one thing. @param things that hold it */
export function attachedElsewhere(thing: string, things: readonly string[]): UserError {
  return new UserError(
    CONFLICT,
    `Its certificate is attached to thing ${shorten(things.slice(0, NAMED).join(', '), DIFFERENCES)}, so it cannot be attached exclusively to thing ${thing}.`,
    { fix: 'Detach it there, or set `thing-principal: non-exclusive`, and run the job again.' },
  );
}

export function attachedOtherwise(thing: string, found: PrincipalType): UserError {
  return new UserError(CONFLICT, `Thing ${thing} holds its certificate as ${found}, which is not what was asked for.`, {
    fix: 'Change `thing-principal`, or detach the certificate from the thing, and run the job again.',
  });
}

/** Why a certificate is not created although it could be: nobody could use it. @param problem what ended registering */
export function notCreated(problem: Problem): Problem {
  if (problem.code === 'policy-denies-connect') return problem;
  return {
    code: 'registration-incomplete',
    message: `It was not asked for, since its device could not be registered: ${problem.message}`,
    fix: problem.fix,
  };
}

/** @param policies that the device was to have; @param decision of `TestAuthorization` */
export function connectDenied(thing: string, policies: readonly string[], decision: string): Problem {
  return {
    code: 'policy-denies-connect',
    message: `The ${policies.length === 1 ? 'policy' : 'policies'} ${policies.join(', ')} did not let a device connect as client/${thing} (TestAuthorization: ${shorten(decision, DECISION)}). One device was tried; nothing was created for the others.`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of AWS IoT policies
    fix: 'Let one of the policies allow iot:Connect on the resource client/${iot:Connection.Thing.ThingName}, and run the job again.',
  };
}

/** A denial that the documents of the policies contradict. */
export function notYetAllowed(thing: string): string {
  return `TestAuthorization does not allow client/${thing} to connect yet, although its policies do: what was attached a moment ago may not act yet. Registering goes on. Try out one device before you ship the others.`;
}

/** `It holds certificate a1…, b2….` */
function holdersOf(holds: readonly Principal[] | undefined): string {
  if (holds === undefined) return 'Which certificates it holds is not known.';
  if (holds.length === 0) return 'It holds no certificate.';
  const ids = holds.slice(0, NAMED).map(({ arn }) => shorten(arn.slice(arn.lastIndexOf('/') + 1), 64));
  const more = holds.length > NAMED ? ` and ${holds.length - NAMED} more` : '';
  return `It holds certificate ${ids.join(', ')}${more}.`;
}

/** How AWS IoT refuses to attach a certificate is not documented: these names fit. */
export const ATTACH_REFUSALS = /^(InvalidRequest|ValidationException|ResourceAlreadyExists|.*Conflict)/;

/** What keeps a device from being registered, read from what a call threw. */
export function problemOf(error: UserError): Problem {
  const { code, message, where = '', fix } = error;
  const awsCode = awsCodeOf(error) ?? '';
  if (where === 'iot:AttachThingPrincipal' && ATTACH_REFUSALS.test(awsCode)) {
    return {
      code: CONFLICT,
      message,
      fix: 'Look which thing the certificate is attached to, and how; detach it there, or change `thing-principal`, and run the job again.',
    };
  }
  if (where === 'iot:RegisterThing' && /^ConflictingResourceUpdate/.test(awsCode)) {
    return {
      code: CONFLICT,
      message,
      fix: 'The thing exists with other properties, and the template is to fail then: correct the template or its OverrideSettings, or change the thing in AWS IoT, and run the job again.',
    };
  }
  if (where === 'iot:RegisterThing' && /^(ResourceRegistrationFailure|InvalidRequest)/.test(awsCode)) {
    return {
      code: 'provisioning-template',
      message,
      fix: 'Correct what AWS names in the provisioning template, its parameters, or the account, and run the job again: it does what is left.',
    };
  }
  if (awsCode === 'LimitExceededException') {
    return {
      code: 'registry-limit',
      message,
      fix: 'Remove what the device does not need, and run the job again: a certificate has at most 10 policies, and a thing is in at most 10 groups.',
    };
  }
  if (awsCode === NOT_FOUND) {
    return {
      code: 'registry-missing',
      message,
      fix: 'Create what AWS names, or correct the input, and run the job again.',
    };
  }
  return { code, message, fix };
}

/** Refusals that would meet the next device just the same: of the role, the session, the network. */
const FOR_ALL =
  /^(not-allowed|not-aws|tls|throttled|clock|credentials-\w+|signature(-region)?|region-disabled|proxy-unreachable)$/;

/** Whether what a device met would meet every other one. */
export function meetsAll({ code }: Problem): boolean {
  return FOR_ALL.test(code);
}
