/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AcknowledgementView, CardChange } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { ChangePage } from './change-page.js';

const title = { kk: 'Бұйрық шығару', ru: 'Издание приказа' };
const named = { level: 'subtask', code: '1.1.2', title } as const;
const changes: CardChange[] = [
  { kind: 'changed', ...named, field: 'description', before: { kk: 'Ескі', ru: 'Старое' }, after: { kk: 'Жаңа', ru: 'Новое' } },
  { kind: 'changed', ...named, field: 'dates.2026-H1', before: { opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' }, after: null },
  { kind: 'changed', ...named, field: 'evidence.signersByKind.akimat-district', before: ['akim'], after: ['akim', 'deputy'] },
  { kind: 'changed', ...named, field: 'evidence.stamp', before: 'optional', after: 'required' },
];
const view: AcknowledgementView = {
  ...{ id: '2024:2:a', edition: '2024', version: 2, state: 'pending', askedAt: '2026-05-20T04:00:00.000Z', by: null, at: null },
  organisation: { id: 'a', name: { kk: 'Әулиекөл', ru: 'Аулиеколь' }, kind: 'akimat-district' },
  allowed: ['acknowledge'],
  changes,
  assignments: [{ id: '2024:1.1.2:a:2026-H1', subtask: '1.1.2', period: '2026-H1', dueOn: '2026-05-29' }],
};

let posted: string[];
beforeEach(async () => {
  posted = [];
  await act(() => chooseLanguage('ru'));
  let shown = view;
  globalThis.fetch = jest.fn((path: string, init: RequestInit) => {
    if (init.method === 'POST') {
      posted.push(path);
      shown = { ...view, state: 'given', by: { id: 'p', name: 'Асқар' }, at: '2026-05-21T04:00:00.000Z', allowed: [] };
    }
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(shown)) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={['/changes/2024%3A2%3Aa']}>
        <Routes>
          <Route path="/changes/:id" element={<ChangePage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  );
  await screen.findByText('Аулиеколь');
});
afterEach(cleanup);

describe('what changed for me', () => {
  it.each([
    ['Описание', 'Старое', 'Новое'],
    ['Описание', 'Ескі', 'Жаңа'],
    ['Сроки: 1-е полугодие 2026 года', 'срок: 29 мая 2026', '—'],
    ['Кто подписывает: Акиматы районов', 'аким', 'аким; заместитель первого руководителя'],
    ['Печать', 'возможно', 'обязательно'],
  ])('says in words: %s, %s, %s', (name, before, after) => {
    const field = screen.getByText(name).closest('dl') as HTMLElement;
    const [was, is] = within(field).getAllByRole('definition');
    expect(was?.textContent).toContain(before);
    expect(is?.textContent).toContain(after);
  });

  it('leads to the work that it concerns', () => {
    expect(screen.getByRole('link', { name: /1\.1\.2/ }).getAttribute('href')).toBe('/assignments/2024%3A1.1.2%3Aa%3A2026-H1');
  });

  it('is taken note of, with who did it', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Ознакомлены' }));
    await screen.findByText(/Ознакомление отмечено: Асқар/);
    expect(posted).toEqual(['/api/tasks/acknowledgements/2024%3A2%3Aa/acknowledge']);
    expect(screen.queryByRole('button', { name: 'Ознакомлены' })).toBeNull();
  });
});
