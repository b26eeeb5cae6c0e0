import type { Actor } from '@aigaq/kernel';
import { maySee, mustBeListed, requireCleared } from './secrecy.js';

const person = (...cleared: NonNullable<Actor['cleared']>): Actor => ({ id: 'p', name: 'P', memberships: [], cleared });
const NOT_NAMED: Actor = { id: 'p', name: 'P', memberships: [] };

const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('who may see what is secret', () => {
  it.each([
    ['nobody is named and it is not secret', NOT_NAMED, 'none', true],
    ['it is older than secrecy', NOT_NAMED, '', true],
    ['data on whistle-blowers, not named', NOT_NAMED, 'restricted', false],
    ['data on whistle-blowers, named for it', person('restricted'), 'restricted', true],
    ['data on whistle-blowers, named for tax secrecy', person('tax'), 'restricted', false],
    ['tax secrecy, named for both', person('restricted', 'tax'), 'tax', true],
    ['a reason that is not known here', person('restricted', 'tax'), 'state', false],
  ])('%s: %#', (_, actor, secrecy, seen) => {
    expect(maySee(actor, secrecy)).toBe(seen);
    expect(codeOf(() => mustBeListed(actor, secrecy))).toBe(seen ? undefined : 'secret.not_listed');
  });

  it.each([
    [person('tax'), 'tax', 'Проверка приложения № 2', undefined],
    [person('tax'), 'tax', undefined, 'secret.purpose_needed'],
    [person('tax'), 'tax', '  ', 'secret.purpose_needed'],
    [person('restricted'), 'tax', 'Проверка', 'secret.not_listed'],
    [NOT_NAMED, 'tax', undefined, 'secret.not_listed'],
    [NOT_NAMED, 'none', undefined, undefined],
  ])('reading wants a purpose: %#', (actor, secrecy, purpose, code) => {
    expect(codeOf(() => requireCleared(actor, secrecy, purpose))).toBe(code);
  });
});
