import type { AppointHead, HeadLevel, HeadView } from '@aigaq/api';
import { addDays, day } from '@aigaq/calendar';
import { event, HeadAppointedSchema } from '@aigaq/contracts';
import type { Decision, NewEvent } from '@aigaq/kernel';
import { headErrors } from './head.errors.js';

/** Somebody who holds a chair, or acts for its holder by order; both days belong to the time. */
export type Head = HeadView;

/** All chairs of one body with their history; `id` is the body's. */
export interface Chairs {
  id: string;
  heads: readonly Head[];
}

interface Tenure {
  validFrom: string;
  validUntil: string | null;
}

/** There is one of these in a body; deputies and others may be several. */
const SINGLE: readonly HeadLevel[] = ['first-head', 'akim'];

export function headOf(id: string, { acting, until, ...wanted }: AppointHead): Head {
  return { ...wanted, id, chairId: wanted.chairId ?? wanted.level, acting: acting ?? null, until: until ?? null };
}

/**
 * Enters somebody into the register of heads. A new first head or akim ends the time of the one before him, a person who acts
 * by order does not: the holder keeps the chair.
 */
export function appointHead(chairs: Chairs, head: Head, body: Tenure): Decision<Chairs> {
  refuseWrongDates(head, body);
  if (chairs.heads.some((other) => isSame(other, head))) {
    throw headErrors.already_appointed({ organisationId: chairs.id, from: head.from });
  }
  const ended: Head[] = [];
  const heads = chairs.heads.map((other) => {
    if (!isReplacedBy(other, head)) {
      return other;
    }
    const past = { ...other, until: addDays(day(head.from), -1) };
    ended.push(past);
    return past;
  });
  return {
    next: { id: chairs.id, heads: [...heads, head] },
    events: [...ended, head].map((one) => appointed(chairs.id, one)),
  };
}

/** Several appointments at once, oldest first: an import. */
export function appointHeads(chairs: Chairs, heads: readonly Head[], body: Tenure): Decision<Chairs> {
  const start: Decision<Chairs> = { next: chairs, events: [] };
  return [...heads]
    .sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
    .reduce(({ next, events }, head) => {
      const decision = appointHead(next, head, body);
      return { next: decision.next, events: [...events, ...decision.events] };
    }, start);
}

function refuseWrongDates({ from, until }: Head, body: Tenure): void {
  if (until !== null && until < from) {
    throw headErrors.wrong_dates({ from, until });
  }
  if (body.validUntil !== null && body.validUntil < from) {
    throw headErrors.body_closed({ from, closed: body.validUntil });
  }
}

function isSame(one: Head, other: Head): boolean {
  return (
    one.id === other.id ||
    (one.level === other.level && one.from === other.from && one.personName.kk === other.personName.kk && one.personName.ru === other.personName.ru)
  );
}

function isReplacedBy(other: Head, head: Head): boolean {
  const isChair = SINGLE.includes(head.level) && other.level === head.level && !other.acting && !head.acting;
  return isChair && other.until === null && other.from < head.from;
}


function appointed(organisationId: string, { id, acting, until, ...head }: Head): NewEvent {
  return event(HeadAppointedSchema, { headId: id, organisationId, acting: acting !== null, ...acting, until: until ?? '', ...head });
}
