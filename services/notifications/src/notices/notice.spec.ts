import { noticesFor, type Occasion, passedOn, type Recipient } from './notice.js';

const occasion: Occasion = {
  occasionId: 'e1',
  code: 'assignment.returned',
  path: '/assignments/a1',
  data: { title: { kk: 'Бұйрық', ru: 'Приказ' } },
  at: new Date('2026-05-20T04:00:00Z'),
};
const texts = { 'assignment.returned': { kk: 'Қайтарылды: {title}', ru: 'Возвращено: {title}' } };
const person = (personId: string, ...organisationIds: string[]): Recipient => ({ personId, locale: 'kk', email: `${personId}@example.kz`, organisationIds });

describe('raising notices', () => {
  it('gives one to everybody concerned, in both languages', () => {
    expect(noticesFor(occasion, [person('p1', 'b1')], 'p9', texts)).toEqual([
      {
        id: 'e1:assignment.returned:p1',
        personId: 'p1',
        locale: 'kk',
        email: 'p1@example.kz',
        organisationIds: ['b1'],
        code: 'assignment.returned',
        text: { kk: 'Қайтарылды: Бұйрық', ru: 'Возвращено: Приказ' },
        path: '/assignments/a1',
        raisedAt: occasion.at,
        readAt: null,
        mailedAt: null,
      },
    ]);
  });

  it('tells a person once, whatever roles he holds, and never the one who did it', () => {
    const told = noticesFor(occasion, [person('p1', 'b1'), person('p1', 'b1', 'b2'), person('p2', 'b1')], 'p2', texts);
    expect(told.map(({ personId, organisationIds }) => [personId, organisationIds])).toEqual([['p1', ['b1', 'b2']]]);
  });

  it('passes to another person under the id that his own would have', () => {
    const [given] = noticesFor(occasion, [person('p1', 'b1', 'b2')], 'p9', texts);
    const [own] = noticesFor(occasion, [person('p2', 'b2')], 'p9', texts);
    expect(given && passedOn({ ...given, mailedAt: occasion.at }, person('p2', 'b2'))).toEqual(own);
  });

  it('does not invent a text', () => {
    expect(() => noticesFor({ ...occasion, code: 'nothing' }, [person('p1')], 'p9', texts)).toThrow('no text for the notice nothing');
  });
});
