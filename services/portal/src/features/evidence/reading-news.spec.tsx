/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { EvidenceView } from '@aigaq/api';
import { act, render } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { AnnouncerProvider } from '../../ui/announcer.js';
import { DocumentList } from './document-list.js';
import { useReadingNews } from './reading-news.js';

const paper = { id: 'e1', version: 1, fileName: 'long.pdf', size: 1, storedAt: '2026-11-20T05:00:00.000Z', uploadedBy: { id: 'p', name: 'P' }, pageCount: 200, files: [{}] };
const check = { verdict: 'passed' };
const states = [
  { ...paper, state: 'waiting', check: null, preliminary: null },
  { ...paper, state: 'waiting', check: null, preliminary: { pagesRead: 2, check } },
  { ...paper, state: 'waiting', check: null, preliminary: { pagesRead: 40, check } },
  { ...paper, state: 'checked', check, preliminary: null },
] as unknown as EvidenceView[];

function Papers({ documents }: { documents: EvidenceView[] }) {
  useReadingNews(documents);
  return <DocumentList documents={documents} shownId={undefined} onShow={() => undefined} handedIn={new Set()} />;
}

describe('a long paper in the list', () => {
  it('says how far it is read, and is announced once with its first verdict and once with the last', async () => {
    await act(() => chooseLanguage('ru'));
    const client = newQueryClient();
    const shown = (place: number) => (
      <Providers client={client}>
        <AnnouncerProvider>
          <Papers documents={[states[place]!]} />
        </AnnouncerProvider>
      </Providers>
    );
    const { container, rerender } = render(shown(0));
    const words: (string | undefined)[] = [];
    const aloud: (string | undefined)[] = [];
    for (const place of [0, 1, 2, 3]) {
      rerender(shown(place));
      await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
      words.push(container.querySelector('.paper-states')?.textContent ?? '');
      aloud.push(document.querySelector('.unseen[aria-live]')?.textContent ?? '');
    }
    expect(words).toEqual(['Читается…', 'Читается: стр. 2 из 200', 'Читается: стр. 40 из 200', expect.not.stringContaining('Читается')]);
    expect(aloud).toEqual(['', expect.stringContaining('предварительный'), expect.stringContaining('предварительный'), expect.stringContaining('замечаний нет')]);
  });
});
