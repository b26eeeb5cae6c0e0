import { noticesFor, type Occasion, type Recipient } from './notice.js';

const occasion: Occasion = {
  occasionId: 'e1',
  code: 'assignment.returned',
  path: '/assignments/a1',
  data: { title: { kk: 'Бұйрық', ru: 'Приказ' } },
  at: new Date('2026-05-20T04:00:00Z'),
};
const texts = { 'assignment.returned': { kk: 'Қайтарылды: {title}', ru: 'Возвращено: {title}' } };
const person = (personId: string): Recipient => ({ personId, locale: 'kk', email: `${personId}@example.kz` });

describe('raising notices', () => {
  it('gives one to everybody concerned, in both languages', () => {
    expect(noticesFor(occasion, [person('p1')], 'p9', texts)).toEqual([
      {
        id: 'e1:assignment.returned:p1',
        personId: 'p1',
        locale: 'kk',
        email: 'p1@example.kz',
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
    const told = noticesFor(occasion, [person('p1'), person('p1'), person('p2')], 'p2', texts);
    expect(told.map(({ personId }) => personId)).toEqual(['p1']);
  });

  it('does not invent a text', () => {
    expect(() => noticesFor({ ...occasion, code: 'nothing' }, [person('p1')], 'p9', texts)).toThrow('no text for the notice nothing');
  });
});
