import fc from 'fast-check';
import { facts, paper, rule, wanted } from '../test/examples.js';
import { DOCUMENT_KINDS, type EvidencePaper, type EvidenceRule, evaluateRule, evidenceRule, type Requirement } from './index.js';

const KINDS = ['order', 'protocol', 'note', 'reference-note', 'list', 'publication'] as const satisfies readonly (typeof DOCUMENT_KINDS)[number][];
const seen = fc.constantFrom('found', 'absent', 'unsure', null);

const somePaper = fc.record({
  medium: fc.constantFrom('file', 'link'),
  verdict: fc.constantFrom('passed', 'person', 'failed', null),
  kind: fc.constantFrom('order', 'protocol', 'note', null),
  signerLevel: fc.constantFrom('deputy', 'akim', null),
  signature: seen,
  signer: seen,
  approval: seen,
  stamp: seen,
  form: fc.constantFrom('APP1', 'APP2', null),
  isPoor: fc.boolean(),
  date: fc.constantFrom('2026-02-02', '2020-02-02', null),
});
const papersOf = (given: readonly Partial<EvidencePaper>[]): EvidencePaper[] => given.map((each, place) => paper(`p${place}`, each));
const somePapers = fc.array(somePaper, { maxLength: 6 }).map(papersOf);

const someDocument = fc.record({
  kind: fc.constantFrom(...KINDS),
  required: fc.boolean(),
  form: fc.constantFrom('APP1', null),
  count: fc.option(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.option(fc.integer({ min: 0, max: 2 }))).map(([min, more]) => ({ min, max: more === null ? null : min + more })), { nil: undefined }),
  accepts: fc.constantFrom(undefined, ['file'] as const, ['link'] as const, ['file', 'link'] as const),
});
const someRule: fc.Arbitrary<EvidenceRule> = fc
  .record({
    documents: fc.array(someDocument, { maxLength: 4 }),
    isAlternative: fc.boolean(),
    isNeeded: fc.boolean(),
    approval: fc.constantFrom('required', 'none', 'optional'),
    stamp: fc.constantFrom('required', 'optional'),
    zeroCase: fc.boolean(),
    zeroCaseFiles: fc.constantFrom('form', 'nothing'),
    isDated: fc.boolean(),
  })
  .map(({ documents, isAlternative, isNeeded, isDated, ...rest }) => {
    const named = documents.map(({ count, accepts, ...each }, place) =>
      wanted(`d${place}`, { ...each, ...(count && { count }), ...(accepts && { accepts: [...accepts] }) }),
    );
    const chosen = isAlternative && named.length > 2 ? ['d0', 'd1'] : [];
    return rule({
      ...rest,
      documents: named.map((each) => (chosen.includes(each.id) ? { ...each, required: false } : each)),
      alternatives: chosen.length > 0 ? [{ anyOf: chosen, required: isNeeded, when: { ru: 'а', kk: 'ә' }, underSecrecy: 'd1' }] : [],
      dateWindow: isDated && named.length > 0 ? { appliesTo: ['d0'], daysBeforePeriodStart: 3, daysAfterPeriodEnd: 0 } : null,
    });
  });

const RANK = { missing: 0, doubtful: 1, met: 2, 'not-needed': 2 } as const;
const rankOf = ({ state }: Requirement): number => RANK[state];

describe('judging by a rule', () => {
  it('is of rules that are valid', () => {
    fc.assert(fc.property(someRule, (of) => evidenceRule.safeParse(of).success));
  });

  it('does not depend on the order of the papers', () => {
    fc.assert(
      fc.property(someRule, somePapers, fc.infiniteStream(fc.nat()), fc.boolean(), (of, papers, numbers, hasNoFacts) => {
        const shuffled = papers.map((each) => ({ each, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ each }) => each);
        expect(evaluateRule(of, facts(shuffled, { hasNoFacts }))).toEqual(evaluateRule(of, facts(papers, { hasNoFacts })));
      }),
    );
  });

  it('never takes anything away because there is one paper more', () => {
    fc.assert(
      fc.property(someRule, somePapers, somePaper, (of, papers, one) => {
        const before = evaluateRule(of, facts(papers)).requirements.filter(({ needed }) => needed > 0);
        const after = new Map(evaluateRule(of, facts([...papers, paper('p9', one)])).requirements.map((each) => [each.id, each]));
        expect(before.filter((each) => rankOf(after.get(each.id) ?? each) < rankOf(each))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts each paper once, or says that it has no place', () => {
    fc.assert(
      fc.property(someRule, somePapers, fc.boolean(), (of, papers, hasNoFacts) => {
        const { requirements, unplacedIds } = evaluateRule(of, facts(papers, { hasNoFacts }));
        const all = [...requirements.flatMap(({ evidenceIds }) => evidenceIds), ...unplacedIds];
        expect(all.toSorted()).toEqual(papers.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('says why of everything that is not simply met or not needed, and nothing of what is', () => {
    fc.assert(
      fc.property(someRule, somePapers, fc.boolean(), (of, papers, hasNoFacts) => {
        for (const { state, reasons, evidenceIds, needed } of evaluateRule(of, facts(papers, { hasNoFacts })).requirements) {
          expect(reasons.length > 0).toBe(state === 'missing' || state === 'doubtful');
          expect(state === 'missing' ? needed : evidenceIds.length + 1).toBeGreaterThan(evidenceIds.length);
        }
      }),
    );
  });

  it('is satisfied by good papers of every kind that can be read', () => {
    fc.assert(
      fc.property(someRule, (of) => {
        const good = of.documents.flatMap(({ id, kind, count, accepts = ['file'], form }) =>
          Array.from({ length: count?.min ?? 1 }, (_, place) =>
            paper(`${id}-${place}`, { kind: kind === 'reference-note' ? 'note' : kind, form, date: '2026-02-02', ...(accepts.includes('file') ? {} : { medium: 'link' }) }),
          ),
        );
        expect(evaluateRule(of, facts(good)).requirements.filter(({ state }) => state === 'missing')).toEqual([]);
      }),
    );
  });
});
