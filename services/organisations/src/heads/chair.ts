import type { AbolishChair, OpenChair } from '@aigaq/api';
import { ChairAbolishedSchema, ChairOpenedSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { chairErrors } from './chair.errors.js';
import { type Chair, type Chairs, type Head, isSingle, lastDay, type Lifetime, overlap } from './chairs.js';
import { headErrors } from './head.errors.js';
import { appointed } from './head-told.js';

/** A chair that is not in the body yet; its id says what it is: `akim`, `deputy-2`. */
export function newChair({ chairs }: Pick<Chairs, 'chairs'>, { level, position, from }: OpenChair): Chair {
  const number = chairs.filter((chair) => chair.level === level).length + 1;
  return { id: isSingle(level) && number === 1 ? level : `${level}-${number}`, level, position, from, until: null };
}

/** Opens a chair for which there is no holder yet. */
export function openChair(chairs: Chairs, wanted: OpenChair, body: Lifetime): Decision<Chairs> {
  if (body.validUntil !== null && body.validUntil < wanted.from) {
    throw headErrors.body_closed({ from: wanted.from, closed: body.validUntil });
  }
  const chair = newChair(chairs, wanted);
  if (isSingle(chair.level) && chairs.chairs.some((other) => other.level === chair.level && overlap(other, chair))) {
    throw chairErrors.only_one({ organisationId: chairs.id, level: chair.level });
  }
  const { id: chairId, level, position, from } = chair;
  return {
    next: { ...chairs, chairs: [...chairs.chairs, chair] },
    events: [event(ChairOpenedSchema, { organisationId: chairs.id, chairId, level, position, from })],
  };
}

/** Ends the life of a chair and with it the time of whoever holds it or acts in it on that day. */
export function abolishChair(chairs: Chairs, chairId: string, { until, reason }: AbolishChair): Decision<Chairs> {
  const chair = chairs.chairs.find(({ id }) => id === chairId);
  if (!chair) {
    throw chairErrors.not_found({ organisationId: chairs.id, chairId });
  }
  refuseAbolition(chair, chairs.heads, until);
  const ended: Head[] = [];
  const heads = chairs.heads.map((head) => {
    if (head.chairId !== chairId || lastDay(head) <= until) {
      return head;
    }
    const past = { ...head, until };
    ended.push(past);
    return past;
  });
  return {
    next: { ...chairs, chairs: chairs.chairs.map((other) => (other === chair ? { ...chair, until } : other)), heads },
    events: [
      ...ended.map((head) => appointed(chairs.id, head, reason)),
      event(ChairAbolishedSchema, { organisationId: chairs.id, chairId, until, reason }),
    ],
  };
}

function refuseAbolition(chair: Chair, heads: readonly Head[], until: string): void {
  if (chair.until !== null) {
    throw chairErrors.abolished({ chairId: chair.id, until: chair.until });
  }
  if (until < chair.from) {
    throw chairErrors.wrong_dates({ from: chair.from, until });
  }
  const later = heads.find(({ chairId, from }) => chairId === chair.id && from > until);
  if (later) {
    throw chairErrors.held_later({ chairId: chair.id, from: later.from });
  }
}
