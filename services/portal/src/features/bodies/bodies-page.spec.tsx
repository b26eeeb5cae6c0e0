/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { BodyRow, MeView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { BodiesPage } from './bodies-page.js';

const body = (id: string, kk: string, ru: string, more: Partial<BodyRow> = {}): BodyRow => ({
  id,
  name: { kk, ru },
  kind: 'akimat-district',
  shortName: { kk: '', ru: '' },
  legalForm: null,
  bin: null,
  parentId: null,
  regionId: null,
  validUntil: null,
  hasChildren: false,
  ...more,
});
const region = body('kostanay', 'Қостанай облысының әкімдігі', 'Акимат Костанайской области', { kind: 'akimat-region', hasChildren: true });
const district = body('auliekol', 'Әулиекөл ауданының әкімдігі', 'Акимат Аулиекольского района', { parentId: 'kostanay' });
const closed = body('taran', 'Таран ауданының әкімдігі', 'Акимат Тарановского района', { parentId: 'kostanay', validUntil: '2019-06-01' });

let asked: string[];
function answerTo(path: string, acts: string[]): unknown {
  const { pathname, searchParams } = new URL(path, 'http://portal');
  if (pathname.endsWith('/me')) {
    return { id: 'p', name: 'P', memberships: [{ organisation: region, role: 'coordinator' }], acts } satisfies MeView;
  }
  if (pathname.endsWith('/bodies/kostanay')) {
    return { ...region, ancestors: [] };
  }
  if (searchParams.get('parentId') === 'kostanay') {
    return { items: searchParams.get('closed') === 'true' ? [district, closed] : [district], nextCursor: null };
  }
  return { items: searchParams.has('search') ? [{ ...district, ancestors: [region] }] : [], nextCursor: null };
}

function show(acts = ['body.read'], at = '/bodies') {
  asked = [];
  globalThis.fetch = jest.fn((path: string) => {
    asked.push(path);
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answerTo(path, acts))) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter initialEntries={[at]}>
        <BodiesPage />
      </MemoryRouter>
    </Providers>,
  );
}
beforeEach(() => act(() => chooseLanguage('kk')));
afterEach(cleanup);
jest.setTimeout(30_000);

describe('the register of bodies', () => {
  it('begins with the own body and fetches what is below it when it is opened', async () => {
    show();
    const toggle = await screen.findByRole('button', { name: 'Қостанай облысының әкімдігі: бағынысты ұйымдар' });
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect((await screen.findByRole('link', { name: 'Әулиекөл ауданының әкімдігі' })).getAttribute('href')).toBe('/bodies/auliekol');
    fireEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('link', { name: 'Әулиекөл ауданының әкімдігі' })).toBeNull();
  });

  it('searches by what is typed and shows where each stands', async () => {
    show();
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: ' Әулиекөл ' } });
    const row = (await screen.findAllByRole('row'))[1]!;
    expect(within(row).getByRole('link').textContent).toBe('Әулиекөл ауданының әкімдігі');
    expect(row.textContent).toContain('Қостанай облысының әкімдігі');
    const search = new URL(asked.at(-1)!, 'http://portal').searchParams;
    expect(search.get('search')).toBe('Әулиекөл');
  });

  it('shows closed bodies when asked to, and keeps the filters in the address', async () => {
    show(['body.read'], '/bodies?closed=true');
    await screen.findByRole('link', { name: 'Таран ауданының әкімдігі' });
    expect(screen.getByText('Таратылған')).toBeTruthy();
  });

  it('offers import and registration to who may manage, export to who may export', async () => {
    show(['body.read']);
    await screen.findByRole('link', { name: 'Әулиекөл ауданының әкімдігі' });
    expect(screen.queryByRole('link', { name: 'Файлдан импорттау' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'XLSX' })).toBeNull();
    cleanup();
    show(['body.read', 'body.manage', 'body.export']);
    await screen.findByRole('link', { name: 'Файлдан импорттау' });
    expect(screen.getByRole('button', { name: /XLSX/ })).toBeTruthy();
  });

  it('offers to give the password again when an export needs it', async () => {
    show(['body.read', 'body.export']);
    const usual = globalThis.fetch;
    const refusal = { status: 403, code: 'token.step_up_needed', detail: 'Құпиясөзді қайта енгізіңіз.', fields: [] };
    globalThis.fetch = ((path: string, init?: RequestInit) =>
      path.includes('/export') ? Promise.resolve({ ok: false, status: 403, text: () => Promise.resolve(JSON.stringify(refusal)) }) : usual(path, init)) as typeof fetch;
    fireEvent.click(await screen.findByRole('button', { name: /CSV/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(refusal.detail);
    expect(within(dialog).getByRole('button', { name: 'Құпиясөзді енгізу' })).toBeTruthy();
  });
});
