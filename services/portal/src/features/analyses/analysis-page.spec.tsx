/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AnalysisDraft, AnalysisView, MeView, ReplanDraft } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { AnalysisPage } from './analysis-page.js';
import { PlanPage } from './plan-page.js';

const organisation = { id: 'akimat-kostanay-auliekol', name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' }, kind: 'akimat-district' as const };
const reason = (code: string, data: Record<string, string>) => ({ code, data: { calendars: '2024:1', ...data } });
const NOTE = { kk: 'Талдамалық анықтамаға қол қою', ru: 'Подписать аналитическую справку' };
const START = { kk: 'Талдаудың басталуын жариялау', ru: 'Анонсировать начало анализа' };
const INFORMATION = { kk: 'Ақпарат жіберу', ru: 'Направить информацию' };
const undone = { doneOn: null, doneBy: null, assignmentId: null, link: null, remark: null };
const analysis: AnalysisView = {
  ...{ id: 'akimat-kostanay-auliekol:2024-1', organisation, kind: 'internal', object: 'Отдел земельных отношений', year: 2024, start: '2024-06-03', end: '2024-06-28' },
  ...{ status: 'announced', next: null, overdue: 1, edition: '2024', team: [], workingDays: 20, positions: 0 },
  steps: [
    {
      ...{ key: 'announce_start', title: START, period: null, subtask: '1.1.3', dueOn: '2024-05-20', isProvisional: false, state: 'on-time', isRecordable: false },
      reason: reason('calendar.working_days_before', { amount: '10', anchor: '2024-06-03' }),
      ...{ doneOn: '2024-05-17', doneBy: { id: 'p', name: 'Асқар Төлеубаев' }, assignmentId: null, link: 'https://kostanay.example/1', remark: null },
    },
    {
      ...{ key: 'sign_note', title: NOTE, period: null, subtask: '1.2.3', dueOn: '2024-07-15', isProvisional: false, state: 'overdue', isRecordable: true, ...undone },
      reason: reason('calendar.working_days_after', { amount: '10', anchor: '2024-06-28' }),
    },
    {
      ...{ key: 'information:2024-Q3', title: INFORMATION, period: '2024-Q3', subtask: '1.3.3', dueOn: '2024-10-07', isProvisional: true, state: 'ahead', isRecordable: false, ...undone },
      reason: reason('analysis.day_after_quarter', { quarterEnd: '2024-09-30', named: '2024-10-05', day: '2024-10-07' }),
    },
  ],
  findings: [{ code: 'analysis.late_start', severity: 'warned', data: { step: 'announce_start', due: '2024-05-20' } }],
  history: [],
  allowed: ['replan', 'record', 'cancel'],
};
const moved: ReplanDraft = { moved: [{ step: 'sign_note', title: NOTE, period: null, before: '2024-07-15', after: '2024-07-22' }], findings: [] };
const draft: AnalysisDraft = { workingDays: 3, dates: [analysis.steps[1]!], findings: [{ code: 'analysis.too_short', severity: 'refused', data: { due: '2024-05-20', earliestEnd: '2024-06-17' } }] };
const me: MeView = { id: 'p', name: 'P', memberships: [{ organisation, role: 'executor' }], acts: ['analysis.manage'] };

let sent: { path: string; body: unknown }[];
function answerTo(path: string): unknown {
  if (path.endsWith('/me')) {
    return me;
  }
  return path.includes('/moved') ? moved : path.includes('/draft') ? draft : analysis;
}

function show(at: string) {
  sent = [];
  globalThis.fetch = jest.fn((path: string, init?: RequestInit) => {
    if (init?.method === 'POST') {
      sent.push({ path, body: JSON.parse(init.body as string) });
    }
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answerTo(path))) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path="/analyses/new" element={<PlanPage />} />
          <Route path="/analyses/:id" element={<AnalysisPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  );
}
beforeEach(() => act(() => chooseLanguage('ru')));
afterEach(cleanup);
jest.setTimeout(60_000);

describe('the timeline of an analysis', () => {
  it('is an ordered list: each step with its day, why, and what became of it; the quarters by themselves', async () => {
    show('/analyses/akimat-kostanay-auliekol%3A2024-1');
    const timeline = await screen.findByRole('region', { name: 'Ход анализа' });
    const [announced, note] = within(timeline).getAllByRole('listitem');
    expect(announced?.textContent).toContain('За 10 рабочих дней до 3 июня 2024 г.; календарь 2024:1');
    expect(announced?.textContent).toContain('Выполнено 17 мая 2024 г., Асқар Төлеубаев.');
    expect(within(announced!).getByRole('link', { name: 'Публикация' }).getAttribute('href')).toBe('https://kostanay.example/1');
    expect(note?.textContent).toContain('просрочено');
    const monitoring = screen.getByRole('region', { name: 'Мониторинг исполнения рекомендаций' });
    expect(monitoring.textContent).toContain('Направить информацию: 3-й квартал 2024 года');
    expect(monitoring.textContent).toContain('5 октября 2024 г. — нерабочий день, поэтому 7 октября 2024 г.');
    expect(within(monitoring).queryByRole('button')).toBeNull();
    expect(screen.getByRole('list', { name: 'Замечания к срокам' }).textContent).toContain('Анонсировать начало нужно было до 20 мая 2024 г.');
  });

  it('speaks Kazakh', async () => {
    await act(() => chooseLanguage('kk'));
    show('/analyses/akimat-kostanay-auliekol%3A2024-1');
    const timeline = await screen.findByRole('region', { name: 'Талдау барысы' });
    expect(timeline.textContent).toContain('2024 жылғы 3 маусым күніне дейін 10 жұмыс күні бұрын');
  });

  it('takes that a step was done', async () => {
    show('/analyses/akimat-kostanay-auliekol%3A2024-1');
    fireEvent.click(await screen.findByRole('button', { name: 'Подписать аналитическую справку: Отметить выполнение' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Ссылка на публикацию' }), { target: { value: 'kostanay' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Отметить выполнение' }));
    expect(within(dialog).getByText('Укажите полный адрес, с https://')).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Ссылка на публикацию' }), { target: { value: 'https://kostanay.example/2' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Отметить выполнение' }));
    await act(() => Promise.resolve());
    expect(sent).toMatchObject([{ path: expect.stringContaining('/steps'), body: { step: 'sign_note', link: 'https://kostanay.example/2' } }]);
  });

  it('shows before and after of every date that would move, and wants a reason', async () => {
    show('/analyses/akimat-kostanay-auliekol%3A2024-1');
    fireEvent.click(await screen.findByRole('button', { name: 'Перенести сроки' }));
    const dialog = await screen.findByRole('dialog');
    const row = (await within(dialog).findAllByRole('row'))[1];
    expect(row?.textContent).toBe('Подписать аналитическую справку15 июля 2024 г.22 июля 2024 г.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Перенести' }));
    expect(sent).toEqual([]);
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Основание' }), { target: { value: 'Приказ № 12' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Перенести' }));
    await act(() => Promise.resolve());
    expect(sent).toMatchObject([{ path: expect.stringContaining('/replan'), body: { start: '2024-06-03', end: '2024-06-28', reason: 'Приказ № 12' } }]);
  });
});

describe('planning an analysis', () => {
  it('shows at once what follows from two days, with why and with what is wrong', async () => {
    show('/analyses/new');
    for (const [label, day] of [['Начало анализа', '03.06.2024'], ['Завершение анализа', '05.06.2024']] as const) {
      const field = await screen.findByLabelText(label);
      fireEvent.mouseDown(field);
      fireEvent.change(field, { target: { value: day } });
      fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    }
    const following = screen.getByRole('region', { name: 'Что из этого следует' });
    expect((await within(following).findAllByRole('row'))[1]?.textContent).toContain('10 рабочих дней после 28 июня 2024 г.');
    expect(following.textContent).toContain('3 рабочих дня.');
    expect(within(following).getByRole('list', { name: 'Замечания к срокам' }).textContent).toContain('Нельзя Не остаётся времени на публичное обсуждение');
  });
});
