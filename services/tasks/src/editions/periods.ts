import type { Period } from '@aigaq/api';

const PARTS: Record<Period, (year: number) => string[]> = {
  year: (year) => [`${year}`],
  once: (year) => [`${year}`],
  half: (year) => [1, 2].map((half) => `${year}-H${half}`),
  quarter: (year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  month: (year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
};

/** The periods of one year in which a subtask of that frequency falls due: `2026`, `2026-H1`, `2026-Q3`, `2026-10`. */
export function periodsOf(period: Period, year: number): string[] {
  return PARTS[period](year);
}
