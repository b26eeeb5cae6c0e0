import { type Actor, errorTable, isSecret } from '@aigaq/kernel';

export const secretErrors = errorTable('secret', {
  not_listed: ['forbidden', 'This is for people on a name list only.'],
  purpose_needed: ['invalid', 'Say what you need this for: it is recorded with the reading.'],
});

/** Is the person on the name list? A list gives nothing by itself: the role has to reach the thing too. A reason nobody knows has no list. */
export function maySee({ cleared = [] }: Pick<Actor, 'cleared'>, secrecy: string): boolean {
  return !isSecret(secrecy) || cleared.some((each) => each === secrecy);
}

/** For acts, which are on record themselves. @throws secret.not_listed */
export function mustBeListed(actor: Actor, secrecy: string): void {
  if (!maySee(actor, secrecy)) {
    throw secretErrors.not_listed({ secrecy });
  }
}

/** For reading: the purpose is recorded with it. @throws secret.not_listed, secret.purpose_needed */
export function requireCleared(actor: Actor, secrecy: string, purpose: string | undefined): void {
  mustBeListed(actor, secrecy);
  if (isSecret(secrecy) && !purpose?.trim()) {
    throw secretErrors.purpose_needed({ secrecy });
  }
}
