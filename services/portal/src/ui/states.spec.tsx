/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../jest.setup.js';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { connectApi } from '../api/client.js';
import { ApiError, STEP_UP_NEEDED } from '../api/problem.js';
import { newQueryClient, Providers } from '../app/providers.js';
import { chooseLanguage } from '../texts/language.js';
import { Failure } from './states.js';

afterEach(cleanup);

describe('an act that needs a fresh login', () => {
  it.each([
    ['ru', 'Подтвердите, что это вы', 'Ввести пароль'],
    ['kk', 'Бұл сіз екеніңізді растаңыз', 'Құпиясөзді енгізу'],
  ] as const)('says so in %s, in the words of the service, and leads to the login', async (language, title, go) => {
    let left = 0;
    connectApi({
      token: () => Promise.resolve(undefined),
      renew: () => Promise.resolve(undefined),
      stepUp: () => {
        left += 1;
        return Promise.resolve();
      },
      language: () => language,
    });
    await act(() => chooseLanguage(language));
    render(
      <Providers client={newQueryClient()}>
        <Failure error={new ApiError(403, STEP_UP_NEEDED, 'why')} />
      </Providers>,
    );
    expect(screen.getByRole('alert').textContent).toContain(`${title}why`);
    fireEvent.click(screen.getByRole('button', { name: go }));
    expect(left).toBe(1);
  });
});
