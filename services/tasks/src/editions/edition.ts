import type { ClockReason, PeriodDates, PeriodDays } from '@aigaq/api';
import { CardDatesSetSchema, CardImportedSchema, CardPublishedSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { type Card, type CardSubtask, subtasksOf } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';
import { periodsOf } from './periods.js';

/** One edition of the card of the programme. Published, it never changes; its id is the edition: `2024`. */
export interface Edition {
  id: string;
  status: 'draft' | 'published';
  /** SHA-256 of the reference data that it was imported from. */
  sourceHash: string;
  importedAt: Date;
  publishedAt: Date | null;
  card: Card;
  /** The year for which dates were set. */
  year: number | null;
  dates: Record<string, PeriodDates[]>;
}

export type SetDate = PeriodDays & { subtask: string };

const SET_BY_AGENCY: ClockReason = { code: 'date.set_by_agency', data: {} };

/** Takes the card in as a draft; the same data again changes nothing. */
export function importEdition(
  state: Edition | undefined,
  source: { edition: string; card: Card; hash: string },
  now: Date,
): Decision<Edition> | undefined {
  if (state?.sourceHash === source.hash) {
    return undefined;
  }
  if (state?.status === 'published') {
    throw editionErrors.published({ edition: state.id });
  }
  const next: Edition = {
    id: source.edition,
    status: 'draft',
    sourceHash: source.hash,
    importedAt: now,
    publishedAt: null,
    card: source.card,
    year: state?.year ?? null,
    dates: state?.year ? fittingDates(source.card, state.year, state.dates) : {},
  };
  const subtasks = subtasksOf(source.card).length;
  return { next, events: [event(CardImportedSchema, { edition: next.id, sourceSha256: source.hash, subtasks })] };
}

/** Days set for an earlier draft stay where the subtask still has that period. */
function fittingDates(card: Card, year: number, dates: Edition['dates']): Edition['dates'] {
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
): Decision<Edition> {
  if (edition.status === 'published') {
    throw editionErrors.published({ edition: edition.id });
  }
  // Days set before for the same year stay unless they are changed again.
  const kept = edition.year === year ? { ...proposed, ...edition.dates } : proposed;
  const dates = changes.reduce((all, change) => withChange(edition.card, year, all, change), kept);
  const told = event(CardDatesSetSchema, { edition: edition.id, year, changes: changes.length });
  return { next: { ...edition, year, dates }, events: [told] };
}

function withChange(card: Card, year: number, dates: Record<string, PeriodDates[]>, change: SetDate): Record<string, PeriodDates[]> {
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

/** A day that the administrator left alone keeps its reason; the last day is counted from the due day. */
function explained(days: PeriodDays, before: PeriodDates | undefined): PeriodDates {
  const reason = (clock: 'opens' | 'due' | 'locked', ...fields: (keyof PeriodDays)[]): ClockReason => {
    const stays = fields.every((field) => before?.[field] === days[field]);
    return (stays ? before?.reasons?.[clock] : undefined) ?? SET_BY_AGENCY;
  };
  return { ...days, reasons: { opens: reason('opens', 'opensOn'), due: reason('due', 'dueOn'), locked: reason('locked', 'dueOn', 'lockedOn') } };
}

/** Puts the edition into force: from now on it never changes. Every period of every subtask needs its days. */
export function publishEdition(edition: Edition, now: Date): Decision<Edition> {
  if (edition.status === 'published') {
    throw editionErrors.published({ edition: edition.id });
  }
  const undated = subtasksOf(edition.card).filter((subtask) => !isDated(edition, subtask));
  if (undated.length > 0) {
    throw editionErrors.dates_missing({ edition: edition.id, subtasks: undated.map(({ code }) => code).join(', ') });
  }
  return { next: { ...edition, status: 'published', publishedAt: now }, events: [cardPublished(edition)] };
}

function isDated({ year, dates }: Edition, { code, period }: CardSubtask): boolean {
  const dated = (dates[code] ?? []).map((days) => days.period);
  return year !== null && periodsOf(period, year).every((name) => dated.includes(name));
}

function cardPublished({ id, card }: Edition) {
  return event(CardPublishedSchema, {
    edition: id,
    version: 1,
    projects: card.projects.map(({ code, title }) => ({ code, title })),
    subtasks: card.projects.flatMap((project) =>
      project.tasks.flatMap((task) =>
        task.subtasks.map((subtask) => ({
          code: subtask.code,
          taskCode: task.code,
          projectCode: project.code,
          title: subtask.title,
          secrecy: subtask.secrecy,
          rule: ruleOf(subtask),
        })),
      ),
    ),
  });
}

function ruleOf({ evidence }: CardSubtask) {
  const signersByKind = Object.entries(evidence.signersByKind ?? {}).map(([kind, levels]) => [kind, { levels }] as const);
  return {
    kinds: [...new Set(evidence.documents.map(({ kind }) => kind))],
    signers: evidence.signers,
    signersByKind: Object.fromEntries(signersByKind),
    approval: evidence.approval,
    stamp: evidence.stamp,
  };
}
