import { assignment, COORDINATOR, CURATOR, DISTRICT, EXECUTOR, inReview, NOW, REGION } from '../../test/examples.js';
import { cursorOf, listRequest } from './assignments.lists.js';

const query = (change: object = {}) => ({ view: 'queue', limit: 2, ...change }) as Parameters<typeof listRequest>[1];

describe('what is looked for', () => {
  it('in the queue: what my bodies have to do, the most urgent first', () => {
    expect(listRequest(EXECUTOR, query())).toEqual({
      where: { organisationId: { $in: [DISTRICT] }, status: { $in: ['open', 'returned'] }, kindOfProof: 'upload' },
      sort: { urgentOn: 1, _id: 1 },
      after: undefined,
      limit: 3,
    });
  });

  it.each([
    ['a coordinator', COORDINATOR, [REGION]],
    ['a curator', CURATOR, ['agency']],
    ['an executor', EXECUTOR, []],
  ])('for review by %s: what waits for his bodies', (_, actor, bodies) => {
    expect(listRequest(actor, query({ view: 'review' }))).toMatchObject({
      where: { $or: [{ reviewerId: { $in: bodies } }, { besideIds: { $in: bodies } }] },
      sort: { submittedAt: 1, _id: 1 },
    });
    expect(listRequest(actor, query({ view: 'requests' }))).toMatchObject({ where: { 'request.to': { $in: bodies } }, sort: { dueOn: 1, _id: 1 } });
  });

  it('of all: in the order of the card', () => {
    expect(listRequest(CURATOR, query({ view: 'all' }))).toMatchObject({ where: {}, sort: { _id: 1 } });
  });

  it('narrows a view and never widens it', () => {
    const { where } = listRequest(EXECUTOR, query({ organisationId: 'other', status: 'accepted', project: '1' }));
    expect(where).toEqual({ $and: [expect.objectContaining({ kindOfProof: 'upload' }), { organisationId: 'other', status: 'accepted', project: '1' }] });
  });
});

describe('the next page', () => {
  const last = inReview();

  it.each([
    ['queue', { $or: [{ urgentOn: { $gt: last.urgentOn } }, { urgentOn: last.urgentOn, _id: { $gt: last.id } }] }],
    ['review', { $or: [{ submittedAt: { $gt: NOW } }, { submittedAt: NOW, _id: { $gt: last.id } }] }],
    ['all', { _id: { $gt: last.id } }],
  ] as const)('of %s follows the last row', (view, after) => {
    expect(listRequest(EXECUTOR, query({ view, cursor: cursorOf(view, last) })).after).toEqual(after);
  });

  it.each([
    ['rubbish', 'rubbish'],
    ['something empty', ''],
    ['another form', Buffer.from('{"a":1}').toString('base64url')],
    ['an operator', Buffer.from('[{"$ne":1},{"$ne":1}]').toString('base64url')],
  ])('begins anew with %s', (_, cursor) => {
    expect(listRequest(EXECUTOR, query({ cursor })).after).toBeUndefined();
    expect(listRequest(EXECUTOR, query({ view: 'all', cursor })).after).toBeUndefined();
  });

  it('begins anew with a cursor of another view', () => {
    expect(listRequest(EXECUTOR, query({ view: 'review', cursor: cursorOf('all', assignment()) })).after).toBeUndefined();
  });
});
