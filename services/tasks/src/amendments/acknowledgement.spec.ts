import { DISTRICT, EXECUTOR, NOW, REGION, sample, SECOND_ADMIN } from '../../test/examples.js';
import { acknowledge, type Acknowledgement, askBody } from './acknowledgement.js';
import { type Announcement, announceTo } from './announcement.js';

const version = { id: '2024:2', edition: '2024', cardVersion: 2 };
const pending: Acknowledgement = {
  id: `2024:2:${DISTRICT}`,
  edition: '2024',
  cardVersion: 2,
  organisationId: DISTRICT,
  scope: [DISTRICT, REGION],
  askedAt: NOW,
  state: 'pending',
  by: null,
  at: null,
};

describe('taking note of an amendment', () => {
  it('is asked of a body', () => expect(askBody(version, { id: DISTRICT, scope: [DISTRICT, REGION] }, NOW)).toEqual(pending));

  it('keeps who did it and when, and tells it', () => {
    const by = { id: EXECUTOR.id, name: EXECUTOR.name };
    expect(acknowledge(pending, EXECUTOR, NOW)).toEqual({ next: { ...pending, state: 'given', by, at: NOW }, events: [sample('CardChangesAcknowledged')] });
  });

  it('again changes nothing, whoever does it', () => {
    const { next } = acknowledge(pending, EXECUTOR, NOW)!;
    expect(acknowledge(next, SECOND_ADMIN, NOW)).toBeUndefined();
  });
});

describe('announcing an amendment', () => {
  const running: Announcement = { ...version, status: 'running', lastBody: '', bodies: 0 };

  it('tells a piece and remembers how far it is', () => {
    expect(announceTo(running, [DISTRICT], false)).toEqual({ next: { ...running, lastBody: DISTRICT, bodies: 1 }, events: [sample('CardChangesAnnounced')] });
  });

  it('is done with the last, and tells nothing when there is nobody', () => {
    expect(announceTo({ ...running, lastBody: 'x', bodies: 3 }, [], true)).toEqual({ next: { ...running, lastBody: 'x', bodies: 3, status: 'done' }, events: [] });
  });
});
