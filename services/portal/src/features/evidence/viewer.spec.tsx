/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { EvidenceView, Place } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { Viewer } from './viewer.js';

const field = { expected: [], found: null, outcome: null, confidence: null, page: null, box: null, role: null, isCorrectable: true, correction: null };
const evidence: EvidenceView = {
  id: 'e1',
  subject: { type: 'assignment', id: 'a1' },
  organisationId: 'o',
  secrecy: 'none',
  fileName: 'scan.pdf',
  mediaType: 'application/pdf',
  size: 1000,
  sha256: 'f'.repeat(64),
  files: [{ fileName: 'scan.pdf', mediaType: 'application/pdf', size: 1000, sha256: 'f'.repeat(64), pageCount: 2 }],
  version: 1,
  uploadedBy: { id: 'p', name: 'Серікова Айгүл' },
  uploadedFor: { id: 'o', name: { kk: 'Аудан', ru: 'Район' }, kind: 'akimat-district' },
  uploadedFrom: { id: 'r', name: { kk: 'Облыс', ru: 'Область' }, kind: 'akimat-region' },
  storedAt: '2026-11-20T05:00:00.000Z',
  pageCount: 2,
  state: 'checked',
  copy: 'ready',
  preliminary: null,
  rechecks: [],
  mayCorrect: true,
  corrections: [],
  fields: [
    ...[{ ...field, field: 'kind', expected: ['order'], found: 'order', outcome: 'passed' as const, page: 1, box: [0.3, 0.1, 0.6, 0.2] as [number, number, number, number] }],
    { ...field, field: 'number', found: '187' },
    { ...field, field: 'signed.0', role: 'end', expected: ['yes'], found: 'no', outcome: 'failed', page: 2, box: [0.1, 0.7, 0.9, 0.8] },
    { ...field, field: 'mark.0', role: 'signature', found: 'right', confidence: 0.6, page: 2, box: [0.2, 0.2, 0.3, 0.3] },
  ],
  check: {
    verdict: 'failed',
    kind: 'order',
    number: '187',
    date: '2026-10-12',
    language: 'kk',
    signatory: null,
    checkedAt: '2026-11-20T05:00:03.000Z',
    milliseconds: 2800,
    signatures: [],
    pages: [1, 2].map((page) => ({ page, width: 1000, height: 1414, blank: false, rotation: 0 })),
    findings: [
      { code: 'kind', outcome: 'passed', text: { kk: 'Бұйрық', ru: 'Приказ' }, page: 1, box: [0.3, 0.1, 0.6, 0.2] },
      { code: 'signature', outcome: 'failed', text: { kk: 'Қолтаңба жоқ', ru: 'Подписи нет' }, page: 2, box: [0.4, 0.7, 0.6, 0.8] },
      { code: 'signatory', outcome: 'passed', text: { kk: 'Қол қоюға құқылы', ru: 'Имеет право подписи' }, page: 2, box: [0.4, 0.7, 0.6, 0.8] },
      { code: 'quality', outcome: 'note', text: { kk: 'Сапасы жақсы', ru: 'Качество хорошее' }, page: null, box: null },
    ],
  },
};

function show(onPin?: (place: Place) => void, paper = evidence) {
  const { container } = render(
    <Providers client={newQueryClient()}>
      <Viewer evidence={paper} onPin={onPin} />
    </Providers>,
  );
  return { marks: () => [...container.querySelectorAll('[data-mark]')], container };
}

describe('the viewer of a paper', () => {
  beforeEach(() => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network in this test'));
  });

  it('names both bodies of what was uploaded on behalf', () => {
    const { container } = show();
    expect(container.textContent).toContain('Серікова Айгүл, Облыс — мына ұйым үшін: Аудан');
  });

  it('turns to the page of a finding and highlights its box', () => {
    const { marks } = show();
    expect(marks().map((mark) => mark.getAttribute('data-mark'))).toEqual(['kind:0']);
    fireEvent.click(screen.getByRole('button', { name: /Қолтаңба жоқ/ }));
    expect(marks().map((mark) => mark.className)).toEqual(['mark mark-passed', 'mark mark-failed is-selected', 'mark mark-note']);
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

describe('a long paper that is being read', () => {
  const waiting: EvidenceView = { ...evidence, pageCount: 200, state: 'waiting', fields: [], check: null, preliminary: { pagesRead: 37, check: evidence.check! } };
  beforeEach(() => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network in this test'));
  });
  afterEach(() => act(() => chooseLanguage('kk')));

  it.each([
    ['kk', 'Алдын ала', '37 / 200', 'Машина құжатты оқып жатыр'],
    ['ru', 'Предварительно', '37 из 200', 'Машина читает документ'],
  ] as const)('says in %s that this is not the last word, and how far the machine is', async (language, word, pages, reading) => {
    const { container, marks } = show(undefined, waiting);
    await act(() => chooseLanguage(language));
    const notice = container.querySelector('[data-preliminary]')?.textContent;
    expect(notice).toContain(word);
    expect(notice).toContain(pages);
    expect(container.textContent).not.toContain(reading);
    expect(screen.getByRole('button', { name: language === 'kk' ? /Қолтаңба жоқ/ : /Подписи нет/ })).toBeTruthy();
    expect(marks().map((mark) => mark.getAttribute('data-mark'))).toEqual(['kind:0']);
  });

  it('offers no field to correct yet', () => {
    const { container } = show(undefined, waiting);
    expect(container.querySelectorAll('[data-field]')).toHaveLength(0);
    expect(container.querySelector('.fields-to-come')).not.toBeNull();
  });

  it('has nothing preliminary before its ends are read', () => {
    const { container } = show(undefined, { ...waiting, preliminary: null });
    expect(container.querySelector('[data-preliminary]')).toBeNull();
    expect(container.textContent).toContain('Машина құжатты оқып жатыр');
  });
});

describe('what was expected beside what was found', () => {
  const sent: { path: string; body: unknown }[] = [];
  beforeEach(() => {
    sent.length = 0;
    globalThis.fetch = (path, init) => {
      if (init?.method === 'POST') {
        sent.push({ path: path as string, body: JSON.parse(init.body as string) });
      }
      return Promise.resolve(Response.json({ ...evidence, mayCorrect: false }));
    };
  });
  const rowOf = (container: HTMLElement, key: string) => within(container.querySelector<HTMLElement>(`[data-field="${key}"]`)!);

  it('jumps to the place of a field and shows its box', () => {
    const { marks, container } = show();
    fireEvent.click(rowOf(container, 'signed.0').getByRole('button', { name: /2-бет: орнын көрсету/ }));
    expect(marks().map((mark) => mark.getAttribute('data-mark'))).toEqual(['signatory:2', 'signature:1', 'field:signed.0', 'field:mark.0']);
  });

  it.each([
    ['signed.0', /^бар$/, 'yes'],
    ['kind', /Дұрыс$/, 'order'],
    ['mark.0', /^дұрыс емес$/, 'wrong'],
  ])('takes the word of the reviewer on %s', async (key, answer, value) => {
    const { container } = show();
    fireEvent.click(rowOf(container, key).getByRole('button', { name: answer, hidden: true }));
    await waitFor(() => expect(sent).toEqual([{ path: '/api/evidence/documents/e1/corrections', body: { field: key, value, revision: 0 } }]));
  });

  it('lets a value be written', async () => {
    const { container } = show();
    fireEvent.click(rowOf(container, 'number').getByRole('button', { name: /Түзету/ }));
    fireEvent.change(rowOf(container, 'number').getByRole('textbox'), { target: { value: ' 188-ө ' } });
    fireEvent.click(rowOf(container, 'number').getByRole('button', { name: 'Сақтау' }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ field: 'number', value: '188-ө', revision: 0 }));
  });

  it('goes from page to page by the arrows of the keyboard', () => {
    const { container } = show();
    const strip = container.querySelector('.thumbs')!;
    fireEvent.keyDown(strip, { key: 'ArrowRight' });
    expect(container.querySelector('[aria-current="page"]')?.textContent).toBe('2');
    fireEvent.keyDown(strip, { key: 'ArrowRight' });
    fireEvent.keyDown(strip, { key: 'Home' });
    expect(container.querySelector('[aria-current="page"]')?.textContent).toBe('1');
  });
});
