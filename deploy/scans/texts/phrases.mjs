import { readFileSync } from 'node:fs';
import { DATE_FORMS, dateText } from './dates.mjs';
import { partOf } from './people.mjs';

/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('../typefaces.mjs').Family} Family */
/** @typedef {import('./people.mjs').Tongue} Tongue */
/** @typedef {'order' | 'protocol' | 'note' | 'policy' | 'plan' | 'announcement' | 'letter'} Kind */
/**
 * @typedef {object} Phrases
 * @property {Record<Kind, string[]>} titles
 * @property {Record<Kind, string[]>} heads
 * @property {string[]} preambles
 * @property {string[]} points
 * @property {string[]} sentences
 * @property {string[]} openers what may stand before a sentence
 * @property {string[]} planRows
 * @property {string[]} planHeads
 * @property {string[]} duePatterns
 * @property {{ chair: string, secretary: string, agreed: string[], annex: string, sheetHeads: string[] }} acts
 * @property {string[]} resolutions
 * @property {string[]} watermarks
 */

/** @param {Tongue} tongue @returns {Phrases} */
const read = (tongue) => JSON.parse(readFileSync(new URL(`${tongue}.json`, import.meta.url), 'utf8'));
/** @type {Record<Tongue, Phrases>} */
export const PHRASES = { ru: read('ru'), kk: read('kk') };

/**
 * @param {string} pattern @param {Tongue} tongue @param {Random} random
 * @param {{ officer?: string, year?: string }} [known]
 */
export function filled(pattern, tongue, random, known = {}) {
  return pattern.replace(/\{(\w+)\}/g, (_, slot) => slotText(slot, tongue, random, known));
}

/** @param {string} slot @param {Tongue} tongue @param {Random} random @param {{ officer?: string, year?: string }} known */
function slotText(slot, tongue, random, known) {
  const year = known.year ?? String(random.integer(2021, 2026));
  switch (slot) {
    case 'year': return year;
    case 'quarter': return random.pick(['I', 'II', 'III', 'IV']);
    case 'n': return String(random.integer(3, 48));
    case 'many': return String(random.integer(50, 980));
    case 'phone': return `${random.integer(20, 79)}-${random.integer(10, 99)}-${random.integer(10, 99)}`;
    case 'date': return dateText(isoDate(year, random), tongue, random.pick(DATE_FORMS.filter((form) => form !== 'quoted')));
    case 'officer': return known.officer ?? '';
    case 'mark': return '';
    default: throw new Error(`No such slot in the texts: ${slot}`);
  }
}

/** @param {string} year @param {Random} random */
export function isoDate(year, random) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}

/**
 * Official sentences that do not come twice in one paper.
 * @param {Family} family @param {Tongue} tongue @param {Random} random
 * @returns {(sentences: number) => string}
 */
export function storyteller(family, tongue, random) {
  const openers = partOf(PHRASES[tongue].openers, family);
  let left = /** @type {string[]} */ ([]);
  const next = () => {
    if (left.length === 0) left = random.shuffle(partOf(PHRASES[tongue].sentences, family));
    const sentence = filled(left.pop() ?? '', tongue, random);
    return /^\p{Lu}\p{Ll}/u.test(sentence) && random.chance(0.25) ? `${random.pick(openers)} ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
  };
  return (sentences) => Array.from({ length: sentences }, next).join(' ');
}
