import { APPROVED } from './defects.mjs';
import { nameOf, personOf } from './texts/people.mjs';
import { isoDate } from './texts/phrases.mjs';

/** @typedef {import('./paper.mjs').Story} Story */
/** @typedef {import('./random.mjs').Random} Random */

/** What the checker is told of a paper: the card of its task. @param {string} id @param {Story} story @param {Random} random */
export function cardOf(id, story, random) {
  const wrong = (/** @type {string} */ code) => story.defects.includes(code);
  const known = story.dating === 'typed' && (wrong('wrong_date') || wrong('corrected_field') || random.chance(0.88));
  return {
    id, file: `${id}.pdf`,
    expected: {
      kind: story.kind,
      number: story.number && wrong('wrong_number') ? otherNumber(story.number, story.variant, random) : story.number,
      date: known ? (wrong('wrong_date') ? otherDate(story, random) : story.date) : null,
      approval: APPROVED.includes(story.kind) ? 'required' : 'none',
      stamp: story.stampRule,
      signatories: [signatoryOf(story, random)],
    },
  };
}

/** @param {Story} story @param {Random} random */
function signatoryOf(story, random) {
  const [first = 'ru'] = story.tongues;
  const tongue = random.chance(0.1) ? (first === 'ru' ? 'kk' : 'ru') : first;
  const acting = story.acting && !story.defects.includes('position_mismatch');
  return {
    name: nameOf(story.defects.includes('other_signatory') ? another(story, random) : story.signer.person, tongue),
    position: (acting ? story.post.acting : story.post.title)[tongue],
    role: acting ? 'acting' : story.post.deputy ? 'deputy' : 'head',
  };
}

/** @param {Story} story @param {Random} random @returns {import('./texts/people.mjs').Person} */
function another({ signer: { person }, variant, family }, random) {
  for (;;) {
    const other = personOf(family, random);
    const otherFirst = other.initials.ru[0] !== person.initials.ru[0] && other.initials.kk[0] !== person.initials.kk[0];
    if (variant === 'namesake' ? otherFirst : other.ru.slice(0, 4) !== person.ru.slice(0, 4)) return variant === 'namesake' ? { ...person, initials: other.initials } : other;
  }
}

/** @param {string} number @param {string} variant @param {Random} random */
function otherNumber(number, variant, random) {
  if (variant === 'other') return String(random.integer(481, 990));
  const at = random.pick([...number.matchAll(/\d/g)].map(({ index }) => index));
  const [a = '', b = ''] = [number[at], number[at + 1]];
  if (variant === 'swapped' && /\d/.test(b) && a !== b) return number.slice(0, at) + b + a + number.slice(at + 2);
  return number.slice(0, at) + random.pick([...'123456789'].filter((digit) => digit !== a)) + number.slice(at + 1);
}

/** @param {Story} story @param {Random} random @returns {string} */
function otherDate({ date, variant }, random) {
  for (;;) {
    const [, otherMonth, otherDay] = isoDate('2024', random).split('-');
    const [year = '', month = '', day = ''] = date.split('-');
    const made = { 'other year': `${Number(year) - 1}-${month}-${day}`, 'other day': `${year}-${month}-${otherDay}` }[variant] ?? `${year}-${otherMonth}-${day}`;
    if (made !== date) return made;
  }
}
