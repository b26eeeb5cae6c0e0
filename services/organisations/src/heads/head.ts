import type { AppointHead, EndTenure } from '@aigaq/api';
import { addDays, day } from '@aigaq/calendar';
import type { Decision } from '@aigaq/kernel';
import { isSamePerson } from '@aigaq/names';
import { chairErrors } from './chair.errors.js';
import { newChair } from './chair.js';
import { type Chair, type Chairs, type Head, isOn, lastDay, type Lifetime, overlap } from './chairs.js';
import { headErrors } from './head.errors.js';
import { appointed } from './head-told.js';

/** Somebody to be entered; without a chair it is found by the level, and for deputies by the position. */
export type HeadDraft = Omit<Head, 'chairId'> & { chairId?: string | undefined };

export function headDraft(id: string, { acting, until, ...wanted }: AppointHead): HeadDraft {
  return { ...wanted, id, acting: acting ?? null, until: until ?? null };
}

/**
 * Enters somebody into the register of heads. A new holder ends the time of the one before him on the day before; a person who
 * acts by order does not: the holder keeps the chair.
 */
export function appointHead(chairs: Chairs, draft: HeadDraft, body: Lifetime): Decision<Chairs> {
  refuseWrongDates(draft, body);
  const found = chairFor(chairs, draft);
  const chair = found ?? newChair(chairs, draft);
  const head: Head = { ...draft, chairId: chair.id };
  refuseOutsideChair(head, chair);
  const inChair = chairs.heads.filter(({ chairId }) => chairId === chair.id);
  refuseKnown(head, inChair);
  const before = inChair.find((other) => isReplacedBy(other, head));
  refuseBeside(head, inChair.filter((other) => other !== before));
  const ended = before && { ...before, until: addDays(day(head.from), -1) };
  return {
    next: {
      ...chairs,
      chairs: found ? chairs.chairs.map((other) => (other === found ? since(found, head.from) : other)) : [...chairs.chairs, chair],
      heads: [...chairs.heads.map((other) => (ended && other === before ? ended : other)), head],
    },
    events: [...(ended ? [ended] : []), head].map((one) => appointed(chairs.id, one)),
  };
}

/** Several appointments at once, oldest first: an import. */
export function appointHeads(chairs: Chairs, drafts: readonly HeadDraft[], body: Lifetime): Decision<Chairs> {
  const start: Decision<Chairs> = { next: chairs, events: [] };
  return [...drafts]
    .sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
    .reduce(({ next, events }, draft) => {
      const decision = appointHead(next, draft, body);
      return { next: decision.next, events: [...events, ...decision.events] };
    }, start);
}

/** Settles the last day of somebody's time, or an earlier one than was settled before. */
export function endTenure(chairs: Chairs, headId: string, { until, reason }: EndTenure): Decision<Chairs> {
  const head = chairs.heads.find(({ id }) => id === headId);
  if (!head) {
    throw headErrors.not_found({ organisationId: chairs.id, headId });
  }
  if (until < head.from) {
    throw headErrors.wrong_dates({ from: head.from, until });
  }
  if (lastDay(head) <= until) {
    throw headErrors.already_ended({ until: lastDay(head) });
  }
  const past = { ...head, until };
  return {
    next: { ...chairs, heads: chairs.heads.map((other) => (other === head ? past : other)) },
    events: [appointed(chairs.id, past, reason)],
  };
}

function refuseWrongDates({ from, until }: HeadDraft, body: Lifetime): void {
  if (until !== null && until < from) {
    throw headErrors.wrong_dates({ from, until });
  }
  if (body.validUntil !== null && body.validUntil < from) {
    throw headErrors.body_closed({ from, closed: body.validUntil });
  }
}

/** Undefined: there is none yet, and one is opened. */
function chairFor({ id, chairs }: Chairs, { chairId, level, position, from }: HeadDraft): Chair | undefined {
  const ofLevel = chairs.filter((chair) => chair.level === level);
  if (chairId !== undefined) {
    const named = ofLevel.find((chair) => chair.id === chairId);
    if (!named) {
      throw headErrors.unknown_chair({ organisationId: id, chairId, level });
    }
    return named;
  }
  const open = ofLevel.filter((chair) => lastDay(chair) >= from);
  const fitting = level === 'deputy' ? open.filter((chair) => isSamePosition(chair, position)) : open;
  if (fitting.length > 1) {
    throw headErrors.chair_needed({ organisationId: id, level });
  }
  return fitting[0];
}

function isSamePosition(chair: Chair, { kk, ru }: Chair['position']): boolean {
  const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
  return isSame(chair.position.ru, ru) || isSame(chair.position.kk, kk);
}

/** The register may learn of the first holders of a chair after the later ones: the chair is as old as the oldest. */
function since(chair: Chair, from: string): Chair {
  return from < chair.from ? { ...chair, from } : chair;
}

function refuseOutsideChair(head: Head, chair: Chair): void {
  if (chair.until !== null && lastDay(head) > chair.until) {
    throw chairErrors.abolished({ chairId: chair.id, until: chair.until });
  }
}

/** The same person in the same chair, however his name is spelt: entered already, or still holding it. */
function refuseKnown(head: Head, inChair: readonly Head[]): void {
  const known = inChair.find(
    (other) => other.id === head.id || (isSameKind(other, head) && isOn(other, head.from) && isSameName(other, head)),
  );
  if (known) {
    throw headErrors.already_appointed({ headId: known.id, from: known.from });
  }
}

function refuseBeside(head: Head, inChair: readonly Head[]): void {
  const other = inChair.find((one) => isSameKind(one, head) && overlap(one, head));
  if (other) {
    const refused = head.acting ? headErrors.acting_twice : headErrors.overlap;
    throw refused({ headId: other.id, from: other.from, until: other.until ?? '…' });
  }
}

const isSameKind = (one: Head, other: Head): boolean => (one.acting === null) === (other.acting === null);

function isSameName(one: Head, other: Head): boolean {
  return (['kk', 'ru'] as const).some((language) => isSamePerson(one.personName[language], other.personName[language]));
}

/** A settled end is not moved by an appointment: what is in the register is corrected by nobody silently. */
function isReplacedBy(other: Head, head: Head): boolean {
  return !other.acting && !head.acting && other.until === null && other.from < head.from;
}
