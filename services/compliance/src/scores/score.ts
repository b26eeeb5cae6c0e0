import { event, ScoreChangedSchema, timestampFromDate } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { ScoreScale } from '@aigaq/reference';
import { type Entity, inForceOn } from '../documents/entity.js';

export interface ScoreRow {
  code: string;
  /** Entities that have it, of how many. */
  have: number;
  of: number;
  percent: number;
  score: number;
  maximum: number;
  /** How many more entities give the next step, and what it is worth; null at the top. */
  next: { entities: number; gain: number } | null;
}

/** The score of a supervising body for task 3.2, with all that explains it. */
export interface Score {
  /** The body. */
  id: string;
  scaleVersion: string;
  score: number;
  maximum: number;
  entities: number;
  rows: readonly ScoreRow[];
}

type Counted = Pick<Entity, 'documents' | 'validFrom' | 'validUntil'>;

export interface Scoring {
  scale: ScoreScale;
  /** Codes of the documents that are registered. */
  documentCodes: readonly string[];
  /** Code of the subtask that asks to publish all of them. */
  publicationCode: string | undefined;
}

/** Points are hundredths at the finest; this takes the noise of binary fractions away. */
const exact = (points: number): number => Math.round(points * 100) / 100;

/** Names the data by which a score was made, so that it can be made again for a past day. */
export function versionOf({ id, meta }: ScoreScale): string {
  return `${id}:${meta.edition}:${meta.version}`;
}

/**
 * Instruction 2024, line 579: 100 % - 2 points … 50 % - 1 point, each 10 % - 0.2. Whole steps only; what the text leaves open
 * (below 50 %, unit, denominator) is said by the scale.
 */
export function pointsFor(have: number, of: number, scale: ScoreScale): number {
  if (of === 0 || have * 100 < scale.floorPercent * of) {
    return scale.belowFloorPoints;
  }
  const stepsAbove = Math.floor((have * 100) / (of * scale.stepPercent)) - Math.floor(scale.floorPercent / scale.stepPercent);
  return exact(Math.min(scale.floorPoints + stepsAbove * scale.pointsPerStep, scale.maximumPoints));
}

/** The score of a body on a day, from the entities that it supervises. */
export function scoreOn(day: string, bodyId: string, entities: readonly Counted[], scoring: Scoring): Score {
  const { scale } = scoring;
  const living = entities.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil));
  const held = living.map((entity) => codesOf(entity, scoring, day));
  const rows = scale.subtasks.map((code) => row(code, held.filter((codes) => codes.has(code)).length, living.length, scale));
  return {
    id: bodyId,
    scaleVersion: versionOf(scale),
    score: exact(rows.reduce((sum, { score }) => sum + score, 0)),
    maximum: exact(rows.length * scale.maximumPoints),
    entities: living.length,
    rows,
  };
}

/** Instruction 2024, subtask 3.2.9: the documents of subtasks 1-8 are published; so it is held by who has published all of them. */
function codesOf(entity: Counted, { documentCodes, publicationCode }: Scoring, day: string): Set<string> {
  const held = new Set(inForceOn(entity, day));
  const published = entity.documents.filter(({ code, publicationUrl }) => publicationUrl !== null && held.has(code));
  const isPublished = documentCodes.every((code) => published.some((document) => document.code === code));
  return isPublished && publicationCode !== undefined ? held.add(publicationCode) : held;
}

function row(code: string, have: number, of: number, scale: ScoreScale): ScoreRow {
  const percent = of === 0 ? 0 : Math.round((have * 1000) / of) / 10;
  return { code, have, of, percent, score: pointsFor(have, of, scale), maximum: scale.maximumPoints, next: nextStep(have, of, scale) };
}

/** The smallest number of further entities that earns anything. */
function nextStep(have: number, of: number, scale: ScoreScale): ScoreRow['next'] {
  const now = pointsFor(have, of, scale);
  for (let more = 1; have + more <= of; more += 1) {
    const gain = exact(pointsFor(have + more, of, scale) - now);
    if (gain > 0) {
      return { entities: more, gain };
    }
  }
  return null;
}

/** Keeps a score that was made anew; it is told only when the points are others. */
export function changeScore(known: Score | undefined, score: Score, now: Date): Decision<Score> | undefined {
  if (known && sameAs(known) === sameAs(score)) {
    return undefined;
  }
  const previousScore = known?.score ?? 0;
  const told = {
    organisationId: score.id,
    score: score.score,
    previousScore,
    maximum: score.maximum,
    scaleVersion: score.scaleVersion,
    changedAt: timestampFromDate(now),
  };
  return { next: score, events: previousScore === score.score ? [] : [event(ScoreChangedSchema, told)] };
}

function sameAs({ scaleVersion, score, entities, rows }: Score): string {
  return JSON.stringify([scaleVersion, score, entities, rows.map(({ code, have, of }) => [code, have, of])]);
}
