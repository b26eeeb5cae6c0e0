import type { Finding } from '../document.js';
import type { Facts, Reading } from '../facts.js';
import { sameNumber } from '../fields/numbers.js';
import { finding } from './finding.js';

/** Kind, number and date against the card. A difference fails only when a second reading says the same. */
export function fieldFindings(facts: Facts): Finding[] {
  return [kindFinding(facts), numberFinding(facts), ...dateFindings(facts)].filter((found) => found !== null);
}

function kindFinding({ kind, expectation }: Facts): Finding | null {
  const wanted = expectation.kinds;
  if (kind === null) return wanted.length === 0 ? null : finding('kind_not_found', 'person', null, { expected: wanted.join(', ') });
  const isWanted = wanted.length === 0 || wanted.includes(kind.value);
  const data = { kind: kind.value, expected: wanted.join(', ') };
  return isWanted ? finding('kind', 'passed', kind, data) : finding('kind_unexpected', 'person', kind, data);
}

function numberFinding({ number, expectation }: Facts): Finding | null {
  const { number: expected } = expectation;
  if (number === null) return expected === undefined ? null : finding('number_not_found', 'person', null, { expected });
  if (expected === undefined) return finding('number', 'note', number, { number: number.value });
  const data = { number: number.value, expected };
  if (sameNumber(number.value, expected)) return finding('number', 'passed', number, data);
  return finding('wrong_number', outcomeOf(number), number, data);
}

function dateFindings(facts: Facts): Finding[] {
  const { date, expectation } = facts;
  const { date: expected, dateFrom, dateUntil } = expectation;
  if (date === null) {
    const isWanted = [expected, dateFrom, dateUntil].some((bound) => bound !== undefined);
    return isWanted ? [finding('date_not_found', 'person', null, { expected: expected ?? '' })] : [];
  }
  const bounds = { date: date.value, from: dateFrom ?? '', until: dateUntil ?? '' };
  const found = [dateFinding(date, expected)];
  if (isOutside(date.value, dateFrom, dateUntil)) found.push(finding('date_out_of_range', outcomeOf(date), date, bounds));
  return found;
}

function dateFinding(date: Reading<string>, expected: string | undefined): Finding {
  if (expected === undefined) return finding('date', 'note', date, { date: date.value });
  const data = { date: date.value, expected };
  return date.value === expected ? finding('date', 'passed', date, data) : finding('wrong_date', outcomeOf(date), date, data);
}

function isOutside(date: string, from: string | undefined, until: string | undefined): boolean {
  return (from !== undefined && date < from) || (until !== undefined && date > until);
}

function outcomeOf(reading: Reading<string>): 'failed' | 'person' {
  return reading.isConfirmed ? 'failed' : 'person';
}
