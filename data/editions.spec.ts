import { acceptsOf, signersOf } from '@aigaq/evidence-rule';
import { type Card, codesFrom2022, loadBodyGroups, loadCard, loadCardSource, loadCentralBodies, loadOrganisations, sourceEntries, subtasksOf } from '@aigaq/reference';

const KAZAKH_LETTERS = /[әғқңөұүһі]/i;
const cards = { 2022: loadCard('2022'), 2024: loadCard('2024') };
const ofEach = Object.entries(cards).flatMap(([edition, card]) => subtasksOf(card).map((subtask) => [edition, subtask.code, subtask] as const));
const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const organisations = new Set(loadOrganisations().map(({ id }) => id));

const tasksOf = (card: Card) => card.projects.flatMap(({ tasks }) => tasks);

function textsIn(value: unknown): { ru: string; kk: string }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { ru, kk } = value as { ru?: unknown; kk?: unknown };
  return [...(typeof ru === 'string' && typeof kk === 'string' ? [{ ru, kk }] : []), ...Object.values(value).flatMap(textsIn)];
}

describe('the card of 2022', () => {
  const card = cards[2022];

  it('has 4 groups, 20 indicators, 21 projects and 68 tasks with codes in order', () => {
    const projects = tasksOf(card);
    expect([card.projects.length, card.indicators?.length, projects.length, subtasksOf(card).length]).toEqual([4, 20, 21, 68]);
    expect(projects.every(({ code, subtasks }) => subtasks.every((task, index) => task.code === `${code}.${index + 1}`))).toBe(true);
    expect(card.meta.levels).toBe('group-project-task');
  });

  it('says everything in both languages, never the same', () => {
    const texts = textsIn(card);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter(({ ru, kk }) => ru === kk || !KAZAKH_LETTERS.test(kk)).slice(0, 5)).toEqual([]);
    expect(subtasksOf(card).filter(({ kkStatus }) => kkStatus !== 'draft')).toEqual([]);
  });

  it('keeps where the Kazakh text says something else', () => {
    expect(subtasksOf(card).filter(({ kkDifference }) => kkDifference)).toHaveLength(27);
  });

  it('lets a body without facts file nothing', () => {
    const silent = subtasksOf(card).filter(({ evidence }) => evidence.zeroCase);
    expect(silent.map(({ code }) => code)).toEqual(['1.4.1', '1.5.1', '2.6.1', '2.7.1', '2.7.2', '2.7.3', '4.1.8', '4.1.10']);
    expect(silent.every(({ evidence }) => evidence.zeroCaseFiles === 'nothing')).toBe(true);
  });

  it('has the ministry for what schools and universities do', () => {
    const named = subtasksOf(card).filter(({ audience }) => audience.include);
    expect(named.map(({ code, audience }) => `${code} ${audience.include?.join()}`)).toEqual([
      '3.3.1 cgo-mp',
      ...['3.4.1', '3.4.2', '3.5.1', '3.5.2', '3.5.3', '3.5.4', '3.6.1'].map((code) => `${code} cgo-mnvo`),
    ]);
  });
});

describe('the card of 2024', () => {
  it('has the six official forms, the four templates, the targets and the indicator', () => {
    const { forms = [], externalTemplates = [], indicators = [] } = cards[2024];
    expect(forms.map(({ code }) => code)).toEqual(['APP1', 'APP2', 'APP3', 'APP4', 'APP5', 'APP6']);
    expect(externalTemplates.map(({ code }) => code)).toEqual(['MR488-2', 'MR488-4', 'MR488-5', 'MR488-7']);
    expect(indicators.flatMap(({ servedBy }) => servedBy)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((last) => `3.2.${last}`));
    expect(subtasksOf(cards[2024]).flatMap(({ code, target }) => (target ? [code, target.value] : []))).toEqual(['4.2.1', 5]);
  });

  it('names in its rules only forms that it has', () => {
    const { forms = [], externalTemplates = [] } = cards[2024];
    const known = new Map([...forms, ...externalTemplates].map(({ code, usedBy }) => [code, usedBy]));
    const wanted = subtasksOf(cards[2024]).flatMap(({ code, evidence }) => evidence.documents.flatMap(({ form }) => (form ? [[form, code] as const] : [])));
    expect(wanted.filter(([form, code]) => !known.get(form)?.includes(code))).toEqual([]);
    expect(new Set(wanted.map(([form]) => form))).toEqual(new Set(known.keys()));
  });

  it('grew out of the tasks of 2022', () => {
    const pairs = codesFrom2022(cards[2024]);
    expect(new Set(pairs.map(({ to }) => to)).size).toBe(22);
    const known = new Set(subtasksOf(cards[2022]).map(({ code }) => code));
    expect(pairs.filter(({ from }) => !known.has(from))).toEqual([]);
    expect(pairs.filter(({ to }) => to === '1.1.2')).toEqual([{ from: '1.1.3', to: '1.1.2' }, { from: '1.1.1', to: '1.1.2' }]);
  });
});

describe('every edition', () => {
  it.each(Object.entries(cards))('%s: indicators, subtasks and the catalogue refer to each other', (edition, card) => {
    const codes = new Set([...tasksOf(card), ...subtasksOf(card)].map(({ code }) => code));
    const indicators = new Set(card.indicators?.map(({ code }) => code));
    expect(card.indicators?.flatMap(({ servedBy }) => servedBy).filter((code) => !codes.has(code))).toEqual([]);
    expect(subtasksOf(card).filter(({ indicator }) => indicator !== undefined && !indicators.has(indicator))).toEqual([]);
    const source = new Set(sourceEntries(loadCardSource(edition as '2022' | '2024', 'ru')).map(({ code }) => code));
    expect([...card.projects.map(({ code }) => code), ...codes].filter((code) => !source.has(code))).toEqual([]);
  });

  it('has its catalogue word for word, that of 2022 in both languages with the same codes', () => {
    const codesOf = (edition: '2022' | '2024', language: 'ru' | 'kk') => sourceEntries(loadCardSource(edition, language)).map(({ code }) => code);
    expect(codesOf('2022', 'ru')).toHaveLength(4 + 20 + 21 + 68);
    expect(codesOf('2022', 'kk')).toEqual(codesOf('2022', 'ru'));
    expect(codesOf('2024', 'ru')).toHaveLength(4 + 16 + 39);
  });

  it.each(ofEach)('%s %s: has a rule, a period and an audience that fit together', (_edition, _code, { evidence, audience, submission, period }) => {
    expect(isUnique(evidence.documents.map(({ id }) => id))).toBe(true);
    expect(evidence.documents.length > 0).toBe(submission === 'upload');
    const isSomethingWanted = evidence.documents.some(({ required }) => required) || evidence.alternatives.some(({ required }) => required);
    expect(isSomethingWanted).toBe(submission === 'upload');
    expect(['year', 'half', 'quarter', 'month', 'once']).toContain(period);
    // What every body hands in is signed by somebody wherever the rule names signers at all.
    const kinds = audience.kinds.length > 0 ? audience.kinds : (['central'] as const);
    const signed = evidence.documents.filter((document) => kinds.some((kind) => signersOf(evidence, document, kind).length > 0));
    expect(signed.length > 0).toBe(evidence.signers.length > 0);
    const ways = new Set(evidence.documents.flatMap(acceptsOf));
    expect(evidence.accepts.filter((way) => !ways.has(way))).toEqual([]);
    expect([...(audience.include ?? []), ...(audience.exclude ?? [])].filter((id) => !organisations.has(id))).toEqual([]);
  });
});

describe('groups of executors', () => {
  it('are the five of the sources, each with a rule for its members', () => {
    const named = loadCentralBodies().filter(({ group }) => group).map(({ id }) => id);
    expect(loadBodyGroups().map(({ id }) => id).sort()).toEqual(named.sort());
    expect(named).toHaveLength(5);
    expect(loadBodyGroups().filter(({ members }) => members === null)).toEqual([]);
  });
});
