import type { ExposedPosition } from '@aigaq/api';
import { event, ExposedPositionsListedSchema, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import { analysisErrors } from './analysis.errors.js';
import { type Facts, personOf, type RiskAnalysis } from './analysis.js';

/**
 * The list of positions exposed to corruption risks as a whole, in place of the one before (Instruction 2024, task 1.4: determined by the
 * analysis, so not before it begins). It may be mended after the end: the register is kept.
 * @param version of the list that this one was made from
 */
export function listPositions(analysis: RiskAnalysis, by: Actor, { version, positions }: { version: number; positions: ExposedPosition[] }, { now, today }: Facts): Decision<RiskAnalysis> {
  if (analysis.isCancelled) {
    throw analysisErrors.over({ analysisId: analysis.id });
  }
  if (analysis.kind === 'external') {
    throw analysisErrors.external();
  }
  if (today < analysis.start) {
    throw analysisErrors.not_begun({ start: analysis.start });
  }
  if (version !== analysis.positionsVersion) {
    throw analysisErrors.list_changed({ version: analysis.positionsVersion });
  }
  const entry = { at: now, by: personOf(by), act: 'positions-listed' as const, step: null, reason: null, moved: [] };
  const told = event(ExposedPositionsListedSchema, {
    analysisId: analysis.id,
    organisationId: analysis.organisationId,
    ...{ positions: positions.length, listedBy: personOf(by), listedAt: timestampFromDate(now) },
  });
  const listed = { positions, positionsCount: positions.length, positionsVersion: version + 1, positionsListedOn: today };
  const next = { ...analysis, ...listed, history: [...analysis.history, entry] };
  return { next, events: [told] };
}
