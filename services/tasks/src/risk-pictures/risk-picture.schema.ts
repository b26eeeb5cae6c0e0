import { aggregateSchema } from '@aigaq/service';
import { Schema } from 'mongoose';

export const RISK_PICTURE = 'RiskPicture';

const mixed = { type: [Schema.Types.Mixed], default: [] };

export const riskPictureSchema = aggregateSchema({ updated: mixed, entries: mixed }, 'risk_pictures');
