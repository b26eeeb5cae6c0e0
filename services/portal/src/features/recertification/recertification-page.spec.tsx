/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AnswerQuestions, QuestionView, RecertificationView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { daysBetween, quartersFrom } from './recertification.js';
import { RecertificationPage } from './recertification-page.js';

const organisation = { id: 'auliekol', name: { kk: 'Әулиекөл', ru: 'Аулиеколь' }, kind: 'akimat-district' as const };
const question = (id: string, name: string): QuestionView => ({
  id,
  person: { id: `p-${id}`, name },
  organisation,
  role: 'executor',
  since: '2025-01-01',
  lastSeen: null,
  answer: null,
  answeredBy: null,
  answeredAt: null,
});
const open: RecertificationView = { id: 'c2', quarter: '2026-Q4', deadline: '2099-12-15', status: 'open', counts: { asked: 2, kept: 0, ended: 0, unanswered: 2 } };
const REFUSED = 'q2';

let campaigns: RecertificationView[];
let posted: AnswerQuestions[];
function answerTo(path: string, init: RequestInit): unknown {
  const { pathname } = new URL(path, 'http://portal');
  if (pathname.endsWith('/me')) {
    return { id: 'p', name: 'P', memberships: [], acts: ['recertification.answer'] };
  }
  if (pathname.endsWith('/questions')) {
    return { items: [question('q1', 'Серікова Айгүл'), question(REFUSED, 'Омаров Бауыржан')], nextCursor: null };
  }
  if (pathname.endsWith('/answers')) {
    const answers = JSON.parse(init.body as string) as AnswerQuestions;
    posted.push(answers);
    const results = answers.answers.map(({ questionId }) => ({ questionId, taken: questionId !== REFUSED, code: questionId === REFUSED ? 'membership.own_person' : null }));
    return { results };
  }
  return { items: campaigns, nextCursor: null };
}

async function show() {
  await act(() => chooseLanguage('ru'));
  posted = [];
  globalThis.fetch = jest.fn((path: string, init: RequestInit) =>
    Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answerTo(path, init))) }),
  ) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter>
        <RecertificationPage />
      </MemoryRouter>
    </Providers>,
  );
}
afterEach(cleanup);
jest.setTimeout(30_000);

const press = async (name: string | RegExp, inside: HTMLElement = document.body): Promise<void> => {
  const button = await within(inside).findByRole('button', { name });
  act(() => void fireEvent.click(button));
};
const itemOf = (name: string): HTMLElement => screen.getByText(name).closest('li')!;

describe('recertification', () => {
  it('says until when to answer and what happens with the unanswered', async () => {
    campaigns = [open];
    await show();
    await screen.findByText(/Ответить нужно до конца дня 15 декабря 2099/);
    expect(screen.getByText(/прекращаются автоматически/)).toBeTruthy();
  });

  it('answers several at once and says of each that was refused why', async () => {
    campaigns = [open];
    await show();
    fireEvent.click(await screen.findByLabelText('Выбрать все показанные'));
    await press('Нужны, оставить');
    await screen.findByText(/О собственной роли никто не отвечает сам/);
    expect(posted).toEqual([{ answers: [{ questionId: 'q1', answer: 'keep' }, { questionId: REFUSED, answer: 'keep' }] }]);
    expect(within(itemOf('Омаров Бауыржан')).getByRole('alert').textContent).toContain('О собственной роли');
    expect(within(itemOf('Серікова Айгүл')).queryByRole('alert')).toBeNull();
    // What was refused stays chosen, what was taken does not.
    expect(screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)).toEqual([false, false, true]);
  });

  it('asks before it ends roles', async () => {
    campaigns = [open];
    await show();
    fireEvent.click(within((await screen.findByText('Серікова Айгүл')).closest('li')!).getByRole('checkbox'));
    await press('Не нужны, прекратить');
    expect(posted).toEqual([]);
    await press('Не нужны, прекратить', await screen.findByRole('dialog'));
    await waitFor(() => expect(posted).toEqual([{ answers: [{ questionId: 'q1', answer: 'end' }] }]));
  });

  it('only shows a campaign that is over', async () => {
    campaigns = [{ ...open, status: 'closed', deadline: '2026-09-15' }];
    await show();
    await screen.findByText('Серікова Айгүл');
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
  });

  it('knows the quarters that follow and the days that are left', () => {
    expect(quartersFrom('2026-11-30')).toEqual(['2026-Q4', '2027-Q1']);
    expect(quartersFrom('2026-03-31')).toEqual(['2026-Q1', '2026-Q2']);
    expect(daysBetween('2026-11-30', '2026-12-15')).toBe(15);
  });
});
