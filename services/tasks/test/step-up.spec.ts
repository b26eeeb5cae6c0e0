import { PEOPLE, type TestService, type TokenOptions } from '@aigaq/testing';
import { API, startTasks } from './house.js';

const HALF_AN_HOUR_MS = 30 * 60_000;

let service: TestService;
beforeAll(async () => {
  service = await startTasks();
}, 180_000);
afterAll(() => service.stop());

describe('acts of weight', () => {
  const publish = (token: TokenOptions) => service.as(PEOPLE.admin, 'kk', token).post(`${API}/editions/2024/publish`, {});
  const accept = (token: TokenOptions) => service.as(PEOPLE.curator, 'kk', token).post(`${API}/assignments/some/accept`, {});

  it.each<[string, (token: TokenOptions) => ReturnType<typeof publish>, string]>([
    ['publishing the card', publish, 'card.publish'],
    ['the final verdict', accept, 'assignment.accept'],
  ])('%s needs a fresh login, and the refusal tells how to get one', async (_act, act, deed) => {
    for (const token of [{ acr: '1' }, { authTime: new Date(Date.now() - HALF_AN_HOUR_MS) }] as const) {
      const { status, body, headers } = await act(token);
      expect([status, body.code, body.data]).toEqual([403, 'token.step_up_needed', { deed }]);
      expect(body.detail).toContain('құпиясөзді қайта енгізу қажет');
      expect(headers['www-authenticate']).toMatch(/^Bearer error="insufficient_user_authentication".* acr_values="2", max_age="900"$/);
    }
    expect((await act({})).body.code).not.toBe('token.step_up_needed');
  });

  it('the usual ones do not', async () => {
    expect((await service.as(PEOPLE.admin, 'ru', { acr: '1' }).get(`${API}/editions`)).status).toBe(200);
  });
});
