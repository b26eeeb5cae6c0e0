import type { AnalysisDate, AnalysisFinding, Localised } from '@aigaq/api';
import { periodParts } from '../../texts/dates.js';
import type { Words } from '../../texts/words.js';

const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days among the values of a reason or finding, in words. */
function inWords(data: Record<string, string>, day: Words['day']): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, A_DAY.test(value) ? day(value) : value]));
}

/** Why a date is what it is, in one sentence. */
export function reasonText({ reason: { code, data } }: Pick<AnalysisDate, 'reason'>, { coded, day }: Pick<Words, 'coded' | 'day'>): string {
  const isMoved = data['named'] !== undefined && data['named'] !== data['day'];
  return coded('analysisReasons', code, { ...inWords(data, day), count: Number(data['amount'] ?? 0), ...(isMoved && { context: 'moved' }) });
}

export function findingText({ code, data }: AnalysisFinding, { coded, day }: Pick<Words, 'coded' | 'day'>): string {
  return coded('analysisFindings', code, inWords(data, day));
}

/** What a step is called, with the quarter that it is about. */
export function stepName({ title, period }: { title: Localised; period: string | null }, { say, t, day }: Pick<Words, 'say' | 't' | 'day'>): string {
  if (period === null) {
    return say(title);
  }
  const { kind, year, number } = periodParts(period);
  const about = A_DAY.test(period) ? t('analyses.until', { day: day(period) }) : t('period.quarter', { year, number });
  return kind === 'quarter' || A_DAY.test(period) ? `${say(title)}: ${about}` : say(title);
}
