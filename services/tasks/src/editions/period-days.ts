import type { Days } from '@aigaq/evidence-rule';

const pad = (value: number): string => String(value).padStart(2, '0');

/** First and last day of a period by its name: `2026`, `2026-H1`, `2026-Q3`, `2026-10`; of every other name those of its year. */
export function periodDays(period: string): Days {
  const [, year = '', part = '', number = '', month = ''] = /^(\d{4})(?:-(?:([HQ])([1-4])|(0[1-9]|1[0-2])))?/.exec(period) ?? [];
  if (month) {
    return days(year, Number(month), 1);
  }
  const length = { H: 6, Q: 3 }[part];
  return length ? days(year, (Number(number) - 1) * length + 1, length) : days(year, 1, 12);
}

function days(year: string, first: number, length: number): Days {
  const last = first + length - 1;
  return { from: `${year}-${pad(first)}-01`, until: `${year}-${pad(last)}-${new Date(Date.UTC(Number(year), last, 0)).getUTCDate()}` };
}
