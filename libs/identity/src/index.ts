export { ActorGuard, CurrentActor, CurrentToken, NOBODY, ServiceController } from './actor.guard.js';
export { ActorSource } from './actor-source.js';
export {
  type Act,
  actErrors,
  ACTS,
  allow,
  audienceOf,
  authorise,
  covers,
  type Relation,
  RELATIONS,
  relationsTo,
  rootsFor,
  type Scoped,
  type ScopeFilter,
  scopeFilter,
} from './acts.js';
export { AnyActor, type Need, needOfRoute, Open, Requires, routesOf } from './requires.js';
export { maySee, mustBeListed, requireCleared, secretErrors } from './secrecy.js';
export { IdentityAccounts, type ProvisionedAccount } from './identity-accounts.js';
export { KeycloakAccounts, type KeycloakAccountsOptions } from './keycloak-accounts.js';
export { identityErrors } from './identity.errors.js';
export { KeycloakVerifier, type KeycloakVerifierOptions } from './keycloak-verifier.js';
export { type Deed, requireStepUp, STEP_UP, STEP_UP_CHALLENGE, STEP_UP_SECONDS, StepUp, stepUpErrors } from './step-up.js';
export { TokenVerifier, type VerifiedToken } from './token-verifier.js';
export { Unauthenticated, type UnauthenticatedCode } from './unauthenticated.js';
export { under } from './under.js';
