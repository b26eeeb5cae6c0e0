/** @typedef {import('./ink/pen.mjs').Box} Box */
/** @typedef {import('./ink/hand.mjs').Hand} Hand */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./typefaces.mjs').Family} Family */
/** @typedef {import('./texts/people.mjs').Tongue} Tongue */
/** @typedef {import('./texts/people.mjs').Person} Person */
/** @typedef {import('./texts/bodies.mjs').Body} Body */
/** @typedef {import('./texts/phrases.mjs').Kind} Kind */
/** @typedef {import('./page/flow.mjs').Flow} Flow */
/** @typedef {import('./page/flow.mjs').Look} Look */
/** @typedef {{ person: Person, position: { ru: string, kk: string }, hand: Hand }} Signer */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place pixels */
/**
 * @typedef {object} Block a place where somebody has to sign
 * @property {'approval' | 'end' | 'agreement'} role
 * @property {number} page from 0
 * @property {Box} box of the typed words, pixels
 * @property {string} position as typed
 * @property {string} name as typed
 * @property {Signer} signer
 * @property {Place} place where the signature goes
 * @property {{ y: number, words: { text: string, x: number }[] } | null} dateSpot what is to be written by hand into the line of the date, in pixels
 * @property {Box | null} inkBox of its signature
 * @property {Box | null} forBox of a stroke or «за» by hand before the position: somebody signed for the one named
 * @property {boolean} stamped
 * @property {boolean} counts false for the second language of a block that is in the truth once
 */
/** @typedef {{ type: string, page: number, box: Box, ink?: string }} Mark */
/** @typedef {'scan' | 'digital' | 'garbled'} Form */
/**
 * @typedef {object} Story everything that is decided before a paper is written
 * @property {Family} family
 * @property {Kind} kind
 * @property {Tongue[]} tongues the first one is that of the block that decides
 * @property {'alone' | 'side' | 'after'} arrangement of two languages
 * @property {Body} body
 * @property {import('./texts/bodies.mjs').Post} post of the one who has to sign
 * @property {boolean} acting
 * @property {Signer} signer
 * @property {Signer} second
 * @property {Signer[]} colleagues
 * @property {string | null} number
 * @property {string} date ISO
 * @property {Look} look
 * @property {Form} form
 * @property {string[]} defects
 * @property {string} variant of the defect or of the good paper
 * @property {boolean} stamp
 * @property {'required' | 'optional'} stampRule
 * @property {{ margin: boolean, qr: boolean }} electronic
 * @property {boolean} letterhead
 * @property {boolean} twoBlocks
 * @property {boolean} agreement
 * @property {boolean} annex
 * @property {'typed' | 'by hand' | 'empty'} dating
 * @property {string[]} extras things that people add to a paper and that prove nothing
 * @property {number} length in sentences
 * @property {string | null} style of the capture; null for born-digital papers
 */
/**
 * @typedef {object} Paper what has been written
 * @property {Story} story
 * @property {Random} random
 * @property {Flow} flow
 * @property {Block[]} blocks
 * @property {{ page: number, box: Box } | null} numberSpot
 * @property {{ page: number, box: Box } | null} dateSpot
 * @property {Mark[]} marks
 * @property {{ page: number, surname: string, place: Place, date: { x: number, y: number } }[]} titleBlock rows of a drawing's title block, in pixels: who signs there proves nothing
 * @property {number[]} lost pages, from 0, that are not in the file
 */

/** @param {Story} story @param {Random} random @param {Flow} flow @returns {Paper} */
export function emptyPaper(story, random, flow) {
  return { story, random, flow, blocks: [], numberSpot: null, dateSpot: null, marks: [], titleBlock: [], lost: [] };
}
