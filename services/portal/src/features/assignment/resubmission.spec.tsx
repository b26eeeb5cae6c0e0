/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AssignmentView, EvidenceView } from '@aigaq/api';
import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { replacedPapers, Resubmission } from './resubmission.js';

jest.setTimeout(30_000);
afterEach(cleanup);

const step = (act: string, evidenceIds: string[] = []) => ({ act, evidenceIds }) as unknown as AssignmentView['history'][number];
const paper = (id: string, kind: string | null) => ({ id, fileName: `${id}.pdf`, check: kind === null ? null : { kind } }) as unknown as EvidenceView;

describe('what is handed in again', () => {
  const documents = [paper('order1', 'order'), paper('plan1', 'plan'), paper('order2', 'order'), paper('plan2', 'plan'), paper('note', 'note')];
  it.each([
    ['nothing after one submission', [step('submitted', ['order1'])], []],
    ['each with the one of its kind', [step('submitted', ['order1', 'plan1']), step('returned'), step('submitted', ['plan2', 'order2'])], [{ before: 'plan1', after: 'plan2' }, { before: 'order1', after: 'order2' }]],
    ['what stayed aside', [step('submitted', ['order1', 'plan1']), step('submitted', ['order1', 'plan2'])], [{ before: 'plan1', after: 'plan2' }]],
    ['the one that is gone, where the kinds differ', [step('submitted', ['order1']), step('submitted', ['note'])], [{ before: 'order1', after: 'note' }]],
    ['nothing beside what is new', [step('submitted', ['order1']), step('submitted', ['order1', 'note'])], [{ before: null, after: 'note' }]],
  ])('is compared: %s', (_, history, expected) => expect(replacedPapers(history, documents)).toEqual(expected));

  it('is shown as two texts side by side, what differs marked', async () => {
    globalThis.fetch = jest.fn((path: string) => {
      const text = path.includes('order1') ? 'Бұйрық № 12' : 'Бұйрық № 187-ө';
      return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify({ state: 'ready', pages: [{ page: 1, text }] })) });
    }) as unknown as typeof fetch;
    await act(() => chooseLanguage('kk'));
    const history = [step('submitted', ['order1']), step('returned'), step('submitted', ['order2'])];
    const { container } = render(
      <Providers client={newQueryClient()}>
        <Resubmission history={history} documents={documents} />
      </Providers>,
    );
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect([container.querySelector('del')?.textContent, container.querySelector('ins')?.textContent]).toEqual(['12', '187-ө']));
  });
});
