/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AssignmentRow, AssignmentView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage, type Language } from '../../texts/language.js';
import { AssignmentRows } from '../queue/assignment-rows.js';
import { AssignmentPage } from './assignment-page.js';
import { History } from './history.js';

jest.setTimeout(30_000);

const district = { id: 'd', name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' }, kind: 'akimat-district' as const };
const region = { id: 'r', name: { kk: 'Қостанай облысының әкімдігі', ru: 'Акимат Костанайской области' }, kind: 'akimat-region' as const };
const row: AssignmentRow = {
  ...{ id: 'a1', edition: '2024', subtask: '2.1.1', secrecy: 'restricted', masked: true, title: { kk: '', ru: '' }, kkProposed: false, organisation: district },
  ...{ period: '2026', status: 'open', opensOn: '2026-01-15', dueOn: '2026-12-10', punctuality: 'not-due', workingDaysLeft: 20, reviewer: null, machineVerdict: null },
  ...{ extendedTo: null, holder: null, zeroCase: false, request: null, steps: 0 },
};
const day = { day: '2026-12-10', reason: { code: 'date.due_by_card', data: { edition: '2024', year: '2026', dueOn: '2026-12-10' } } };
const view: AssignmentView = {
  ...{ ...row, masked: false, title: { kk: 'Хабарлау', ru: 'Сообщение о правонарушениях' }, description: { kk: 'С', ru: 'О' }, executors: { kk: 'Б', ru: 'В' } },
  rule: { documents: [], signers: [], signersByKind: {}, approval: 'none', stamp: 'optional', accepts: ['file'], alternatives: [], dateWindow: null, zeroCase: false },
  ...{ signers: [], clocks: { opens: day, due: day, onTime: day, locked: day }, chain: [], history: [], evidenceIds: [], verdictChanges: [], requirements: [], unplacedIds: [], allowed: [] },
  ...{ asked: null, excused: null, approved: null, askable: { extension: null, notApplicable: null }, undoUntil: null },
};
const refusal = (status: number, code: string) => ({ status, body: { code, detail: 'Отказ', status, title: '', type: '' } });

/** The page with a service that answers by path; gives what was asked. */
async function open(answerOf: (path: string) => { status: number; body: unknown }): Promise<string[]> {
  const asked: string[] = [];
  globalThis.fetch = jest.fn((path: string) => {
    asked.push(decodeURIComponent(path).replaceAll('+', ' '));
    const { status, body } = answerOf(path);
    return Promise.resolve({ ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(body)) });
  }) as unknown as typeof fetch;
  await act(() => chooseLanguage('ru'));
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={['/assignments/a1']}>
        <Routes>
          <Route path="/assignments/:id" element={<AssignmentPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  );
  return asked;
}
afterEach(cleanup);

describe('an assignment that is secret', () => {
  it('is opened by somebody on the list who says what for; every request says it too', async () => {
    const asked = await open((path) => {
      if (path.startsWith('/api/tasks/assignments/')) {
        return path.includes('purpose=') ? { status: 200, body: view } : refusal(400, 'secret.purpose_needed');
      }
      return path.startsWith('/api/evidence/documents') ? { status: 200, body: { items: [], nextCursor: null } } : { status: 404, body: {} };
    });
    const purpose = await screen.findByLabelText('Для чего вам нужны эти сведения?', {}, { timeout: 10_000 });
    fireEvent.click(screen.getByRole('button', { name: 'Открыть' }));
    expect(screen.getByText('Напишите хотя бы несколько слов.')).toBeTruthy();
    fireEvent.change(purpose, { target: { value: '  Проверка формы ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Открыть' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Сообщение о правонарушениях' }, { timeout: 10_000 })).toBeTruthy();
    expect(screen.getByText('Ограниченные данные')).toBeTruthy();
    await waitFor(() => {
      const withPurpose = asked.filter((path) => path.includes('purpose=Проверка формы'));
      expect(withPurpose.map((path) => path.split('?')[0])).toEqual(['/api/tasks/assignments/a1', '/api/evidence/documents']);
    });
  });

  it('tells somebody on no list whom to ask, and nothing else', async () => {
    const asked = await open((path) => (path.startsWith('/api/tasks/assignments/') ? refusal(403, 'secret.not_listed') : { status: 404, body: {} }));
    expect(await screen.findByText('Эти сведения видят только лица из именного списка', {}, { timeout: 10_000 })).toBeTruthy();
    expect(screen.getByText(/обратитесь к администратору Агентства/)).toBeTruthy();
    expect(asked.filter((path) => path.startsWith('/api/evidence'))).toEqual([]);
  });
});

async function show(language: Language, shown: React.ReactNode): Promise<void> {
  await act(() => chooseLanguage(language));
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter>{shown}</MemoryRouter>
    </Providers>,
  );
}

describe('a masked row', () => {
  it.each([
    ['ru', 'Сведения ограниченного доступа', 'Ограниченные данные'],
    ['kk', 'Қолжетімділігі шектеулі мәліметтер', 'Шектеулі деректер'],
  ] as const)('says so in words (%s), with code, body, state and day', async (language, ...words) => {
    await show(language, <AssignmentRows rows={[row]} label="rows" />);
    const text = screen.getByRole('listitem').textContent ?? '';
    for (const word of [...words, '2.1.1', district.name[language]]) {
      expect(text).toContain(word);
    }
    expect(document.querySelector('time')?.getAttribute('dateTime')).toBe('2026-12-10');
  });
});

describe('the history', () => {
  const step = { at: '2026-05-20T04:00:00.000Z', by: { id: 'p', name: 'Оспанова Г.' }, act: 'submitted' as const, submission: 1, evidenceIds: [], reason: null, remark: null, place: null, sha256: [], zeroCase: false, day: null };

  it.each([
    ['ru', { from: region }, 'Оспанова Г., Акимат Костанайской области — за организацию: Акимат Аулиекольского района'],
    ['kk', { from: region }, 'Оспанова Г., Қостанай облысының әкімдігі — мына ұйым үшін: Әулиекөл ауданының әкімдігі'],
    ['ru', { from: district }, 'Оспанова Г., Акимат Аулиекольского района'],
    ['ru', { from: null }, 'Оспанова Г., Акимат Аулиекольского района'],
  ] as const)('names both bodies of what was handed in on behalf (%s)', async (language, from, words) => {
    await show(language, <History history={[{ ...step, organisation: district, ...from }]} onShow={() => undefined} />);
    expect(screen.getByRole('listitem').textContent).toContain(`${words} · `);
  });
});
