import { DomainError } from '@aigaq/kernel';
import { isOutage } from './outage.js';

const named = (name: string, extra: object = {}): Error => Object.assign(new Error('x'), { name, ...extra });

describe('telling an outage from a fault', () => {
  it.each<[string, unknown, boolean]>([
    ['a door that is unavailable', new DomainError('unavailable', 'store.unavailable', 'x'), true],
    ['a refusal', new DomainError('conflict', 'task.wrong_status', 'x'), false],
    ['a refused connection', named('Error', { code: 'ECONNREFUSED' }), true],
    ['an outage as the cause', new Error('x', { cause: named('Error', { code: 'ECONNRESET' }) }), true],
    ['several addresses refused', new AggregateError([named('Error', { code: 'ECONNREFUSED' })]), true],
    ['no server to choose', named('MongoServerSelectionError'), true],
    ['no server for mongoose', named('MongooseServerSelectionError'), true],
    ['the database behind FerretDB gone', named('MongoServerError', { code: 1 }), true],
    ['a duplicate key', named('MongoServerError', { code: 11000 }), false],
    ['a mistake in the code', new TypeError('x'), false],
    ['something that is no error', 'x', false],
  ])('%s', (_, error, expected) => expect(isOutage(error)).toBe(expected));
});
