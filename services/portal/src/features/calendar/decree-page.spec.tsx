/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { CalendarYearView, DecreeView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { CalendarPage } from './calendar-page.js';
import { DecreePage } from './decree-page.js';

const version = { version: 1, source: 'Трудовой кодекс', importedAt: '2026-01-01T00:00:00.000Z', importedBy: null, isForecast: true, workingDays: 247 };
const YEAR: CalendarYearView = {
  ...version,
  year: 2026,
  holidays: [{ date: '2026-03-08', key: 'women', kind: 'state', name: { kk: 'Әйелдер күні', ru: 'Женский день' } }],
  transferred: [{ from: '2026-03-08', to: '2026-03-09', key: 'women' }],
  moved: [{ workingDay: '2026-06-13', dayOff: '2026-05-29' }],
  nonWorkingWeekdays: ['2026-03-09', '2026-05-29'],
  workingWeekendDays: ['2026-06-13'],
  versions: [version],
  recounted: null,
};
const day = { before: '2026-05-29', after: '2026-06-01' };
const PREVIEW: DecreeView = {
  ...{ year: 2026, version: 2, isStored: false, isUnchanged: false, workingDays: { before: 247, after: 247 } },
  days: [{ day: '2026-05-29', isWorking: false }],
  dates: [
    { of: 'assignments', edition: '2024', subtask: '1.1.2', period: '2026', count: 17, opensOn: { ...day, after: day.before }, dueOn: day, lockedOn: day },
    { of: 'card', edition: '2024', subtask: '1.1.2', period: '2026', count: 0, opensOn: { ...day, after: day.before }, dueOn: day, lockedOn: day },
  ],
  ...{ datesLeftOut: 3, assignments: 17 },
};

let asked: { path: string; body: { dryRun: boolean } | undefined }[];
let acts: string[];
let preview: DecreeView;
function answerTo(path: string, body: { dryRun: boolean } | undefined): unknown {
  if (path.endsWith('/me')) {
    return { id: 'p', name: 'P', memberships: [], acts };
  }
  return body ? { ...preview, isStored: !body.dryRun && !preview.isUnchanged } : path.endsWith('/years') ? [YEAR, { ...version, year: 2027 }] : YEAR;
}
beforeEach(async () => {
  [asked, acts, preview] = [[], ['card.read', 'calendar.manage'], PREVIEW];
  await act(() => chooseLanguage('ru'));
  globalThis.fetch = jest.fn((path: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as { dryRun: boolean }) : undefined;
    asked.push({ path, body });
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answerTo(path, body))) });
  }) as unknown as typeof fetch;
});
afterEach(cleanup);
jest.setTimeout(60_000);

function show(path: string): void {
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="calendar/:year" Component={CalendarPage} />
          <Route path="calendar/:year/decree" Component={DecreePage} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  );
}
const press = async (name: string, inside: HTMLElement = document.body): Promise<void> => {
  const button = await within(inside).findByRole('button', { name });
  await act(() => Promise.resolve(fireEvent.click(button)));
};
const decrees = () => asked.filter(({ body }) => body !== undefined).map(({ body }) => body);

describe('the calendar of a year', () => {
  it('says of each special day in words what it is', async () => {
    show('/calendar/2026');
    const march = await screen.findByRole('table', { name: 'март' });
    expect(within(march).getByRole('cell', { name: /^8.*Праздничный день: Женский день/ })).toBeTruthy();
    expect(within(march).getByRole('cell', { name: /^9.*перенесённый с праздника: Женский день/ })).toBeTruthy();
    expect(screen.getByText(/вместо 13 июня 2026/)).toBeTruthy();
    expect(screen.getByText('Прогноз')).toBeTruthy();
    expect(screen.getByText('Поставлено вместе с системой')).toBeTruthy();
    expect(screen.getByText('2027 (прогноз)')).toBeTruthy();
  });

  it.each([
    [['card.read', 'calendar.manage'], true],
    [['card.read'], false],
  ])('is changed by those who may: %j', async (held, expected) => {
    acts = held;
    show('/calendar/2026');
    await screen.findByRole('table', { name: 'март' });
    expect(screen.queryByRole('link', { name: 'Внести приказ' }) !== null).toBe(expected);
  });
});

describe('a decree', () => {
  const enter = async (): Promise<void> => {
    const field = await screen.findByRole('textbox', { name: 'Основание' });
    act(() => void fireEvent.change(field, { target: { value: 'Приказ № 436' } }));
  };

  it('is not sent while something is missing, which is said', async () => {
    show('/calendar/2026/decree');
    await press('Добавить перенос');
    await press('Посмотреть, что сдвинется');
    expect(screen.getByText('Укажите основание (не короче трёх знаков).')).toBeTruthy();
    expect(screen.getAllByText('Укажите день.')).toHaveLength(2);
    expect(decrees()).toEqual([]);
  });

  it('says first what would move, and is stored after a question', async () => {
    show('/calendar/2026/decree');
    await enter();
    await press('Посмотреть, что сдвинется');
    await screen.findByText(/Сдвинется заданий: 17; строк в таблице: 5/);
    expect(screen.getAllByText('29 мая 2026 г. → 1 июня 2026 г.')).toHaveLength(4);
    expect(screen.getByText('Сроки карты')).toBeTruthy();
    expect(decrees()).toEqual([{ dryRun: true, basedOn: 1, source: 'Приказ № 436', isForecast: true, moved: YEAR.moved, holidays: YEAR.holidays }]);
    await press('Сохранить новую версию');
    await press('Сохранить новую версию', await screen.findByRole('dialog'));
    await screen.findByText(/Сохранена версия 2\. Сроки пересчитываются, сдвинется заданий: 17/);
    expect(decrees().map((body) => body?.dryRun)).toEqual([true, false]);
  });

  it('that is changed after the count has to be counted again', async () => {
    show('/calendar/2026/decree');
    await enter();
    await press('Посмотреть, что сдвинется');
    await screen.findByText(/Сдвинется заданий: 17/);
    await press('Убрать перенос 1');
    expect(screen.queryByRole('button', { name: 'Сохранить новую версию' })).toBeNull();
  });

  it('that changes nothing is not stored', async () => {
    preview = { ...PREVIEW, isUnchanged: true, days: [], dates: [], datesLeftOut: 0, assignments: 0 };
    show('/calendar/2026/decree');
    await enter();
    await press('Посмотреть, что сдвинется');
    await screen.findByText('Календарь от этого не изменится: всё это в нём уже есть.');
    expect(screen.queryByRole('button', { name: 'Сохранить новую версию' })).toBeNull();
  });
});
