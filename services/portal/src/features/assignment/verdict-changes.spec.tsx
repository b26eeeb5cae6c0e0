/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import { act, cleanup, render, screen } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { chooseLanguage, type Language } from '../../texts/language.js';
import { VerdictChanges } from './verdict-changes.js';

const change = { at: '2026-05-21T04:00:00.000Z', evidenceId: 'e1', before: 'passed', after: 'person' } as const;

async function show(language: Language, changes: (typeof change)[]): Promise<void> {
  await act(() => chooseLanguage(language));
  render(
    <Providers client={newQueryClient()}>
      <VerdictChanges changes={changes} />
    </Providers>,
  );
}
afterEach(cleanup);

describe('what the machine says otherwise of what was handed in', () => {
  it('is not mentioned where there is nothing', async () => {
    await show('ru', []);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it.each([
    ['ru', 'Вывод машины изменился', 'было «Машина замечаний не нашла», стало «Нужен взгляд человека»', 'Решение остаётся за человеком'],
    ['kk', 'Машинаның қорытындысы өзгерді', 'бұрын — «Машина ескертпе таппады», енді — «Адам қарауы керек»', 'Шешімді адам қабылдайды'],
  ] as const)('is said in %s, with what it means', async (language, ...words) => {
    await show(language, [change]);
    for (const each of words) {
      expect(screen.getByRole('region').textContent).toContain(each);
    }
  });
});
