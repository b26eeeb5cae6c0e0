import { captureStyles } from './capture/capture.mjs';
import { APPROVED, DEFECTS, GOOD, NUMBERED } from './defects.mjs';
import { handOf } from './ink/signatures.mjs';
import { lookOf } from './look.mjs';
import { bodyOf } from './texts/bodies.mjs';
import { personOf } from './texts/people.mjs';
import { isoDate } from './texts/phrases.mjs';

/** @typedef {import('./paper.mjs').Story} Story */
/** @typedef {import('./paper.mjs').Family} Family */
/** @typedef {import('./paper.mjs').Kind} Kind */
/** @typedef {import('./paper.mjs').Signer} Signer */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ defect: string | null, variant: string, sheets?: string }} Wish sheets: pages of other sizes that it is to have */

/** @type {readonly (readonly [Kind, number])[]} */
const KINDS = [['order', 6], ['protocol', 3], ['note', 3], ['policy', 3], ['plan', 3], ['announcement', 2], ['letter', 4]];
const SECRETARIES = [{ ru: 'Секретарь комиссии', kk: 'Комиссия хатшысы' }, { ru: 'Секретарь заседания', kk: 'Отырыс хатшысы' }, { ru: 'Секретарь', kk: 'Хатшы' }];
/** Variants that only papers with or without an approval block can have. @type {Record<string, readonly Kind[]>} */
const KINDS_OF_VARIANT = {
  'agreed beside': APPROVED, sheet: APPROVED, table: APPROVED, 'by hand date': APPROVED, 'date alone': APPROVED, 'stamp and date': APPROVED, 'end signed': APPROVED,
  annex: ['order'], 'two blocks': ['protocol', 'note', 'policy', 'plan'], 'one of two': ['protocol', 'note', 'policy'], 'wrong line': ['protocol', 'note', 'policy'],
  electronic: ['order', 'letter', 'protocol', 'announcement'], 'electronic digital': ['order', 'letter', 'protocol', 'announcement'], namesake: NUMBERED,
};

/** What the paper is to be: a defect or none, and which sort of it. @param {Random} random @param {number} share of papers with defects @param {readonly string[]} only @returns {Wish} */
export function wishOf(random, share, only) {
  const codes = only.length > 0 ? only : Object.keys(DEFECTS);
  if (only.length === 0 && !random.chance(share)) return { defect: null, variant: random.weighted(GOOD) };
  const defect = random.weighted(codes.map((code) => /** @type {const} */ ([code, defectOf(code).weight])));
  return { defect, variant: random.weighted(defectOf(defect).variants) };
}

/** @param {string} code */
function defectOf(code) {
  const defect = DEFECTS[code];
  if (!defect) throw new Error(`No such defect: ${code}`);
  return defect;
}

/** @param {Family} family @param {Random} random @param {Wish} wish @returns {Story} */
export function storyOf(family, random, wish) {
  const kind = kindOf(random, wish);
  const body = bodyOf(family, random);
  const approved = APPROVED.includes(kind);
  /** @type {Story} */
  const story = {
    family, kind, body, ...wordsOf(random), ...formOf(family, random, wish), ...peopleOf(family, random, wish, { kind, body }),
    number: approved ? null : numberOf(random),
    date: isoDate(String(random.integer(2021, 2026)), random),
    look: lookOf(family, random),
    defects: wish.defect ? [wish.defect] : [],
    variant: wish.variant,
    letterhead: (kind === 'letter' || kind === 'order') && random.chance(0.55),
    twoBlocks: twoBlocksIn(kind, wish, random),
    agreement: ['sheet', 'table'].includes(wish.variant),
    annex: wish.variant === 'annex' || (wish.defect === 'missing_page' && kind === 'order'),
    dating: datingOf(wish, approved),
    length: lengthOf(kind, wish, random),
    stampRule: wish.defect === 'missing_stamp' || (!wish.defect && wish.variant === 'stamp' && random.chance(0.4)) ? 'required' : 'optional',
    stamp: stampedIn(wish, random),
    extras: [...extrasOf(wish, random), ...sheetsIn(wish)],
  };
  return story.form === 'scan' ? story : { ...story, extras: sheetsIn(wish) };
}

/**
 * Who signs: the one who decides, a second one, and those who are asked to agree.
 * @param {Family} family @param {Random} random @param {Wish} wish @param {{ kind: Kind, body: import('./texts/bodies.mjs').Body }} paper
 * @returns {Pick<Story, 'post' | 'acting' | 'signer' | 'second' | 'colleagues'>}
 */
function peopleOf(family, random, { defect, variant }, { kind, body }) {
  const post = random.pick(body.posts);
  const acting = variant === 'acting' || defect === 'position_mismatch';
  const signer = newSigner(family, random, acting ? post.acting : post.title);
  const officers = body.officers.map((position) => newSigner(family, random, position));
  const secretary = newSigner(family, random, random.pick(SECRETARIES));
  const [officer = secretary, ...others] = officers;
  return { post, acting, signer, second: kind === 'protocol' ? secretary : officer, colleagues: others.slice(0, random.integer(2, others.length)) };
}

/** @param {Random} random @param {Wish} wish @returns {Kind} */
function kindOf(random, { defect, variant }) {
  const allowed = [KINDS_OF_VARIANT[variant], defect ? defectOf(defect).kinds : undefined].filter((kinds) => kinds !== undefined);
  const fitting = KINDS.filter(([kind]) => allowed.every((kinds) => kinds.includes(kind)));
  return random.weighted(fitting);
}

/** @param {Family} family @param {Random} random @param {{ ru: string, kk: string }} position @returns {Signer} */
function newSigner(family, random, position) {
  const person = personOf(family, random);
  return { person, position, hand: handOf(family, random.fork(`hand ${person.ru} ${person.initials.ru}`), person.ru) };
}

/** @param {Random} random @returns {Pick<Story, 'tongues' | 'arrangement'>} */
function wordsOf(random) {
  const tongue = random.chance(0.55) ? 'ru' : 'kk';
  const arrangement = random.weighted(/** @type {const} */ ([['alone', 8], ['side', 1], ['after', 1]]));
  return { arrangement, tongues: arrangement === 'alone' ? [tongue] : arrangement === 'side' ? ['ru', 'kk'] : [tongue, tongue === 'ru' ? 'kk' : 'ru'] };
}

/** Paper or file, and how the paper was captured. @param {Family} family @param {Random} random @param {Wish} wish @returns {Pick<Story, 'form' | 'style' | 'electronic'>} */
function formOf(family, random, { defect, variant }) {
  const incomplete = defect === 'electronic_incomplete';
  const electronic = variant.startsWith('electronic');
  const form = variant === 'garbled' ? 'garbled' : defect === 'pasted_facsimile' || variant.includes('digital') || (incomplete && random.chance(0.3)) ? 'digital' : 'scan';
  return {
    form,
    electronic: { margin: electronic || (incomplete && variant !== 'no margin'), qr: electronic || (incomplete && variant !== 'no code') },
    style: form === 'scan' ? styleOf(family, random, defect) : null,
  };
}

/** @param {Family} family @param {Random} random @param {string | null} defect */
function styleOf(family, random, defect) {
  const weights = defect === 'low_quality' ? { good: 0, usual: 0, bad: 1 } : { good: 5, usual: 3, bad: 0 };
  return random.weighted(captureStyles(family).map(({ name, quality }) => /** @type {const} */ ([name, weights[quality]])));
}

/** @param {Random} random */
function numberOf(random) {
  const plain = String(random.integer(1, 480));
  return random.weighted([
    [plain, 4], [`${plain}-${random.pick(['ө', 'П', 'қ', 'н', 'к', 'од', 'нқ'])}`, 3],
    [`${random.integer(1, 19)}-${random.integer(1, 24)}/${random.integer(12, 2400)}`, 2], [`${String(random.integer(1, 9)).padStart(2, '0')}-${random.integer(10, 60)}/${plain}`, 1],
  ]);
}

/** @param {Kind} kind @param {Wish} wish @param {Random} random */
function twoBlocksIn(kind, { defect, variant }, random) {
  if (['two blocks', 'one of two', 'wrong line', 'agreed beside', 'end signed'].includes(variant)) return true;
  if (defect === 'missing_approval') return random.chance(0.5);
  return kind === 'protocol' ? random.chance(0.75) : APPROVED.includes(kind) && kind !== 'plan' && random.chance(0.25);
}

/** @param {Wish} wish @param {boolean} approved @returns {Story['dating']} */
function datingOf({ variant, defect }, approved) {
  if (variant === 'by hand date' || variant === 'date alone' || variant === 'stamp and date') return 'by hand';
  return defect === 'missing_approval' && approved ? 'empty' : 'typed';
}

/** @param {Kind} kind @param {Wish} wish @param {Random} random */
function lengthOf(kind, { defect, variant }, random) {
  const pages = defect === 'missing_page' || defect === 'blank_page';
  const [from, to] = { order: [4, 9], protocol: [5, 12], note: [8, 30], policy: [16, 44], plan: [5, 9], announcement: [4, 9], letter: [4, 11] }[kind];
  if (pages) return { order: 22, plan: 34, note: 52, policy: 44 }[/** @type {'order'} */ (kind)] + random.integer(0, 12);
  return variant === 'one of two' ? Math.min(12, random.integer(from ?? 4, to ?? 8)) : random.integer(from ?? 4, to ?? 8);
}

/** @param {Wish} wish @param {Random} random */
function stampedIn({ defect, variant }, random) {
  if (defect === 'missing_stamp' || variant.startsWith('electronic') || defect === 'electronic_incomplete' || variant === 'date alone') return false;
  if (variant.includes('stamp')) return true;
  if (['digital', 'garbled', 'plain'].includes(variant) && (defect === 'unsigned' || defect === 'pasted_facsimile')) return false;
  return random.chance(0.4);
}

/** @param {Wish} wish @param {Random} random @returns {string[]} */
function extrasOf({ defect, variant }, random) {
  if (variant === 'notes around') return random.shuffle(['resolution', 'incoming', 'ticks', 'date stamp']).slice(0, random.integer(1, 3));
  if (variant === 'other stamps') return random.shuffle(['triangle', 'incoming', 'date stamp']).slice(0, 2);
  if (variant === 'strange paper') return [random.pick(['watermark', 'across', 'ruled', 'A3', 'squared', 'mixed', 'holes', 'drawing'])];
  if (defect === 'corrected_field') return ['correction'];
  const some = /** @type {[string, number][]} */ ([['resolution', 0.06], ['incoming', 0.08], ['date stamp', 0.03], ['watermark', 0.04], ['holes', 0.05], ['staple', 0.06], ['ticks', 0.03], ['triangle', 0.03], ['squared', 0.01], ['ruled', 0.01]]);
  return some.filter(([, chance]) => random.chance(chance)).map(([name]) => name);
}

/** @param {Wish} wish @returns {string[]} */
function sheetsIn({ sheets }) {
  return sheets ? [sheets] : [];
}
