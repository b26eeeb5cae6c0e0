import type { ClockReason, PeriodDates, PeriodDays } from '@aigaq/api';
import { CardDatesSetSchema, CardImportedSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { type Card, subtasksOf } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';
import { periodsOf } from './periods.js';
import type { Rollover } from './rollover.js';

export interface Person {
  id: string;
  name: string;
}

/** One change of a draft, for those who work on it beside each other. */
export interface DraftEdit {
  /** Of the draft, before the change. */
  revision: number;
  by: Person;
  at: Date;
  codes: string[];
}

/** One version of an edition of the card of the programme. Published, it never changes. */
export interface Edition {
  /** Of the first version the edition, `2024`, as it was before there were others; then `2024:2`. */
  id: string;
  edition: string;
  cardVersion: number;
  status: 'draft' | 'in-review' | 'published';
  /** SHA-256 of the reference data that it was imported from. */
  sourceHash: string;
  importedAt: Date;
  publishedAt: Date | null;
  card: Card;
  /** The year for which dates were set. */
  year: number | null;
  dates: Record<string, PeriodDates[]>;
  /** Who changed it last and who sent it for review: neither publishes it. */
  changedBy: Person | null;
  sentBy: Person | null;
  approvedBy: Person | null;
  /** Why it was sent back last. */
  sentBack: { by: Person; at: Date; remark: string } | null;
  /** The latest changes in the editor, oldest first. */
  edits: DraftEdit[];
  /** Of an edition that was made from an older one. */
  rollover?: Rollover;
}

/** The id of a version: deterministic, so that an edition never has two drafts of the next one. */
export function versionId(edition: string, cardVersion: number): string {
  return cardVersion === 1 ? edition : `${edition}:${cardVersion}`;
}

/** @throws edition.published, edition.in_review */
export function refuseUnlessDraft({ edition, status }: Edition): void {
  if (status === 'published') {
    throw editionErrors.published({ edition });
  }
  if (status === 'in-review') {
    throw editionErrors.in_review({ edition });
  }
}

export type SetDate = PeriodDays & { subtask: string };

const SET_BY_AGENCY: ClockReason = { code: 'date.set_by_agency', data: {} };

/** Takes the card in as a draft; the same data again changes nothing. */
export function importEdition(
  state: Edition | undefined,
  source: { edition: string; card: Card; hash: string },
  by: Person,
  now: Date,
): Decision<Edition> | undefined {
  if (state?.sourceHash === source.hash) {
    return undefined;
  }
  if (state) {
    refuseUnlessDraft(state);
  }
  const next: Edition = {
    id: source.edition,
    edition: source.edition,
    cardVersion: 1,
    status: 'draft',
    sourceHash: source.hash,
    importedAt: now,
    publishedAt: null,
    card: source.card,
    year: state?.year ?? null,
    dates: state?.year ? fittingDates(source.card, state.year, state.dates) : {},
    changedBy: personOf(by),
    sentBy: null,
    approvedBy: null,
    sentBack: null,
    edits: [],
  };
  const subtasks = subtasksOf(source.card).length;
  return { next, events: [event(CardImportedSchema, { edition: next.id, sourceSha256: source.hash, subtasks })] };
}

export const personOf = ({ id, name }: Person): Person => ({ id, name });

/** Days set for an earlier draft stay where the subtask still has that period. */
export function fittingDates(card: Card, year: number, dates: Edition['dates']): Edition['dates'] {
  const kept = subtasksOf(card).map(({ code, period }) => {
    const periods = periodsOf(period, year);
    return [code, (dates[code] ?? []).filter((days) => periods.includes(days.period))] as const;
  });
  return Object.fromEntries(kept.filter(([, days]) => days.length > 0));
}

/** Sets the days of the card for a year: the proposed ones, overruled by the administrator's changes. */
export function setDates(
  edition: Edition,
  year: number,
  proposed: Record<string, PeriodDates[]>,
  changes: readonly SetDate[],
  by: Person,
): Decision<Edition> {
  refuseUnlessDraft(edition);
  // Assignments are of a year: an amendment is of the same one.
  if (edition.cardVersion > 1 && edition.year !== year) {
    throw editionErrors.other_year({ edition: edition.edition, year: String(edition.year) });
  }
  // Days set before for the same year stay unless they are changed again.
  const kept = edition.year === year ? { ...proposed, ...edition.dates } : proposed;
  const dates = changes.reduce((all, change) => withChange(edition.card, year, all, change), kept);
  const told = event(CardDatesSetSchema, { edition: edition.edition, year, changes: changes.length, version: edition.cardVersion });
  return { next: { ...edition, year, dates, changedBy: personOf(by) }, events: [told] };
}

/** The days with those of one period set. */
export function withChange(card: Card, year: number, dates: Record<string, PeriodDates[]>, change: SetDate): Record<string, PeriodDates[]> {
  const { subtask: code, ...days } = change;
  const subtask = subtasksOf(card).find((candidate) => candidate.code === code);
  if (!subtask || !periodsOf(subtask.period, year).includes(days.period)) {
    throw editionErrors.unknown_period({ subtask: code, period: days.period });
  }
  if (!(days.opensOn <= days.dueOn && days.dueOn <= days.lockedOn)) {
    throw editionErrors.dates_disordered({ subtask: code, period: days.period });
  }
  const before = (dates[code] ?? []).find(({ period }) => period === days.period);
  const others = (dates[code] ?? []).filter((each) => each !== before);
  return { ...dates, [code]: [...others, explained(days, before)].sort((a, b) => (a.period < b.period ? -1 : 1)) };
}

/** Days with their reasons: a day that the administrator left alone keeps its own; the last day is counted from the due day. */
export function explained(days: PeriodDays, before: PeriodDates | undefined): PeriodDates {
  const { opensOn, dueOn, lockedOn } = days;
  if (before?.opensOn === opensOn && before.dueOn === dueOn && before.lockedOn === lockedOn) {
    return before;
  }
  const reason = (clock: 'opens' | 'due' | 'locked', ...fields: (keyof PeriodDays)[]): ClockReason => {
    const stays = fields.every((field) => before?.[field] === days[field]);
    return (stays ? before?.reasons?.[clock] : undefined) ?? SET_BY_AGENCY;
  };
  return { ...days, reasons: { opens: reason('opens', 'opensOn'), due: reason('due', 'dueOn'), locked: reason('locked', 'dueOn', 'lockedOn') } };
}
