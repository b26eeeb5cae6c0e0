export { type Actor, hasRole, isSecret, type Membership, type Role, ROLES, rootsOf, type Secrecy, SYSTEM } from './actor.js';
export { BODY_KINDS, type BodyKind } from './body-kinds.js';
export { Clock, SetClock, SystemClock } from './clock.js';
export type { Decision, Localised, NewEvent } from './decision.js';
export { DomainError, type ErrorData, type ErrorKind, errorTable } from './errors.js';
export { sortableId } from './ids.js';
export { type Placed, scopeOf, supervised, supervisorsAround, unmarked } from './scope.js';
