import { aggregateSchema, unrecorded } from '@aigaq/service';
import { Schema } from 'mongoose';

export const RISK_ANALYSIS = 'RiskAnalysis';

const text = { type: String, required: true } as const;
const mixed = { type: [Schema.Types.Mixed], default: [] };

export const riskAnalysisSchema = aggregateSchema(
  {
    edition: text,
    year: { type: Number, required: true },
    kind: text,
    organisationId: text,
    organisationKind: text,
    regionId: { type: String, default: null },
    scope: { ...unrecorded([String]), required: true },
    object: text,
    start: text,
    end: text,
    team: mixed,
    stage: text,
    isCancelled: { type: Boolean, required: true },
    steps: mixed,
    positions: mixed,
    positionsCount: { type: Number, required: true },
    positionsVersion: { type: Number, required: true },
    positionsListedOn: { type: String, default: null },
    history: mixed,
  },
  'risk_analyses',
)
  // The analyses of a body, the newest first; its others when one is planned.
  .index({ organisationId: 1, start: -1, _id: -1 })
  // All that a superior or supervising body may see.
  .index({ scope: 1, start: -1, _id: -1 })
  // The whole country, the newest first; who has planned one for a year.
  .index({ start: -1, _id: -1 })
  .index({ year: 1, organisationId: 1 })
  // The picture of risks of a region.
  .index({ regionId: 1, stage: 1 });
