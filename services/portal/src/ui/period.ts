import { monthName, periodParts } from '../texts/dates.js';
import { useWords } from '../texts/words.js';

/** `2026-Q1` in words. */
export function usePeriodName(): (period: string) => string {
  const { t, language } = useWords();
  return (period) => {
    const { kind, year, number, name } = periodParts(period);
    return kind === 'other' ? period : t(`period.${kind}`, { year, number, name, month: monthName(number, language) });
  };
}
