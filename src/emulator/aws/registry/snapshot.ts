import type { StatusChange } from '../account.ts';
import {
  type Attachment,
  holding,
  type Membership,
  type Policy,
  type PolicyTarget,
  type RegistryState,
  type Thing,
} from './state.ts';

/** What the registry holds, and all that was ever attached: `untilMs` is Infinity (null in JSON) for what still is. */
export interface RegistrySnapshot {
  /** Each change of a certificate's status. */
  readonly statusChanges: readonly StatusChange[];
  readonly things: readonly Thing[];
  readonly policies: readonly Policy[];
  readonly attachments: readonly Attachment[];
  readonly memberships: readonly Membership[];
  readonly policyTargets: readonly PolicyTarget[];
}

export function snapshot(state: RegistryState): RegistrySnapshot {
  return {
    statusChanges: [...state.account.changes],
    things: [...state.things.values()],
    policies: [...state.policies.values()],
    attachments: state.attachments.map((one) => ({ ...one })),
    memberships: state.memberships.map((one) => ({ ...one })),
    policyTargets: state.policyTargets.map((one) => ({ ...one })),
  };
}

/** How many things and policies a certificate has. */
export function attachedTo(
  state: RegistryState,
  certificateArn: string,
): { readonly things: number; readonly policies: number } {
  return {
    things: holding(state, state.attachments).filter((one) => one.certificateArn === certificateArn).length,
    policies: holding(state, state.policyTargets).filter((one) => one.target === certificateArn).length,
  };
}

/** DeleteCertificate with `forceDelete`: the policies of the certificate are attached to it no longer. */
export function releasePolicies(state: RegistryState, certificateArn: string): void {
  for (const one of holding(state, state.policyTargets)) {
    if (one.target === certificateArn) one.untilMs = state.clock.now();
  }
}
