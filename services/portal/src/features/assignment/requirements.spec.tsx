/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AssignmentView, EvidenceRule } from '@aigaq/api';
import { REASON_CODES } from '@aigaq/evidence-rule';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage, i18n } from '../../texts/language.js';
import { Requirements } from './requirements.js';
import { saidRule } from './rule-words.js';

const document = (id: string, kk: string, ru: string, change: object = {}) => ({ id, kind: 'order' as const, name: { kk, ru }, required: true, form: null, ...change });
const rule: EvidenceRule = {
  documents: [
    document('order', 'бұйрық', 'приказ', { count: { min: 2, max: null } }),
    document('link', 'сілтеме', 'ссылка', { kind: 'publication', required: false, accepts: ['link'] }),
    document('note', 'анықтама', 'справка', { kind: 'note', required: false, approval: 'required', form: 'MR488-2' }),
  ],
  alternatives: [{ anyOf: ['link', 'note'], required: true, when: { kk: 'құпия болса', ru: 'если тайна' }, underSecrecy: 'note' }],
  signers: ['first-head', 'deputy'],
  signersByKind: { 'akimat-district': ['akim'], 'akimat-city': ['akim'] },
  approval: 'none',
  stamp: 'required',
  accepts: ['file', 'link'],
  dateWindow: { appliesTo: ['order'], daysBeforePeriodStart: 3, daysAfterPeriodEnd: 0, unit: 'working-day' },
  zeroCase: true,
};
const assignment = {
  rule,
  requirements: [
    { id: 'order', documents: ['order'], needed: 2, state: 'missing', reasons: [{ code: 'not_enough', data: { found: '1', needed: '2' } }, { code: 'kind_differs', data: { wanted: 'order', found: 'letter' } }], evidenceIds: ['e1'] },
    { id: 'one-of-1', documents: ['link', 'note'], needed: 1, state: 'doubtful', reasons: [{ code: 'date_outside', data: { date: '2026-01-02', from: '2026-02-01', until: '2026-03-01' } }], evidenceIds: ['e2', 'e3'] },
  ],
  unplacedIds: ['e4'],
  hasNoFacts: false,
} as unknown as AssignmentView;

async function show(language: 'kk' | 'ru', change: Partial<AssignmentView> = {}) {
  await act(() => chooseLanguage(language));
  render(
    <Providers client={newQueryClient()}>
      <Requirements assignment={{ ...assignment, ...change }} />
    </Providers>,
  );
}
afterEach(cleanup);

describe('what is there and what is missing', () => {
  it('says each document with its state and the reasons, in words', async () => {
    await show('ru');
    const [order, either] = screen.getAllByRole('listitem');
    expect(within(order!).getByText('Нет')).toBeTruthy();
    expect(order!.textContent).toContain('Есть 1 из 2.');
    expect(order!.textContent).toContain('прочитано «письмо», нужно «приказ»');
    expect(either!.textContent).toContain('ссылка / справка');
    expect(within(either!).getByText('Решит проверяющий')).toBeTruthy();
    // Days are said as people write them.
    expect(either!.textContent).not.toContain('2026-01-02');
    expect(screen.getByText('Документов, которых правило не требует: 1.')).toBeTruthy();
  });

  it('says in Kazakh that the body has no facts', async () => {
    await show('kk', { zeroCase: true, requirements: [{ id: 'no-facts', documents: [], needed: 1, state: 'doubtful', reasons: [], evidenceIds: ['e1'] }] });
    expect(screen.getByText('Ұйым фактілер жоқ деп көрсетті.')).toBeTruthy();
    expect(screen.getByText('«Фактілер жоқ» нысаны')).toBeTruthy();
  });

  it('says nothing where nothing is asked', async () => {
    await show('ru', { requirements: [] });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it.each(['kk', 'ru'] as const)('knows words for every reason in %s', (language) => {
    expect(REASON_CODES.filter((code) => !i18n.exists(`ruleReasons.${code}`, { lng: language }))).toEqual([]);
  });
});

describe('a rule in words', () => {
  it('is the same rule in both languages', () => {
    expect(saidRule(rule, 'ru').map(({ text }) => text)).toEqual([
      'Обязательно: приказ; вид — приказ; не менее 2 шт.; файл.',
      'На выбор: ссылка; вид — публикация; ссылка на публикацию.',
      'На выбор: справка; вид — справка; по форме MR488-2; файл; гриф утверждения обязателен.',
      'Достаточно одного: ссылка / справка (если тайна); вместо публикации, если сведения составляют тайну, — справка.',
      'Подписать может: первый руководитель, заместитель первого руководителя; Акимат района, Акимат города областного значения: аким.',
      'Гриф утверждения не нужен.',
      'Печать обязательна.',
      'Дата документа в пределах отчётного периода (приказ); допускается ранее начала, но не более чем на 3 раб. дн.',
      'Если фактов нет: подписанная форма «нет фактов».',
    ]);
    const kazakh = saidRule(rule, 'kk');
    expect(kazakh.map(({ about }) => about)).toEqual(saidRule(rule, 'ru').map(({ about }) => about));
    expect(kazakh.filter(({ text }) => !/[әғқңөұүһі]/i.test(text))).toEqual([]);
  });

  it('says that nothing is uploaded', () => {
    expect(saidRule({ ...rule, documents: [], alternatives: [] }, 'ru')).toHaveLength(1);
  });
});
