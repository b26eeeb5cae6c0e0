import type { ChairView } from '@aigaq/api';
import { addDays, day as toDay } from '@aigaq/calendar';
import type { Decision } from '@aigaq/kernel';
import { type Chair, type Chairs, type Head, isOn, isSingle, type Vacancy } from './chairs.js';

interface Look {
  day: string;
  /** In a body that is no more nothing is vacant. */
  isLiving: boolean;
}

/** The chair as it stands on a day, with its holders, newest first. */
export function viewChair(chair: Chair, heads: readonly Head[], { day, isLiving }: Look): ChairView {
  const holders = heads.filter(({ chairId }) => chairId === chair.id).sort((one, other) => other.from.localeCompare(one.from));
  const vacant = isLiving && isVacant(chair, holders, day);
  return { ...chair, vacant, vacantSince: vacant ? vacantSince(holders, day) : null, holders };
}

/** A chair in force on that day without a holder and without anybody who acts for him. */
function isVacant(chair: Chair, holders: readonly Head[], day: string): boolean {
  return isOn(chair, day) && !holders.some((head) => isOn(head, day));
}

/** The day after the last one on which somebody sat there; null when nobody ever did. */
function vacantSince(holders: readonly Head[], day: string): string | null {
  const last = holders.flatMap(({ until }) => (until !== null && until < day ? [until] : [])).sort().at(-1);
  return last === undefined ? null : addDays(toDay(last), 1);
}

/** Keeps with the chairs, in the same write, what the list of vacancies asks for. */
export function withVacancies({ next, events }: Decision<Chairs>, day: string): Decision<Chairs> {
  const vacancies = vacanciesOn(next, day);
  return { next: { ...next, vacancies, hasVacancy: vacancies.length > 0, lookAgainOn: nextTurn(next, day) }, events };
}

/** Chairs without which nobody answers for the body (its first head, akim, head of apparatus); closed bodies are left out by the list. */
function vacanciesOn({ chairs, heads }: Chairs, day: string): Vacancy[] {
  return chairs
    .filter(({ level }) => isSingle(level))
    .map((chair) => viewChair(chair, heads, { day, isLiving: true }))
    .flatMap(({ id, level, position, vacant, vacantSince: since }) => (vacant ? [{ chairId: id, level, position, since }] : []));
}

/** The next day on which a time begins, or has ended the day before. */
function nextTurn({ chairs, heads }: Chairs, day: string): string | null {
  const turns = [...chairs, ...heads].flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(toDay(until), 1)])]);
  return turns.filter((turn) => turn > day).sort()[0] ?? null;
}
