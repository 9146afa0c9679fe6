import type { Problem } from '../records/certificate.ts';

/** Names that a message lists. */
const NAMED = 3;

const AGAIN = 'Run the job again: it goes on with what is left.';

export const CANCELLED: Problem = {
  code: 'cancelled',
  message: 'The run ended before it was retired, as far as is known.',
  fix: AGAIN,
};

export function unconfirmed(newer: string): Problem {
  return {
    code: 'unconfirmed',
    message: `No device is known to have connected with the newer certificate, ${newer}.`,
    fix: 'Wait until it has connected, or find out why it does not. To retire it nevertheless after a time, set `retire-unconfirmed: true` and `retire-after`.',
  };
}

/** @param status of the newest certificate, which is confirmed */
export function noSuccessor(newer: string, status: string): Problem {
  return {
    code: 'successor-unusable',
    message: `The newer certificate, ${newer}, cannot take its place: its status is ${status}, or it was retired.`,
    fix: 'Activate the newer certificate, or issue another one for the thing.',
  };
}

export function sameAge(other: string): Problem {
  return {
    code: 'same-age',
    message: `The account created it at the same time as ${other}, so that neither is the newer one.`,
    fix: 'Revoke the one that the device does not have, with `mode: revoke` and `certificate-id=`.',
  };
}

export function strangeStatus(status: string): Problem {
  return {
    code: 'certificate-not-usable',
    message: `It has the status ${status}, of which nothing is retired.`,
    fix: 'Look at the certificate in AWS IoT: accept or cancel its transfer.',
  };
}

export function reactivated(retiredAt: string): Problem {
  return {
    code: 'reactivated',
    message: `It was retired at ${retiredAt}, and somebody has made it ACTIVE again since.`,
    fix: 'When it is to be retired again, take `retiredAt` out of its line of the ledger.',
  };
}

/** @param why a clause about the newer certificate, such as `it is not attached to the thing` */
export function successorUnusable(newer: string, why: string): Problem {
  return {
    code: 'successor-unusable',
    message: `The newer certificate, ${newer}, cannot take its place: ${why}.`,
    fix: 'Register the device again with its newer certificate, or issue another one for the thing.',
  };
}

export function thingMissing(thing: string): Problem {
  return {
    code: 'thing-missing',
    message: `The account has no thing ${thing}.`,
    fix: 'Register the device again, or correct `thingName` in the ledger.',
  };
}

/** @param lacking policies that the old certificate has */
export function fewerPolicies(newer: string, lacking: readonly string[]): Problem {
  const named = `${lacking.slice(0, NAMED).join(', ')}${lacking.length > NAMED ? ' …' : ''}`;
  return {
    code: 'fewer-policies',
    message:
      lacking.length === 0
        ? `The newer certificate, ${newer}, has no policy, and no group of its thing has one.`
        : `The newer certificate, ${newer}, has not all policies of the old one, and no group of its thing has them: ${named}.`,
    fix: 'Attach them to the newer certificate or to a group. When the device is to lose them, detach them from the old certificate.',
  };
}

/** @param things names of things besides its own that hold it */
export function alsoElsewhere(things: readonly string[]): Problem {
  const named = `${things.slice(0, NAMED).join(', ')}${things.length > NAMED ? ' …' : ''}`;
  return {
    code: 'attached-elsewhere',
    message: `The certificate is attached to another thing, which may connect with it: ${named}.`,
    fix: 'Give that thing a certificate of its own and detach this one, or correct `thingName` in the ledger.',
  };
}

export function notAttached(thing: string): Problem {
  return {
    code: 'not-attached',
    message: `It is ACTIVE, and not attached to thing ${thing}, for which the ledger names it.`,
    fix: 'Find out which device has it. When none has, revoke it with `mode: revoke` and `certificate-id=`.',
  };
}

export function attachedAgain(thing: string): Problem {
  return {
    code: 'attached-again',
    message: `It was retired, and is attached to thing ${thing} again.`,
    fix: 'Detach it, or take `retiredAt` out of its line of the ledger when it is in use.',
  };
}

export function stillAttached(thing: string): Problem {
  return {
    code: 'detach-slow',
    message: `It is INACTIVE, and AWS IoT still shows it at thing ${thing} a minute after it was asked to detach it.`,
    fix: AGAIN,
  };
}

export function statusChanged(status: string): Problem {
  return {
    code: 'status-changed',
    message: `Its status has become ${status} during the run.`,
    fix: AGAIN,
  };
}

/** @param isUndone the old certificate is ACTIVE again */
export function successorLost(newer: string, why: string, isUndone: boolean): Problem {
  return {
    code: 'successor-unusable',
    message: `While it was made INACTIVE, the newer certificate, ${newer}, stopped being usable: ${why}. ${isUndone ? 'It is ACTIVE again.' : 'It could not be made ACTIVE again.'}`,
    fix: 'Find out who changed the newer certificate, and issue another one for the thing.',
  };
}
