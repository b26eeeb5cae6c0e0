/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { EvidenceView, TwinsView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { Twins } from './twins.js';

const evidenceWith = (...codes: string[]) => {
  const findings = codes.map((code) => ({ code, outcome: 'person', text: { kk: code, ru: code }, page: null, box: null }));
  return { id: 'e1', check: { findings } } as unknown as EvidenceView;
};
const organisation = { id: 'o2', name: { kk: 'Жуалы ауданының әкімдігі', ru: 'Акимат Жуалынского района' }, kind: 'akimat-district' as const };
const answer: TwinsView = {
  organisationId: 'o1',
  items: [
    { kind: 'picture', strength: 0.97, differs: ['date', 'number'], year: 2025, paper: { id: 'e2', organisation, subject: { type: 'assignment', id: '2024:1.1.2:o2:2025' } } },
    { kind: 'exact', strength: 1, differs: [], year: 2024, paper: null },
  ],
};

function show(evidence: EvidenceView) {
  Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => undefined });
  const asked: string[] = [];
  globalThis.fetch = jest.fn((path: string) => {
    asked.push(path);
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(answer)), blob: () => Promise.resolve({}) });
  }) as unknown as typeof fetch;
  render(
    <Providers client={newQueryClient()}>
      <MemoryRouter>
        <Twins evidence={evidence} />
      </MemoryRouter>
    </Providers>,
  );
  return asked;
}

jest.setTimeout(30_000);

describe('papers handed in before', () => {
  beforeEach(() => chooseLanguage('ru'));

  it('are asked for only when the machine found any', () => {
    expect(show(evidenceWith('number'))).toEqual([]);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('say how they are alike, what differs, whose they are, and show both pages', async () => {
    const asked = show(evidenceWith('recycled'));
    const [own, stranger] = await screen.findAllByRole('listitem', {}, { timeout: 10_000 });
    expect(own?.textContent).toContain('Та же картинка');
    expect(own?.textContent).toContain('Отличается: дата, номер');
    expect(within(own!).getByRole('link', { name: 'Акимат Жуалынского района' }).getAttribute('href')).toBe('/assignments/2024%3A1.1.2%3Ao2%3A2025');
    expect(within(own!).getAllByRole('figure')).toHaveLength(2);
    expect(asked).toContain('/api/evidence/documents/e2/thumbnails/1');
    expect(stranger?.textContent).toContain('Документ другого органа, 2024 год');
    expect(within(stranger!).queryByRole('link')).toBeNull();
    expect(within(stranger!).queryByRole('figure')).toBeNull();
  });
});
