import type { Actor } from '@aigaq/kernel';

/** Memberships in force now, from the service's own copy (never from the token). */
export abstract class ActorSource {
  /** A person nobody has given a role to is an actor without memberships, not an error. */
  abstract actorOf(subject: string, name: string): Promise<Actor>;
}
