import type { Days, RuleFacts } from './facts.js';
import type { EvidenceRule } from './rule.js';

/** The days that may stand on the document; undefined: any. */
export function windowFor({ dateWindow }: EvidenceRule, documentId: string, facts: Pick<RuleFacts, 'period' | 'clocks' | 'workingDay'>): Days | undefined {
  if (!dateWindow?.appliesTo.includes(documentId)) {
    return undefined;
  }
  const { daysBeforePeriodStart, daysAfterPeriodEnd, unit, relativeTo } = dateWindow;
  const { from, until } = relativeTo === 'clocks' ? facts.clocks : facts.period;
  const move = unit === 'working-day' ? facts.workingDay : calendarDay;
  return {
    from: daysBeforePeriodStart === 0 ? from : move(from, -daysBeforePeriodStart),
    until: daysAfterPeriodEnd === 0 ? until : move(until, daysAfterPeriodEnd),
  };
}

function calendarDay(day: string, count: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
}
