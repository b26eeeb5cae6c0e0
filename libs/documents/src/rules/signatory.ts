import type { ExpectedSignatory, Finding } from '../document.js';
import type { BlockFacts, Facts } from '../facts.js';
import { compareNames, isActing, parseName, type NameMatch, type PersonName } from '../fields/names.js';
import { nameOf } from './blocks.js';
import type { FindingCode } from './codes.js';
import { isPositionRead } from '../fields/position.js';
import { finding } from './finding.js';

/** Whether the paper is signed by one of those who may: judged at the deciding block, on the paper's own date. */
export function signatoryFindings(facts: Facts): Finding[] {
  const { approval, ends, expectation } = facts;
  // Where an approval has to be, the author's own block at the end decides nothing.
  const block = approval ?? (expectation.approval === 'required' ? undefined : ends[0]);
  if (block === undefined) return [];
  if (facts.expectation.signatories.length === 0) return [finding('signatory_unknown', 'person', block, { name: nameOf(block) })];
  if (block.name === null) return [finding('name_not_read', 'person', block)];
  const { match, signatories } = bestMatch(block, facts.expectation.signatories);
  const data = { name: nameOf(block), position: block.position };
  if (match === 'different') {
    const outcome = isConfirmedStranger(block, facts.expectation.signatories) ? 'failed' : 'person';
    return [finding('other_signatory', outcome, block, data)];
  }
  if (match === 'unsure') return [finding('signatory_unsure', 'person', block, data)];
  return entitled(block, signatories, facts);
}

function bestMatch(block: BlockFacts, expected: readonly ExpectedSignatory[]): { match: NameMatch; signatories: ExpectedSignatory[] } {
  const matches = expected.map((person) => ({ person, match: matchOf(block, parseName(person.name)) }));
  for (const wanted of ['same', 'unsure'] as const) {
    const signatories = matches.filter(({ match }) => match === wanted).map(({ person }) => person);
    if (signatories.length > 0) return { match: wanted, signatories };
  }
  return { match: 'different', signatories: [] };
}

/** One reading of several that says the same is enough, unless more of them have other initials: a namesake. */
function matchOf({ names }: BlockFacts, expected: PersonName): NameMatch {
  const matches = names.map((name) => ({ name, match: compareNames(name, expected) }));
  const same = matches.filter(({ match }) => match === 'same').length;
  const others = matches.filter(({ name, match }) => match === 'unsure' && name.initials.length >= expected.initials.length).length;
  if (same > 0 && same >= others) return 'same';
  return same + others > 0 || matches.some(({ match }) => match === 'unsure') ? 'unsure' : 'different';
}

/** Two readings of the name, neither near anybody expected. */
function isConfirmedStranger(block: BlockFacts, expected: readonly ExpectedSignatory[]): boolean {
  const isStranger = (index: number): boolean =>
    expected.every((person) => compareNames(block.names[index]!, parseName(person.name)) === 'different');
  return block.names.length >= 2 && block.names.every((_, index) => isStranger(index));
}

function entitled(block: BlockFacts, persons: readonly ExpectedSignatory[], facts: Facts): Finding[] {
  const date = facts.date?.value ?? facts.expectation.date;
  const data = { name: nameOf(block), position: block.position, date: date ?? '' };
  const hasTerm = persons.some((person) => person.from !== undefined || person.until !== undefined);
  if (date === undefined && hasTerm) return [finding('signatory_date_unknown', 'person', block, data)];
  const onDate = date === undefined ? persons : persons.filter((person) => isEntitledOn(person, date));
  if (onDate.length === 0) return [finding('signatory_not_entitled', 'failed', block, data)];
  const code = asPosition(block, onDate);
  return [finding(code, code === 'signatory' ? 'passed' : 'person', block, data)];
}

/** Whether the position is that of one of the persons: «и.о.» and «м.а.» make another one of it. */
function asPosition({ position }: BlockFacts, persons: readonly ExpectedSignatory[]): FindingCode {
  const acting = isActing(position);
  const fitting = persons.filter((person) => (person.role === 'acting') === acting);
  if (fitting.length === 0) return 'position_mismatch';
  const isRead = acting || fitting.some((person) => isPositionRead(position, person.position));
  return isRead ? 'signatory' : 'position_not_read';
}

/** Both bounds belong to the term. */
export function isEntitledOn({ from, until }: Pick<ExpectedSignatory, 'from' | 'until'>, date: string): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

/** A name that is missing or not clearly one of the expected is read again before anything is said about it. */
export function needsSecondName(name: PersonName | null, expected: readonly ExpectedSignatory[]): boolean {
  return name === null || !expected.some((person) => compareNames(name, parseName(person.name)) === 'same');
}
