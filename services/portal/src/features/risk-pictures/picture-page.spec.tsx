/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { ExposedPosition, PositionsView, RiskPicturesView, RiskPictureView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { PositionsPage } from '../analyses/positions-page.js';
import { PicturePage } from './picture-page.js';
import { PicturesPage } from './pictures-page.js';

const row: ExposedPosition = { position: 'Главный специалист', unit: 'Отдел', function: 'Предоставление участков', regulation: 'Земельный кодекс', risk: 'Выбор без торгов', measure: 'Публиковать перечень' };
const NAME = { kk: 'Қостанай облысы', ru: 'Костанайская область' };
const body = (id: string, ru: string, kind: 'akimat-region' | 'akimat-district') => ({ id, name: { kk: ru, ru }, kind });
const title = (ru: string) => ({ kk: ru, ru });
const map: RiskPicturesView = {
  ...{ columns: 6, rows: 5 },
  regions: [
    { regionId: 'kostanay', name: NAME, column: 1, row: 1, positions: 12, risks: 3, entries: 0 },
    { regionId: 'astana', name: { kk: 'Астана', ru: 'Астана' }, column: 3, row: 1, positions: 0, risks: 0, entries: 1 },
  ],
};
const unsaid = { updatedOn: null, updatedBy: null, note: null, rows: [], entries: [] };
const picture: RiskPictureView = {
  ...{ regionId: 'kostanay', name: NAME, sources: [{ code: 'media', title: title('публикации в СМИ') }] },
  sections: [
    {
      ...unsaid,
      ...{ number: 1, title: title('Должности'), description: title('Описание'), content: 'positions', keeper: body('akimat-kostanay', 'Акимат области', 'akimat-region'), isStale: true, mayUpdate: true },
      rows: [{ ...row, organisation: body('district', 'Акимат района', 'akimat-district'), analysisId: 'district:2024-1' }],
    },
    { ...unsaid, ...{ number: 3, title: title('Карта рисков'), description: title('Описание'), content: 'entries', keeper: null, isStale: false, mayUpdate: false } },
  ],
};
const list: PositionsView = { analysisId: 'district:2024-1', version: 4, positions: [row], mayList: true };

let sent: { method: string; path: string; body: unknown }[];
function show(at: string) {
  sent = [];
  globalThis.fetch = jest.fn((path: string, init?: RequestInit) => {
    if (init?.method === 'POST' || init?.method === 'PUT') {
      sent.push({ method: init.method, path, body: JSON.parse(init.body as string) });
    }
    const answer = path.includes('/positions') ? list : path.endsWith('/risk-pictures') ? map : picture;
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answer)) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path="/risk-pictures" element={<PicturesPage />} />
          <Route path="/risk-pictures/:regionId" element={<PicturePage />} />
          <Route path="/analyses/:id/positions" element={<PositionsPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  );
}
beforeEach(() => act(() => chooseLanguage('ru')));
afterEach(cleanup);
jest.setTimeout(60_000);

describe('the picture of risks', () => {
  it('shows each region with its figure, whatever the colour', async () => {
    show('/risk-pictures');
    const tile = (await screen.findByRole('link', { name: NAME.ru })).closest('li');
    expect(tile?.textContent).toBe('Костанайская область12');
    expect(tile?.className).toContain('shade-4');
    fireEvent.click(screen.getByText('Карта рисков'));
    expect(tile?.textContent).toBe('Костанайская область0');
  });

  it('says of each section who keeps it, when it was brought up to date, and what is behind', async () => {
    show('/risk-pictures/kostanay');
    const first = await screen.findByRole('region', { name: 'Раздел № 1. Должности' });
    expect(first.textContent).toContain('Нужна актуализация');
    expect(first.textContent).toContain('Ведёт: Акимат области. Актуализация ещё не отмечалась.');
    expect(within(first).getByRole('link', { name: 'Акимат района' }).getAttribute('href')).toBe('/analyses/district%3A2024-1');
    const third = screen.getByRole('region', { name: 'Раздел № 3. Карта рисков' });
    expect(within(third).queryByRole('button')).toBeNull();
    fireEvent.click(within(first).getByRole('button'));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Сведения об актуализации раздела' }), { target: { value: 'Обновлено на сайте' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Отметить актуализацию' }));
    await act(() => Promise.resolve());
    expect(sent).toEqual([{ method: 'POST', path: '/api/tasks/risk-pictures/kostanay/sections/1', body: { note: 'Обновлено на сайте' } }]);
  });
});

describe('the list of positions', () => {
  it('is sent as a whole with the version that it was made from', async () => {
    show('/analyses/district%3A2024-1/positions');
    fireEvent.click(await screen.findByRole('button', { name: 'Главный специалист: Изменить' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Мера по устранению' }), { target: { value: '' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
    expect(within(dialog).getByText('Заполните это поле, не короче трёх знаков.')).toBeTruthy();
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Мера по устранению' }), { target: { value: 'Проводить торги' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
    await act(() => Promise.resolve());
    expect(sent).toEqual([{ method: 'PUT', path: '/api/tasks/analyses/district%3A2024-1/positions', body: { version: 4, positions: [{ ...row, measure: 'Проводить торги' }] } }]);
  });
});
