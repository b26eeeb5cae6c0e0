import { errorTable } from '@aigaq/kernel';
import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Act } from './acts.js';
import type { VerifiedToken } from './token-verifier.js';

/**
 * What is not done on the strength of this morning's login, but of one a moment ago: the deed, and the act of ACTS that it is a part of.
 * Score overrides belong here as soon as there are any.
 */
export const STEP_UP = {
  'card.publish': 'card.manage',
  // The final verdict: only the last body of the chain can accept.
  'assignment.accept': 'assignment.review',
  'assignment.reopen': 'assignment.review',
  'examples.export': 'examples.export',
  'audit.export': 'audit.export',
  'body.export': 'body.export',
} as const satisfies Record<string, Act>;

export type Deed = keyof typeof STEP_UP;

/** The level that the identity server states in `acr` after a login that was asked for with `acr_values=2`. */
const LEVEL = '2';
export const STEP_UP_SECONDS = 15 * 60;
/** Our clock may be behind that of the identity server. */
const SKEW_SECONDS = 30;
/** Under which ActorGuard finds the deed of an endpoint. */
export const DEED = 'aigaq:deed';

/** RFC 9470: tells a client what to ask the identity server for. */
export const STEP_UP_CHALLENGE =
  `Bearer error="insufficient_user_authentication", error_description="A fresh login is needed", acr_values="${LEVEL}", max_age="${STEP_UP_SECONDS}"`;

export const stepUpErrors = errorTable('token', {
  step_up_needed: ['forbidden', 'This needs a fresh login.'],
});

/** The endpoint asks for a fresh login; ActorGuard sees to it. */
export const StepUp = (deed: Deed): CustomDecorator => SetMetadata(DEED, deed);

/** For a service that knows only later whether it comes to such a deed. Throws `token.step_up_needed`. */
export function requireStepUp(token: VerifiedToken | undefined, deed: Deed, now = new Date()): void {
  if (token === undefined || !isFresh(token, now)) {
    throw stepUpErrors.step_up_needed({ deed });
  }
}

function isFresh({ acr, authTime }: VerifiedToken, now: Date): boolean {
  if (acr !== LEVEL || authTime === undefined) {
    return false;
  }
  const age = (now.getTime() - authTime.getTime()) / 1000;
  return age >= -SKEW_SECONDS && age <= STEP_UP_SECONDS;
}
