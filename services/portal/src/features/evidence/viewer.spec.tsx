/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { EvidenceView, Place } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { Viewer } from './viewer.js';

const evidence: EvidenceView = {
  id: 'e1',
  subject: { type: 'assignment', id: 'a1' },
  organisationId: 'o',
  fileName: 'scan.pdf',
  mediaType: 'application/pdf',
  size: 1000,
  sha256: 'f'.repeat(64),
  version: 1,
  uploadedBy: { id: 'p', name: 'Серікова Айгүл' },
  storedAt: '2026-11-20T05:00:00.000Z',
  pageCount: 2,
  state: 'checked',
  check: {
    verdict: 'failed',
    kind: 'order',
    number: '187',
    date: '2026-10-12',
    language: 'kk',
    signatory: null,
    checkedAt: '2026-11-20T05:00:03.000Z',
    milliseconds: 2800,
    pages: [1, 2].map((page) => ({ page, width: 1000, height: 1414, blank: false, rotation: 0 })),
    findings: [
      { code: 'kind', outcome: 'passed', text: { kk: 'Бұйрық', ru: 'Приказ' }, page: 1, box: [0.3, 0.1, 0.6, 0.2] },
      { code: 'signature', outcome: 'failed', text: { kk: 'Қолтаңба жоқ', ru: 'Подписи нет' }, page: 2, box: [0.4, 0.7, 0.6, 0.8] },
      { code: 'quality', outcome: 'note', text: { kk: 'Сапасы жақсы', ru: 'Качество хорошее' }, page: null, box: null },
    ],
  },
};

function show(onPin?: (place: Place) => void) {
  const { container } = render(
    <Providers client={newQueryClient()}>
      <Viewer evidence={evidence} onPin={onPin} />
    </Providers>,
  );
  return { marks: () => [...container.querySelectorAll('[data-mark]')], container };
}

describe('the viewer of a paper', () => {
  beforeEach(() => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network in this test'));
  });

  it('turns to the page of a finding and highlights its box', () => {
    const { marks } = show();
    expect(marks().map((mark) => mark.getAttribute('data-mark'))).toEqual(['kind:0']);
    fireEvent.click(screen.getByRole('button', { name: /Қолтаңба жоқ/ }));
    expect(marks().map((mark) => mark.className)).toEqual(['mark mark-failed is-selected']);
    expect(screen.getByRole('button', { name: /Қолтаңба жоқ/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('says what has no place without a button', () => {
    show();
    expect(screen.queryByRole('button', { name: /Сапасы жақсы/ })).toBeNull();
    expect(screen.getByText(/Сапасы жақсы/)).toBeTruthy();
  });

  it('speaks the other language when asked to', async () => {
    show();
    await act(() => chooseLanguage('ru'));
    expect(await screen.findByRole('button', { name: /Подписи нет/ })).toBeTruthy();
    expect(document.documentElement.lang).toBe('ru');
    await act(() => chooseLanguage('kk'));
  });

  it('makes a place of a click on the page', () => {
    const onPin = jest.fn<(place: Place) => void>();
    const { container } = show(onPin);
    const layer = container.querySelector('.pin-layer') as HTMLElement;
    layer.setPointerCapture = () => undefined;
    layer.getBoundingClientRect = () => ({ left: 0, top: 0, width: 1000, height: 1414 }) as DOMRect;
    fireEvent.pointerDown(layer, { clientX: 500, clientY: 707 });
    fireEvent.pointerUp(layer, { clientX: 500, clientY: 707 });
    expect(onPin).toHaveBeenCalledTimes(1);
    expect(onPin.mock.calls[0]?.[0]).toMatchObject({ evidenceId: 'e1', page: 1 });
  });
});
