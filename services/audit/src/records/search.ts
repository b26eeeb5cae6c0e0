import type { RecordsFilter } from '@aigaq/api';
import { addDays, day, endOfDay } from '@aigaq/calendar';

/** The instants of days in Asia/Almaty, both included: from the first, up to but without the second. */
export function periodOf({ from, to }: Pick<RecordsFilter, 'from' | 'to'>): { from?: string; until?: string } {
  const after = (date: string, days: number): string => new Date(endOfDay(addDays(day(date), days)).getTime() + 1).toISOString();
  return { ...(from !== undefined && { from: after(from, -1) }), ...(to !== undefined && { until: after(to, 0) }) };
}

/** Is only a period named, so that all records of it are asked for? */
export function isWhole({ from: _, to: __, ...rest }: RecordsFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}
