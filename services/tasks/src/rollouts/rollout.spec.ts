import { DISTRICT, edition, REGION, sample } from '../../test/examples.js';
import { type Chunk, planRollout } from './plan.js';
import { beginRollout, recordChunk, type Rollout, startRollout } from './rollout.js';

const BODIES = [
  { id: REGION, kind: 'akimat-region', regionId: 'kostanay' },
  { id: DISTRICT, kind: 'akimat-district', regionId: 'kostanay' },
];
const chunks = planRollout(edition(), BODIES, '2026-05-20');
const chunk = chunks[0] as Chunk;
const planned = { edition: { edition: '2024', cardVersion: 1 }, year: 2026, plannedOn: '2026-05-20', bodies: BODIES, chunks, existing: 7 };
const ROLLOUT_ID = '019e43a4-4e00-7000-8000-000000000001';
const running: Rollout = {
  id: ROLLOUT_ID,
  edition: '2024',
  cardVersion: 1,
  year: 2026,
  status: 'running',
  plannedOn: '2026-05-20',
  bodyIds: [REGION, DISTRICT],
  planned: 2,
  existing: 7,
  chunks: 1,
  chunksDone: 0,
  stored: 0,
};
const stored = new Map([
  [`2024:1.1.2:${REGION}:2026`, REGION],
  [`2024:1.1.2:${DISTRICT}:2026`, DISTRICT],
]);

describe('starting a rollout', () => {
  it('keeps what the plan was made from and tells it', () => {
    expect(startRollout(ROLLOUT_ID, planned)).toEqual({ next: running, events: [sample('RolloutStarted')] });
  });

  it('is done at once when there is nothing to do', () => {
    expect(startRollout('r', { ...planned, chunks: [] }).next).toMatchObject({ status: 'done', planned: 0, chunks: 0 });
  });
});

describe('beginning to store', () => {
  it('keeps the calendars of this moment, and the plan made with them', () => {
    expect(beginRollout(running, ['2026:2'], [chunk, chunk])).toEqual({ next: { ...running, calendars: ['2026:2'], planned: 4, chunks: 2 }, events: [] });
  });

  it('is done when nothing is left with them', () => {
    expect(beginRollout(running, ['2026:2'], [])?.next).toMatchObject({ status: 'done', planned: 0, chunks: 0 });
  });

  it('happens once: what is gone on with keeps its calendars', () => {
    expect(beginRollout({ ...running, calendars: ['2026:1'] }, ['2026:2'], [chunk])).toBeUndefined();
  });
});

describe('recording a chunk', () => {
  it('counts what was stored, tells it, and ends with the last', () => {
    expect(recordChunk(running, 0, chunk, stored)).toEqual({
      next: { ...running, status: 'done', chunksDone: 1, stored: 2 },
      events: [sample('AssignmentsOpened')],
    });
  });

  it('goes on while there are more', () => {
    expect(recordChunk({ ...running, chunks: 2 }, 0, chunk, stored)?.next).toMatchObject({ status: 'running', chunksDone: 1 });
  });

  it('decides nothing for a chunk that is recorded already', () => {
    expect(recordChunk({ ...running, chunks: 2, chunksDone: 1 }, 0, chunk, stored)).toBeUndefined();
  });

  it('tells nothing when an earlier rollout had stored all of it', () => {
    expect(recordChunk(running, 0, chunk, new Map())).toEqual({ next: { ...running, status: 'done', chunksDone: 1 }, events: [] });
  });
});
