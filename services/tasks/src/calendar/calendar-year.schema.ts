import { aggregateSchema } from '@aigaq/service';
import { Schema } from 'mongoose';

export const CALENDAR_YEAR = 'CalendarYear';

export const calendarYearSchema = aggregateSchema(
  {
    year: { type: Number, required: true },
    versions: { type: [Schema.Types.Mixed], required: true },
    recount: { type: Schema.Types.Mixed, default: null },
  },
  'calendar_years',
  { followed: true },
);
