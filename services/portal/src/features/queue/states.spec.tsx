/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { AssignmentRow } from '@aigaq/api';
import { act, cleanup, render } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage } from '../../texts/language.js';
import { DueDay, WorkTag } from './states.js';

afterEach(cleanup);

const due = { status: 'in-review', dueOn: '2026-05-29', extendedTo: null, punctuality: 'on-time', workingDaysLeft: 3 } as const;

async function show(language: 'kk' | 'ru', row: Pick<AssignmentRow, 'status' | 'dueOn' | 'extendedTo' | 'punctuality' | 'workingDaysLeft'>): Promise<{ text: string; icon: string | null }> {
  await act(() => chooseLanguage(language));
  const { container } = render(
    <Providers client={newQueryClient()}>
      <DueDay row={row} />
    </Providers>,
  );
  return { text: container.textContent ?? '', icon: container.querySelector('.due-words [data-icon]')?.getAttribute('data-icon') ?? null };
}

describe('on time, on time by extension and late', () => {
  const three = [due, { ...due, extendedTo: '2026-06-12', punctuality: 'on-time-extended' }, { ...due, punctuality: 'late' }] as const;
  it.each([
    ['ru', ['сдано в срок', 'сдано в срок по продлению', 'сдано с опозданием']],
    ['kk', ['мерзімінде тапсырылды', 'ұзартылған мерзімде тапсырылды', 'кеш тапсырылды']],
  ] as const)('are three in words and in signs, not by colour alone (%s)', async (language, words) => {
    const shown = [];
    for (const row of three) {
      shown.push(await show(language, row));
      cleanup();
    }
    expect(new Set(shown.map(({ icon }) => icon)).size).toBe(3);
    shown.forEach(({ text }, number) => expect(text).toContain(words[number]));
  });

  it('show the day of the card beside an extension', async () => {
    const { text } = await show('ru', { ...due, extendedTo: '2026-06-12', punctuality: 'on-time-extended' });
    expect(text).toContain('29 мая 2026');
    expect(text).toContain('продлено до 12 июня 2026');
  });
});

it('what does not apply is said in words', async () => {
  await act(() => chooseLanguage('kk'));
  const { container } = render(
    <Providers client={newQueryClient()}>
      <WorkTag status="not-applicable" />
    </Providers>,
  );
  expect(container.textContent).toBe('Қолданылмайды');
});
