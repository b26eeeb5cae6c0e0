import { ADMIN, cardOf, edition, refusalOf, sample, subtask } from '../../test/examples.js';
import { setRule } from './edition-rule.js';

const { evidence } = subtask();
const changed = { ...evidence, stamp: 'required' as const };
const withForm = { ...evidence, documents: evidence.documents.map((document) => ({ ...document, form: 'APP9' })) };
const optional = { ...evidence, documents: evidence.documents.map((document) => ({ ...document, required: false })) };
const confirmed = cardOf(subtask({ submission: 'agency-confirms', evidence: { ...evidence, documents: [] } }));

describe('the rule of a subtask in a draft', () => {
  it('is set and told', () => {
    const { next, events } = setRule(edition(), '1.1.2', changed, ADMIN);
    expect(next).toEqual(edition({ card: cardOf(subtask({ evidence: changed })) }));
    expect(events).toEqual([sample('CardRuleSet')]);
  });

  it('changes nothing when it is the same', () => {
    expect(setRule(edition(), '1.1.2', evidence, ADMIN)).toEqual({ next: edition(), events: [] });
  });

  it('takes a form that the card has', () => {
    const title = { kk: 'Есеп', ru: 'Отчёт' };
    const card = { ...cardOf(subtask()), forms: [{ code: 'APP9', title, signedBy: null, usedBy: ['1.1.2'], sourceLines: '1' }] };
    expect(refusalOf(() => setRule(edition({ card }), '1.1.2', withForm, ADMIN))).toBeUndefined();
  });

  it.each([
    ['of a published edition', { status: 'published' as const }, '1.1.2', changed, 'edition.published'],
    ['of no subtask', {}, '9.9.9', changed, 'edition.unknown_subtask'],
    ['that asks for nothing', {}, '1.1.2', optional, 'edition.rule_empty'],
    ['of what the Agency confirms', { card: confirmed }, '1.1.2', evidence, 'edition.rule_not_wanted'],
    ['with a form that the card does not have', {}, '1.1.2', withForm, 'edition.unknown_form'],
    ['for bodies that are not asked', {}, '1.1.2', { ...evidence, signersByKind: { central: ['deputy' as const] } }, 'edition.rule_for_nobody'],
  ])('is refused: %s', (_, change, code, rule, refused) => {
    expect(refusalOf(() => setRule(edition(change), code, rule, ADMIN))).toBe(refused);
  });
});
