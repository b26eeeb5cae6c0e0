import type { Reason, RuleFacts } from './facts.js';
import { type Fit, fitOf } from './fit.js';
import { placePapers } from './placing.js';
import { countOf, type EvidenceRule, type WantedDocument } from './rule.js';

export type RequirementState = 'met' | 'missing' | 'doubtful' | 'not-needed';

/** One thing that the rule asks for, and how it stands. */
export interface Requirement {
  /** Id of the document, `one-of-<number>` of an alternative, or `no-facts`. */
  id: string;
  /** Ids of the documents of the rule that meet it: one, or those of an alternative. */
  documents: string[];
  /** How many papers are needed; 0: none has to be there. */
  needed: number;
  state: RequirementState;
  /** Why it is not simply met; empty when it is. */
  reasons: Reason[];
  evidenceIds: string[];
}

export interface Evaluation {
  requirements: Requirement[];
  /** Papers that the rule has no place for. */
  unplacedIds: string[];
}

interface Ask {
  id: string;
  documents: WantedDocument[];
  needed: number;
  max: number | null;
  underSecrecy?: string | undefined;
}

export const NO_FACTS = 'no-facts';

/**
 * Judges evidence by a rule. Each paper counts for one requirement, and each requirement takes the papers that suit it best, so that neither
 * their order nor a further paper takes anything away.
 *
 * - `missing`: fewer papers than needed, a paper of another kind counts for none; such evidence is not handed in.
 * - `doubtful`: it is there, but something about it only people can settle.
 * - `not-needed`: optional and not given, or the body states that there are no facts.
 */
export function evaluateRule(rule: EvidenceRule, facts: RuleFacts): Evaluation {
  const papers = [...facts.papers].sort((one, other) => (one.id < other.id ? -1 : 1));
  const sorted = { ...facts, papers };
  if (facts.hasNoFacts && rule.zeroCase) {
    return withoutFacts(rule, sorted);
  }
  return judge(rule, asksOf(rule), sorted);
}

/** What keeps the evidence from being handed in. */
export const missingOf = ({ requirements }: Evaluation): Requirement[] => requirements.filter(({ state }) => state === 'missing');

function asksOf(rule: EvidenceRule): Ask[] {
  const alternatives = rule.alternatives.map(({ anyOf, required, underSecrecy }, place): Ask => {
    const documents = rule.documents.filter(({ id }) => anyOf.includes(id));
    return { id: `one-of-${place + 1}`, documents, needed: required ? 1 : 0, max: null, underSecrecy };
  });
  const ofSeveral = new Set(rule.alternatives.flatMap(({ anyOf }) => anyOf));
  const single = rule.documents.filter(({ id }) => !ofSeveral.has(id)).map((document): Ask => {
    const { min, max } = countOf(document);
    return { id: document.id, documents: [document], needed: document.required ? min : 0, max };
  });
  return [...single, ...alternatives];
}

/** The form «нет фактов» takes the place of everything else; people read what it says. */
function withoutFacts(rule: EvidenceRule, facts: RuleFacts): Evaluation {
  const others = asksOf(rule).map((ask): Requirement => ({ ...emptyOf(ask), state: 'not-needed' }));
  if (rule.zeroCaseFiles === 'nothing') {
    const stated: Requirement = { id: NO_FACTS, documents: [], needed: 0, state: 'doubtful', reasons: [{ code: 'no_facts_stated', data: {} }], evidenceIds: [] };
    return { requirements: [stated, ...others], unplacedIds: facts.papers.map(({ id }) => id) };
  }
  const form = { id: NO_FACTS, kind: 'report-form', name: NO_NAME, required: true, form: null, approval: 'none' } satisfies WantedDocument;
  const ask: Ask = { id: NO_FACTS, documents: [form], needed: 1, max: null };
  const judged = judge(rule, [ask], facts);
  return { requirements: [...judged.requirements.map((each) => ({ ...each, documents: [] })), ...others], unplacedIds: judged.unplacedIds };
}

const NO_NAME = { kk: NO_FACTS, ru: NO_FACTS };

const emptyOf = ({ id, documents, needed }: Ask): Omit<Requirement, 'state'> => ({
  id,
  documents: documents.map((document) => document.id),
  needed,
  reasons: [],
  evidenceIds: [],
});

function judge(rule: EvidenceRule, asks: readonly Ask[], facts: RuleFacts): Evaluation {
  const fits = asks.map((ask) => facts.papers.map((paper) => bestFit(ask, ask.documents.map((document) => ({ document, fit: fitOf(paper, { rule, document }, facts) })))));
  const slots = asks.flatMap(({ needed }, place) => Array.from({ length: needed }, () => place));
  const placed = placePapers(slots.map((place) => (fits[place] ?? []).map(gradeOf)));
  const taken = asks.map((_, place) => placed.filter((paper, slot) => paper !== -1 && slots[slot] === place));
  const further = placeFurther(asks, fits, taken);
  const idOf = (paper: number): string => facts.papers[paper]?.id ?? '';
  const requirements = asks.map((ask, place): Requirement => {
    const whole = [...(taken[place] ?? []), ...(further[place] ?? [])].sort((one, other) => one - other);
    const judged = ask.needed > 0 ? neededState(ask, fits[place] ?? [], taken[place] ?? []) : optionalState(fits[place] ?? [], whole);
    return { ...emptyOf(ask), ...judged, evidenceIds: whole.map(idOf) };
  });
  const used = new Set([...taken, ...further].flat());
  return { requirements, unplacedIds: facts.papers.filter((_, paper) => !used.has(paper)).map(({ id }) => id) };
}

const GRADES = { good: 2, doubtful: 1, unfit: 0 } as const;
const gradeOf = ({ grade }: Fit): 0 | 1 | 2 => GRADES[grade];

/** Of an alternative the document that the paper suits best. What stands in under secrecy is never met without people. */
function bestFit({ underSecrecy }: Ask, options: { document: WantedDocument; fit: Fit }[]): Fit {
  const { document, fit } = options.reduce((best, option) => (isBetter(option.fit, best.fit) ? option : best));
  return document.id === underSecrecy && fit.grade !== 'unfit' ? { grade: 'doubtful', reasons: [INSTEAD, ...fit.reasons] } : fit;
}

const INSTEAD: Reason = { code: 'instead_of_publication', data: {} };

function isBetter(one: Fit, other: Fit): boolean {
  const difference = gradeOf(one) - gradeOf(other);
  return difference === 0 ? one.reasons.length < other.reasons.length : difference > 0;
}

/** Papers that nothing needs any more go where they suit, up to the number that is wanted: what suits well first. */
function placeFurther(asks: readonly Ask[], fits: readonly Fit[][], taken: readonly number[][]): number[][] {
  const further = asks.map((): number[] => []);
  const used = new Set(taken.flat());
  const roomIn = (place: number): boolean => {
    const max = asks[place]?.max ?? null;
    return max === null || (taken[place]?.length ?? 0) + (further[place]?.length ?? 0) < max;
  };
  const papers = [...(fits[0] ?? []).keys()].filter((paper) => !used.has(paper));
  for (const grade of ['good', 'doubtful'] as const) {
    for (const paper of papers.filter((each) => !used.has(each))) {
      const place = asks.findIndex((_, index) => fits[index]?.[paper]?.grade === grade && roomIn(index));
      if (place !== -1) {
        further[place]?.push(paper);
        used.add(paper);
      }
    }
  }
  return further;
}

function neededState({ needed }: Ask, fits: readonly Fit[], taken: readonly number[]): Pick<Requirement, 'state' | 'reasons'> {
  if (taken.length < needed) {
    const differing = fits.flatMap(({ grade, reasons }) => (grade === 'unfit' ? reasons : []));
    const short: Reason = taken.length === 0 ? { code: 'absent', data: {} } : { code: 'not_enough', data: { found: String(taken.length), needed: String(needed) } };
    return { state: 'missing', reasons: unique([short, ...differing]) };
  }
  const reasons = unique(taken.flatMap((paper) => fits[paper]?.reasons ?? []));
  return { state: reasons.length === 0 ? 'met' : 'doubtful', reasons };
}

/** Something optional is met by one good paper, whatever else is there. */
function optionalState(fits: readonly Fit[], given: readonly number[]): Pick<Requirement, 'state' | 'reasons'> {
  if (given.length === 0) {
    return { state: 'not-needed', reasons: [] };
  }
  const reasons = given.map((paper) => fits[paper]?.reasons ?? []);
  return reasons.some((each) => each.length === 0) ? { state: 'met', reasons: [] } : { state: 'doubtful', reasons: unique(reasons.flat()) };
}

function unique(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((each) => [JSON.stringify(each), each])).values()];
}
