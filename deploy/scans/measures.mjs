import { boxesTouch, overlap, sameName, sameNumber } from './likeness.mjs';

/** @typedef {{ page: number, box: number[] | null }} Spot */
/** @typedef {Spot & { name: string, signed: boolean | null }} Block */
/**
 * @typedef {object} Row of a file of truths or of predictions
 * @property {string} id
 * @property {string} verdict
 * @property {string | null} number
 * @property {string | null} date
 * @property {boolean} readable
 * @property {Block | null} approval
 * @property {Block[]} signatures
 * @property {Spot[]} stamps
 * @property {(Spot & { type: string })[]} [marks]
 * @property {string[]} defects
 * @property {(Spot & { code: string })[]} findings
 */
/** @typedef {{ name: string, hit: number, all: number, want: string }} Line */

/**
 * @param {readonly Row[]} truths @param {readonly Row[]} predictions
 * @returns {{ lines: Line[], mistakes: Map<string, string[]> }}
 */
export function measured(truths, predictions) {
  const tally = newTally();
  const known = new Map(predictions.map((row) => [row.id, row]));
  for (const truth of truths) {
    const said = known.get(truth.id) ?? /** @type {Row} */ ({ ...truth, verdict: 'person', number: null, date: null, approval: null, signatures: [], stamps: [], marks: [], defects: [], findings: [] });
    countVerdict(tally, truth, said);
    countFindings(tally, truth, said);
    if (truth.readable === false) continue;
    countFields(tally, truth, said);
    countBlocks(tally, truth, said);
    countBoxes(tally, 'stamp', truth.id, truth.stamps, said.stamps ?? [], 0.3);
    if (truth.marks) countBoxes(tally, 'pen signature anywhere', truth.id, truth.marks, (said.marks ?? []).filter(({ type }) => type === 'signature'), 0.2);
  }
  return { lines: WANTED.map(([name, want]) => ({ name, want, hit: 0, all: 0, ...tally.counts.get(name) })), mistakes: tally.mistakes };
}

/** The measures in the order of the report, with their bars. @type {readonly (readonly [string, string])[]} */
const WANTED = [
  ['must fail, passed', '0'], ['unsigned, passed', '0'], ['needs a person, passed', '0'], ['good, passed', '>= 90 %'], ['good, refused', '0'], ['verdict right', '>= 90 %'], ['sent to a person', ''],
  ['signature at the block: precision', '>= 99 %'], ['signature at the block: recall', '>= 95 %'], ['stamp: precision', '>= 98 %'], ['stamp: recall', '>= 93 %'],
  ['pen signature anywhere: precision', '>= 80 %'], ['pen signature anywhere: recall', '>= 88 %'],
  ['number right', '>= 98 %'], ['date right', '>= 98 %'], ["signatory's name right", '>= 98 %'], ['findings said', ''], ['boxes that touch', '100 %'], ['findings without a page', '0'],
];

function newTally() {
  const counts = /** @type {Map<string, { hit: number, all: number }>} */ (new Map());
  const mistakes = /** @type {Map<string, string[]>} */ (new Map());
  return {
    counts,
    mistakes,
    /** @param {string} name @param {boolean} hit @param {string} [mistake] listed under the name when given */
    add(name, hit, mistake) {
      const count = counts.get(name) ?? { hit: 0, all: 0 };
      counts.set(name, { hit: count.hit + Number(hit), all: count.all + 1 });
      if (mistake) mistakes.set(name, [...(mistakes.get(name) ?? []), mistake]);
    },
  };
}
/** @typedef {ReturnType<typeof newTally>} Tally */

/** @param {Tally} tally @param {Row} truth @param {Row} said */
function countVerdict(tally, truth, said) {
  const passed = said.verdict === 'passed';
  const note = `${truth.id} ${truth.defects.join(', ') || 'good'}: ${truth.verdict}, said ${said.verdict} ${(said.defects ?? []).join(', ')}`;
  const bad = (/** @type {string} */ name, /** @type {boolean} */ hit) => tally.add(name, hit, hit ? note : undefined);
  if (truth.verdict === 'failed') bad('must fail, passed', passed);
  if (truth.defects.includes('unsigned')) bad('unsigned, passed', passed);
  if (truth.verdict === 'person') bad('needs a person, passed', passed);
  if (truth.verdict === 'passed') {
    tally.add('good, passed', passed, passed ? undefined : note);
    bad('good, refused', said.verdict === 'failed');
  }
  tally.add('verdict right', said.verdict === truth.verdict, said.verdict === truth.verdict ? undefined : note);
  tally.add('sent to a person', said.verdict === 'person');
}

/** @param {Tally} tally @param {Row} truth @param {Row} said */
function countFields(tally, truth, said) {
  const field = (/** @type {string} */ name, /** @type {boolean} */ right, /** @type {unknown} */ true_, /** @type {unknown} */ read) => tally.add(name, right, right ? undefined : `${truth.id} ${true_}, read ${read}`);
  if (truth.number) field('number right', sameNumber(truth.number, said.number), truth.number, said.number);
  if (truth.date) field('date right', truth.date === said.date, truth.date, said.date);
  const [block, read] = [deciding(truth), deciding(said)];
  if (block) field("signatory's name right", sameName(block.name, read?.name), block.name, read?.name);
}

/** @param {Row} row */
const deciding = ({ approval, signatures }) => approval ?? (signatures ?? [])[0];

/** @param {Tally} tally @param {Row} truth @param {Row} said */
function countBlocks(tally, truth, said) {
  const left = [...(said.approval ? [said.approval] : []), ...(said.signatures ?? [])];
  for (const block of [...(truth.approval ? [truth.approval] : []), ...truth.signatures]) {
    const at = left.findIndex((one) => one.page === block.page && (sameName(one.name, block.name) ? boxesTouch(one.box, block.box) : overlap(one.box, block.box) > 0.1));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    const note = `${truth.id} page ${block.page} ${block.name}: ${found ? `said ${found.signed}` : 'no block'}`;
    if (found?.signed) tally.add('signature at the block: precision', block.signed === true, block.signed ? undefined : note);
    if (block.signed) tally.add('signature at the block: recall', found?.signed === true, found?.signed ? undefined : note);
  }
  for (const one of left) if (one.signed) tally.add('signature at the block: precision', false, `${truth.id} page ${one.page} ${one.name}: no such block`);
}

/** @param {Tally} tally @param {string} what @param {string} id @param {readonly Spot[]} true_ @param {readonly Spot[]} said @param {number} least overlap */
function countBoxes(tally, what, id, true_, said, least) {
  const left = [...said];
  for (const spot of true_) {
    const at = left.findIndex((one) => one.page === spot.page && overlap(one.box, spot.box) > least);
    if (at >= 0) left.splice(at, 1);
    tally.add(`${what}: recall`, at >= 0, at >= 0 ? undefined : `${id} page ${spot.page}`);
    if (at >= 0) tally.add(`${what}: precision`, true);
  }
  for (const { page } of left) tally.add(`${what}: precision`, false, `${id} page ${page}`);
}

/** @param {Tally} tally @param {Row} truth @param {Row} said */
function countFindings(tally, truth, said) {
  for (const { code, page, box } of truth.findings) {
    const found = (said.findings ?? []).filter((one) => one.code === code);
    tally.add('findings said', found.length > 0, found.length > 0 ? undefined : `${truth.id} ${code}`);
    if (found.length === 0 || !page) continue;
    const touches = found.some((one) => one.page === page && (!box || boxesTouch(one.box, box)));
    tally.add('boxes that touch', touches, touches ? undefined : `${truth.id} ${code}`);
  }
  for (const { code, page } of said.findings ?? []) {
    const without = !page && !['missing_approval', 'missing_page', 'missing_stamp', 'electronic_incomplete', 'low_quality'].includes(code);
    tally.add('findings without a page', without, without ? `${truth.id} ${code}` : undefined);
  }
}
