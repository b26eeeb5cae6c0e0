/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AssignmentView, SaveDraft } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { useDraft } from './draft.js';
import { keptCopy, newestOf } from './draft-copy.js';

jest.setTimeout(30_000);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const DRAFT = { chosen: ['e1'], left: [], remark: 'Черновик', zeroCase: false };
const assignment = (change: object = {}) => ({ id: 'a1', history: [], secrecy: 'none', allowed: ['submit'], ...change }) as unknown as AssignmentView;
const KEY = 'draft:p1:a1:0';

/** A service behind a line that can be cut. */
function serve(): { line: boolean; saved: SaveDraft[] } {
  const service = { line: true, saved: [] as SaveDraft[] };
  globalThis.fetch = jest.fn((path: string, { method, body }: RequestInit = {}) => {
    if (method === 'PUT' && !service.line) {
      return Promise.reject(new TypeError('cut'));
    }
    if (method === 'PUT') {
      service.saved.push(JSON.parse(body as string) as SaveDraft);
    }
    const answer = path.includes('/me') ? { id: 'p1', name: 'P', memberships: [], acts: [] } : { chosen: [], left: [], remark: '', zeroCase: false, savedAt: null };
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answer)) });
  }) as unknown as typeof fetch;
  return service;
}

const wrapper = ({ children }: { children: ReactNode }) => <Providers client={newQueryClient()}>{children}</Providers>;

describe('a draft', () => {
  it.each([
    ['there is none', undefined, null, null],
    ['the service has an empty one', { ...DRAFT, savedAt: null }, null, null],
    ['the service has it', { ...DRAFT, savedAt: '2026-05-20T04:00:00Z' }, null, DRAFT],
    ['the device has a newer one', { ...DRAFT, savedAt: '2026-05-20T04:00:00Z' }, { ...DRAFT, remark: 'Новее', savedAt: '2026-05-20T05:00:00Z' }, { ...DRAFT, remark: 'Новее' }],
    ['the service has a newer one', { ...DRAFT, savedAt: '2026-05-20T06:00:00Z' }, { ...DRAFT, remark: 'Старее', savedAt: '2026-05-20T05:00:00Z' }, DRAFT],
  ])('is the newest: %s', (_, stored, copy, expected) => expect(newestOf(stored, copy)).toEqual(expected));

  it('survives a line that is cut: kept on the device, saved when the line is back', async () => {
    const service = serve();
    service.line = false;
    const first = renderHook(() => useDraft(assignment()), { wrapper });
    await waitFor(() => expect(globalThis.fetch).toHaveBeenCalledTimes(2));
    await waitFor(() => {
      act(() => first.result.current.change({ remark: 'Приказ с приложением' }));
      expect(keptCopy(KEY)).toMatchObject({ remark: 'Приказ с приложением' });
    });
    await waitFor(() => expect(first.result.current.state).toBe('here'), { timeout: 5_000 });
    first.unmount();

    // The page is opened again.
    const second = renderHook(() => useDraft(assignment()), { wrapper });
    await waitFor(() => expect(second.result.current.draft.remark).toBe('Приказ с приложением'));
    service.line = true;
    act(() => second.result.current.change({ zeroCase: true }));
    await waitFor(() => expect(service.saved).toEqual([{ chosen: [], left: [], remark: 'Приказ с приложением', zeroCase: true }]), { timeout: 5_000 });
    await waitFor(() => expect([second.result.current.state, keptCopy(KEY)]).toEqual(['saved', null]));
  });

  it('of something secret is not kept on the device', async () => {
    serve();
    const { result } = renderHook(() => useDraft(assignment({ secrecy: 'tax' })), { wrapper });
    await waitFor(() => expect(globalThis.fetch).toHaveBeenCalled());
    act(() => result.current.change({ remark: 'Тайна' }));
    expect(localStorage).toHaveLength(0);
    await waitFor(() => expect(result.current.state).toBe('saved'), { timeout: 5_000 });
  });
});
