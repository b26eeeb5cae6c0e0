import { readFileSync } from 'node:fs';
import { loadComplianceDocuments, loadScoreScale } from '@aigaq/reference';
import fc from 'fast-check';
import type { RegisteredDocument } from '../documents/entity.js';
import { changeScore, pointsFor, scoreOn } from './score.js';

const sample = JSON.parse(readFileSync(new URL('../../../../proto/compliance/v1/samples/ScoreChanged.json', import.meta.url), 'utf8'));
const scale = loadScoreScale();
const documentCodes = loadComplianceDocuments().flatMap(({ code, isPublication }) => (isPublication ? [] : [code]));
const scoring = { scale, documentCodes, publicationCode: '3.2.9' };
const DAY = '2026-10-12';

const document = (code: string, fields: Partial<RegisteredDocument> = {}): RegisteredDocument => ({
  code,
  evidenceId: 'e',
  sha256: 's',
  validFrom: '2026-01-01',
  validUntil: null,
  publicationUrl: null,
  registeredBy: { id: 'p', name: 'P' },
  registeredAt: new Date('2026-01-01T00:00:00Z'),
  ...fields,
});
const entity = (...documents: RegisteredDocument[]) => ({ documents, validFrom: '2021-01-01', validUntil: null });
const ten = (have: number) => Array.from({ length: 10 }, (_, at) => entity(...(at < have ? [document('3.2.1')] : [])));

describe('the points of a subtask', () => {
  it.each([
    [10, 10, 2],
    [9, 10, 1.8],
    [8, 10, 1.6],
    [7, 10, 1.4],
    [6, 10, 1.2],
    [5, 10, 1],
    [4, 10, 0],
    [0, 10, 0],
    [59, 100, 1],
    [69, 100, 1.2],
    [99, 100, 1.8],
    [2, 3, 1.2],
    [1, 2, 1],
    [0, 0, 0],
    [7, 7, 2],
    [29, 41, 1.4],
  ])('%d of %d give %d', (have, of, points) => expect(pointsFor(have, of, scale)).toBe(points));

  it('never fall when another entity has the document, and stay between nothing and the maximum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 499 }), (of, have) => {
        fc.pre(have < of);
        const [now, then] = [pointsFor(have, of, scale), pointsFor(have + 1, of, scale)];
        expect(then).toBeGreaterThanOrEqual(now);
        expect(then).toBeLessThanOrEqual(scale.maximumPoints);
      }),
    );
  });
});

describe('the score of a supervising body', () => {
  it('has a row for each subtask and says what gives the next step', () => {
    const score = scoreOn(DAY, 'akimat-kostanay', ten(4), scoring);
    expect(score).toMatchObject({ id: 'akimat-kostanay', scaleVersion: 'SCORE_3_2:2024:1', score: 0, maximum: 18, entities: 10 });
    expect(score.rows).toHaveLength(9);
    expect(score.rows[0]).toEqual({ code: '3.2.1', have: 4, of: 10, percent: 40, score: 0, maximum: 2, next: { entities: 1, gain: 1 } });
  });

  it.each([
    [5, { entities: 1, gain: 0.2 }],
    [9, { entities: 1, gain: 0.2 }],
    [10, null],
    [0, { entities: 5, gain: 1 }],
  ])('with %d of ten: next %j', (have, next) => {
    expect(scoreOn(DAY, 'x', ten(have), scoring).rows[0]?.next).toEqual(next);
  });

  it('counts what is in force on the day and who lives on it', () => {
    const entities = [
      entity(document('3.2.1', { validUntil: '2026-10-12' })),
      entity(document('3.2.1', { validUntil: '2026-10-11' })),
      { ...entity(document('3.2.1')), validUntil: '2026-10-11' },
    ];
    expect(scoreOn(DAY, 'x', entities, scoring).rows[0]).toMatchObject({ have: 1, of: 2, percent: 50, score: 1 });
    expect(scoreOn('2026-10-11', 'x', entities, scoring).rows[0]).toMatchObject({ have: 3, of: 3 });
  });

  it('counts the publication where all eight are in force and published', () => {
    const published = documentCodes.map((code) => document(code, { publicationUrl: 'https://example.kz' }));
    const rowOf = (...documents: RegisteredDocument[]) => scoreOn(DAY, 'x', [entity(...documents)], scoring).rows.at(-1);
    expect(rowOf(...published)).toMatchObject({ code: '3.2.9', have: 1, score: 2 });
    expect(rowOf(...published.slice(1))).toMatchObject({ have: 0 });
    expect(rowOf(...published.slice(1), document('3.2.1'))).toMatchObject({ have: 0 });
  });

  it('is nothing for who supervises nobody', () => {
    expect(scoreOn(DAY, 'x', [], scoring)).toMatchObject({ score: 0, entities: 0 });
    expect(scoreOn(DAY, 'x', [], scoring).rows[0]).toMatchObject({ percent: 0, next: null });
  });
});

describe('keeping a score', () => {
  const now = new Date('2026-10-12T05:00:00Z');
  const score = scoreOn(DAY, 'akimat-kostanay', ten(5), scoring);

  it('tells it when the points are others', () => {
    const decision = changeScore({ ...score, score: 0.8 }, score, now);
    expect(decision).toEqual({ next: score, events: [sample] });
  });

  it('keeps a first score of nothing and other counts without telling', () => {
    expect(changeScore(undefined, scoreOn(DAY, 'x', ten(1), scoring), now)?.events).toEqual([]);
    const more = scoreOn(DAY, 'akimat-kostanay', [...ten(5), entity(document('3.2.1'))], scoring);
    expect(changeScore(score, more, now)).toEqual({ next: more, events: [] });
  });

  it('writes nothing when nothing changed', () => expect(changeScore(score, { ...score }, now)).toBeUndefined());
});
