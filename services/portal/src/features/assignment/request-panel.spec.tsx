/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AssignmentView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { CasePanel } from './case-panel.js';
import { RequestPanel } from './request-panel.js';

jest.setTimeout(30_000);
afterEach(cleanup);

const NAME = { id: 'r', name: { kk: 'Облыс', ru: 'Область' }, kind: 'akimat-region' } as const;
const ASKED = { kind: 'extension', reason: 'Приказ на согласовании', day: '2026-06-12', by: { id: 'p', name: 'Асқар' }, at: '2026-05-20T04:00:00.000Z', decider: NAME } as const;
const assignment = (change: object) =>
  ({ id: 'a1', steps: 3, allowed: [], asked: null, excused: null, approved: null, holder: null, undoUntil: null, askable: { extension: null, notApplicable: null }, ...change }) as unknown as AssignmentView;

/** Shows a panel; gives what was posted. */
async function show(panel: React.ReactNode, answer: { status: number; body: object } = { status: 200, body: {} }): Promise<{ path: string; body: object }[]> {
  const posted: { path: string; body: object }[] = [];
  globalThis.fetch = jest.fn((path: string, { method, body }: RequestInit = {}) => {
    if (method === 'POST') {
      posted.push({ path, body: JSON.parse(body as string) as object });
    }
    return Promise.resolve({ ok: answer.status < 400, status: answer.status, text: () => Promise.resolve(JSON.stringify(answer.body)) });
  }) as unknown as typeof fetch;
  await act(() => chooseLanguage('ru'));
  render(<Providers client={newQueryClient()}>{panel}</Providers>);
  return posted;
}

const press = (name: string): boolean => fireEvent.click(screen.getAllByRole('button', { name }).at(-1)!);

describe('asking for more time', () => {
  it('says which days may be asked for, needs a reason, and sends what was seen', async () => {
    const range = { from: '2026-06-01', until: '2026-07-13' };
    const posted = await show(<RequestPanel assignment={assignment({ allowed: ['ask-extension'], askable: { extension: range, notApplicable: null } })} />);
    press('Попросить продление');
    expect(document.body.textContent).toContain('Можно выбрать день с 1 июня 2026 г. по 13 июля 2026 г.');
    press('Отправить');
    expect(document.body.textContent).toContain('Напишите причину');
    expect(posted).toEqual([]);
    fireEvent.change(screen.getByRole('textbox', { name: 'Причина' }), { target: { value: 'Приказ на согласовании' } });
    press('Отправить');
    await waitFor(() => expect(posted).toEqual([{ path: '/api/tasks/assignments/a1/requests', body: { kind: 'extension', reason: 'Приказ на согласовании', day: '2026-06-01', seen: 3 } }]));
  });

  it('shows those who decide what is asked for, why and by whom', async () => {
    const posted = await show(<RequestPanel assignment={assignment({ allowed: ['grant', 'refuse'], asked: ASKED })} />);
    for (const words of ['Запрошено продление до 12 июня 2026', 'Приказ на согласовании', 'Асқар', 'решает: Область']) {
      expect(document.body.textContent).toContain(words);
    }
    press('Разрешить');
    press('Разрешить');
    await waitFor(() => expect(posted).toEqual([{ path: '/api/tasks/assignments/a1/requests/grant', body: { day: '2026-06-12', seen: 3 } }]));
  });
});

describe('a case', () => {
  it('that somebody else was faster with says who did what, and when', async () => {
    const body = { code: 'assignment.changed', detail: 'Задание изменилось.', status: 409, title: '', type: '', data: { by: 'Гүлнар Оспанова', act: 'passed-on', at: '2026-05-20T04:00:00.000Z' } };
    await show(<CasePanel assignment={assignment({ allowed: ['take'] })} />, { status: 409, body });
    press('Взять в работу');
    await waitFor(() => expect(document.body.textContent).toContain('Последнее действие: Передано дальше — Гүлнар Оспанова'));
  });

  it('says for which hashes an acceptance stands', async () => {
    const approved = { at: '2026-05-20T04:00:00.000Z', by: { id: 'k', name: 'Куратор' }, sha256: ['ab'.repeat(32)] };
    await show(<CasePanel assignment={assignment({ approved })} />);
    expect(document.body.textContent).toContain('Принято: Куратор');
    expect(document.body.textContent).toContain('abababababab…');
  });
});
