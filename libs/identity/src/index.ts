export { ActorGuard, CurrentActor, CurrentToken, NOBODY, Open, ServiceController } from './actor.guard.js';
export { ActorSource } from './actor-source.js';
export {
  type Act,
  actErrors,
  ACTS,
  allow,
  authorise,
  covers,
  type Relation,
  rootsFor,
  type Scoped,
  type ScopeFilter,
  scopeFilter,
} from './acts.js';
export { IdentityAccounts, type ProvisionedAccount } from './identity-accounts.js';
export { identityErrors } from './signing-keys.js';
export { KeycloakVerifier, type KeycloakVerifierOptions } from './keycloak-verifier.js';
export { TokenVerifier, type VerifiedToken } from './token-verifier.js';
export { Unauthenticated, type UnauthenticatedCode } from './unauthenticated.js';
