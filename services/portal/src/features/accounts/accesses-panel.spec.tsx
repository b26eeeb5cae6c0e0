/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AccountRow, BodyView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { AccessesPanel } from './accesses-panel.js';

const organisation = { id: 'auliekol', name: { kk: 'Әулиекөл', ru: 'Аулиеколь' }, kind: 'akimat-district' as const };
const body = { ...organisation, allowed: ['manage-accounts'] } as unknown as BodyView;
const person = { id: 'p1', name: 'Серікова Айгүл' };
const account: AccountRow = {
  id: 'p1',
  username: 'a.serikova',
  name: person.name,
  email: 'a@gov.kz',
  status: 'invited',
  provisioned: false,
  memberships: [{ id: 'm1', person, organisation, role: 'executor', from: '2026-01-10', until: null, inForce: true, mayEnd: true }],
};
const REFUSAL = { type: '', title: '', status: 409, code: 'membership.already_ended', detail: 'Роль уже прекращена.' };

let posted: { path: string; body: unknown }[];
let passwords: number;
function answerTo(path: string, init: RequestInit): [status: number, answer: unknown] {
  if (init.method === 'POST') {
    posted.push({ path, body: JSON.parse(init.body as string) });
  }
  if (path.endsWith('/me')) {
    return [200, { id: 'p', name: 'P', memberships: [], acts: ['accounts.read', 'accounts.manage'] }];
  }
  if (path.endsWith('/temporary-password')) {
    passwords += 1;
    return [200, { temporaryPassword: `Tulpar-${passwords}` }];
  }
  if (path.endsWith('/end')) {
    return [409, REFUSAL];
  }
  return [200, init.method === 'POST' ? account : { items: [account], nextCursor: null }];
}

beforeEach(async () => {
  posted = [];
  passwords = 0;
  await act(() => chooseLanguage('ru'));
  globalThis.fetch = jest.fn((path: string, init: RequestInit) => {
    const [status, answer] = answerTo(path, init);
    return Promise.resolve({ ok: status < 300, status, text: () => Promise.resolve(JSON.stringify(answer)) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter>
        <AccessesPanel body={body} />
      </MemoryRouter>
    </Providers>,
  );
  await screen.findByText('Исполнитель');
});
afterEach(cleanup);
jest.setTimeout(30_000);

const press = async (name: string | RegExp, inside: HTMLElement = document.body): Promise<void> => {
  const button = await within(inside).findByRole('button', { name });
  act(() => void fireEvent.click(button));
};
const type = (label: string | RegExp, value: string) => fireEvent.change(within(screen.getByRole('dialog')).getByLabelText(label), { target: { value } });

describe('accesses of a body', () => {
  it('say whether the person has signed in and whether the identity server has the account', () => {
    expect(screen.getByText('Приглашён, ещё не входил')).toBeTruthy();
    expect(screen.getByText('Ожидает сервера входа')).toBeTruthy();
  });

  it('show a temporary password once: closed, it is gone, and the next one is another', async () => {
    await press('Временный пароль');
    expect(posted).toEqual([]);
    await press('Создать пароль');
    await screen.findByText('Tulpar-1');
    await press('Скопировано, закрыть');
    await waitFor(() => expect(document.body.textContent).not.toContain('Tulpar-1'));
    await press('Временный пароль');
    expect(document.body.textContent).not.toContain('Tulpar');
    await press('Создать пароль');
    await screen.findByText('Tulpar-2');
    expect(posted.map(({ path }) => path)).toEqual(Array(2).fill('/api/organisations/accounts/p1/temporary-password'));
  });

  it('tell what is missing before a person is invited, then send it', async () => {
    await press('Пригласить сотрудника');
    await press('Пригласить сотрудника', screen.getByRole('dialog'));
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'Напишите фамилию.',
      'Напишите имя.',
      'Логин — не короче трёх знаков: латинские буквы, цифры, точка, дефис.',
      'Проверьте адрес электронной почты.',
      'Выберите роль.',
    ]);
    expect(posted).toEqual([]);
    type('Фамилия', 'Омаров');
    type('Имя', ' Бауыржан ');
    type('Логин', 'B.Omarov');
    type('Электронная почта', 'b.omarov@gov.kz');
    fireEvent.mouseDown(within(screen.getByRole('dialog')).getByLabelText('Роль'));
    fireEvent.click(await screen.findByTitle('Координатор'));
    await press('Пригласить сотрудника', screen.getByRole('dialog'));
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]).toEqual({
      path: '/api/organisations/accounts',
      body: expect.objectContaining({ username: 'b.omarov', lastName: 'Омаров', firstName: 'Бауыржан', locale: 'ru', organisationId: 'auliekol', role: 'coordinator', until: null }),
    });
  });

  it('give the refusal of the service in its words and keep what was typed', async () => {
    await press('Прекратить роль: Исполнитель, Серікова Айгүл');
    type('Основание', 'Приказ № 5');
    await press('Прекратить роль', screen.getByRole('dialog'));
    expect((await screen.findByText('Роль уже прекращена.')).closest('[role="alert"]')).toBeTruthy();
    expect(posted).toEqual([{ path: '/api/organisations/memberships/m1/end', body: { reason: 'Приказ № 5' } }]);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Основание').value).toBe('Приказ № 5');
  });
});
