/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { EditionView, SetRule } from '@aigaq/api';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { RuleBuilderPage } from './rule-builder-page.js';

const title = { kk: 'Бұйрық шығару', ru: 'Издание приказа' };
const rule = {
  documents: [{ id: 'order', kind: 'order', name: { kk: 'бұйрық', ru: 'приказ' }, required: true, form: null }],
  ...{ alternatives: [], signers: ['first-head'], signersByKind: {}, approval: 'none', stamp: 'optional', accepts: ['file'], dateWindow: null, zeroCase: false },
};
const edition = (status: 'draft' | 'published') =>
  ({
    edition: '2024',
    status,
    projects: [{ code: '1', title, tasks: [{ code: '1.1', title, subtasks: [{ code: '1.1.2', title, audience: ['central'], rule }] }] }],
  }) as unknown as EditionView;

let sent: SetRule[];
async function show(status: 'draft' | 'published' = 'draft', code = '1.1.2') {
  sent = [];
  globalThis.fetch = ((_path: string, init: RequestInit = {}) => {
    if (init.method === 'PUT') {
      sent.push(JSON.parse(init.body as string) as SetRule);
    }
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(edition(status))) });
  }) as unknown as typeof fetch;
  await act(() => chooseLanguage('ru'));
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={[`/card/2024/rules/${code}`]}>
        <Routes>
          <Route path="/card/:edition/rules/:code" element={<RuleBuilderPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  );
  await screen.findByText('Как это прочитают исполнитель и проверяющий');
}
afterEach(cleanup);

describe('building the rule of a subtask', () => {
  it('shows in both languages how it will be read, while it is written', async () => {
    await show();
    expect(screen.getByText('Обязательно: приказ; вид — приказ; файл.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('На русском'), { target: { value: 'приказ о графике' } });
    expect(screen.getByText('Обязательно: приказ о графике; вид — приказ; файл.')).toBeTruthy();
    expect(screen.getByText('Міндетті: бұйрық; түрі — бұйрық; файл.')).toBeTruthy();
  });

  it('saves it into the draft', async () => {
    await show();
    fireEvent.click(screen.getByLabelText('Обязателен'));
    fireEvent.click(screen.getByText('Сохранить'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.rule).toEqual({ ...rule, documents: [{ ...rule.documents[0], required: false }] });
  });

  it('sends nothing without the names in both languages, and says so', async () => {
    await show();
    fireEvent.click(screen.getByText('Добавить документ'));
    fireEvent.click(screen.getByText('Сохранить'));
    expect((await screen.findAllByText('Заполните названия на обоих языках.')).length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    fireEvent.click(screen.getByText('Убрать документ 2'));
    fireEvent.click(screen.getByText('Сохранить'));
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('only shows the rule of what is published', async () => {
    await show('published');
    expect(screen.queryByText('Сохранить')).toBeNull();
    expect(screen.getByText('Обязательно: приказ; вид — приказ; файл.')).toBeTruthy();
  });
});
