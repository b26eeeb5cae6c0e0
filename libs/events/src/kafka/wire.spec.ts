import type { StoredEvent } from '../stored-event.js';
import { fromMessage, toMessage } from './wire.js';

const event: StoredEvent = {
  id: 'e1', type: 'aigaq.audit.v1.ObjectRead', payload: { act: 'read' }, time: '2026-05-20T04:00:00.000Z', key: 'k', correlationId: 'c1', actor: { id: 'p1', name: 'Айгүл' },
};
const travelled = (sent: StoredEvent): StoredEvent => {
  const { key, value, headers } = toMessage(sent);
  const bytes = Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, Buffer.from(String(text))]));
  return fromMessage({ key: Buffer.from(String(key)), value: Buffer.from(String(value)), headers: bytes });
};

describe('an event on its way', () => {
  it('arrives as it was, with and without what the record of acts wants to know', () => {
    const record = {
      under: { organisationId: 'region', role: 'coordinator' as const },
      organisationId: 'district',
      changes: [{ field: 'name', before: null, after: { kk: 'Әкімдік', ru: 'Акимат' } }],
      reason: 'Жоқ',
      from: { address: '10.0.0.7', agent: 'Firefox' },
    };
    expect(travelled(event)).toEqual(event);
    expect(travelled({ ...event, record })).toEqual({ ...event, record });
  });

  it('leaves out changes that would make it too large, and says which they were', () => {
    const changes = Array.from({ length: 200 }, (_, number) => ({ field: `f${number}`, before: null, after: 'ы'.repeat(500) }));
    const { record } = travelled({ ...event, record: { organisationId: 'district', changes } });
    expect(record).toMatchObject({ organisationId: 'district', changes: [{ field: '*', after: { fields: expect.stringMatching(/^f0 f1 /) } }] });
    expect(JSON.stringify(record).length).toBeLessThan(2_000);
  });

  it('is undecodable when its record is not an object', () => {
    const message = { key: null, value: Buffer.from('{}'), headers: { ...toMessage(event).headers, record: '[]' } } as never;
    expect(() => fromMessage(message)).toThrow(expect.objectContaining({ code: 'event.undecodable' }));
  });
});
