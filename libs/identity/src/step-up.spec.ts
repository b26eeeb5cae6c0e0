import { ACTS } from './acts.js';
import { requireStepUp, STEP_UP } from './step-up.js';
import type { VerifiedToken } from './token-verifier.js';

const NOW = new Date('2026-10-12T05:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const token = (change: Partial<VerifiedToken>): VerifiedToken => ({ subject: 'p', username: 'p', name: 'P', expiresAt: NOW, ...change });

describe('a fresh login', () => {
  it.each(Object.entries(STEP_UP))('%s is part of an act that exists', (_deed, act) => {
    expect(Object.keys(ACTS)).toContain(act);
  });

  it.each<[string, Partial<VerifiedToken>]>([
    ['of this moment', { acr: '2', authTime: NOW }],
    ['of 15 minutes ago', { acr: '2', authTime: minutesAgo(15) }],
    ['a little ahead of our clock', { acr: '2', authTime: minutesAgo(-0.4) }],
  ])('is one %s', (_case, change) => {
    expect(() => requireStepUp(token(change), 'card.publish', NOW)).not.toThrow();
  });

  it.each<[string, Partial<VerifiedToken>]>([
    ['of the usual level', { acr: '1', authTime: NOW }],
    ['of more than 15 minutes ago', { acr: '2', authTime: minutesAgo(15.1) }],
    ['far ahead of our clock', { acr: '2', authTime: minutesAgo(-1) }],
    ['without a time', { acr: '2' }],
    ['without a level', { authTime: NOW }],
    ['of a level that nobody knows', { acr: '3', authTime: NOW }],
  ])('is not one %s', (_case, change) => {
    const refusal = expect.objectContaining({ kind: 'forbidden', code: 'token.step_up_needed', data: { deed: 'card.publish' } });
    expect(() => requireStepUp(token(change), 'card.publish', NOW)).toThrow(refusal);
  });

  it('is not one that nobody made', () => {
    expect(() => requireStepUp(undefined, 'audit.export', NOW)).toThrow(expect.objectContaining({ code: 'token.step_up_needed' }));
  });
});
