/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { RegisterImportView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { ImportPage } from './import-page.js';

const row = (number: number, outcome: RegisterImportView['rows'][number]['outcome'], words: string) => ({ number, id: `b${number}`, name: `Орган ${number}`, outcome, words: [words] });
const REFUSED: RegisterImportView = {
  dryRun: true,
  written: false,
  counts: { created: 1, changed: 0, closed: 0, unchanged: 5, refused: 1 },
  rows: [row(7, 'refused', 'БИН указан неверно.'), row(2, 'created', 'Новая организация.')],
};
const FINE: RegisterImportView = { ...REFUSED, counts: { ...REFUSED.counts, refused: 0 }, rows: [row(2, 'created', 'Новая организация.')] };

let answers: RegisterImportView[];
let asked: { path: string; init: RequestInit }[];
beforeEach(async () => {
  asked = [];
  await act(() => chooseLanguage('ru'));
  globalThis.fetch = jest.fn((path: string, init: RequestInit) => {
    asked.push({ path, init });
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answers.shift())) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter>
        <ImportPage />
      </MemoryRouter>
    </Providers>,
  );
});
afterEach(cleanup);
jest.setTimeout(30_000);

const choose = (name: string, content = 'id;name') =>
  act(() => fireEvent.change(screen.getByLabelText('Выбрать файл', { selector: 'input' }), { target: { files: [new File([content], name)] } }));
const press = async (name: string, inside: HTMLElement = document.body): Promise<void> => {
  const button = await within(inside).findByRole('button', { name });
  act(() => void fireEvent.click(button));
};

describe('importing the register', () => {
  it.each([
    ['bodies.pdf', 'x', 'нужен файл XLSX или CSV'],
    ['bodies.csv', '', 'пуст'],
  ])('tells before anything is sent that %s will not do', async (name, content, words) => {
    await choose(name, content);
    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(asked).toEqual([]);
  });

  it('says of each row what would become of it, refused ones first, and offers no writing while there are any', async () => {
    answers = [REFUSED];
    await choose('bodies.csv');
    await screen.findByText(/Строк с отказом: 1/);
    expect(asked[0]?.path).toBe('/api/organisations/imports?dryRun=true&fileName=bodies.csv');
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('БИН указан неверно.'), expect.stringContaining('Новая организация.')]);
    expect(screen.queryByRole('button', { name: 'Записать в реестр' })).toBeNull();
  });

  it('shows the rows of one outcome', async () => {
    answers = [REFUSED];
    await choose('bodies.csv');
    await act(async () => fireEvent.click(await screen.findByText('Новые · 1')));
    expect(screen.getAllByRole('row').slice(1)).toHaveLength(1);
    expect(screen.queryByText('БИН указан неверно.')).toBeNull();
  });

  it('writes the same bytes after a question, and says so', async () => {
    answers = [FINE, { ...FINE, dryRun: false, written: true }];
    await choose('bodies.csv');
    await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Записать в реестр' })));
    expect(asked).toHaveLength(1);
    await press('Записать в реестр', await screen.findByRole('dialog'));
    await screen.findByText(/Записано в реестр\. Изменений: 1/);
    expect(asked[1]?.path).toBe('/api/organisations/imports?dryRun=false&fileName=bodies.csv');
    expect(asked[1]?.init.body).toBe(asked[0]?.init.body);
  });

  it('says that nothing was written when the register has changed since the check', async () => {
    answers = [FINE, { ...REFUSED, dryRun: false }];
    await choose('bodies.csv');
    await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Записать в реестр' })));
    await press('Записать в реестр', await screen.findByRole('dialog'));
    expect((await screen.findByRole('alert')).textContent).toContain('Ничего не записано');
    expect(screen.getByText('БИН указан неверно.')).toBeTruthy();
  });
});
