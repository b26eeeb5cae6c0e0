import { aggregateSchema, unrecorded } from '@aigaq/service';

const localised = { kk: String, ru: String };

/** One document per body: an appointment may end another, and both are one write. */
export const ChairsSchema = aggregateSchema(
  {
    chairs: [{ _id: false, id: String, level: String, position: localised, from: String, until: { type: String, default: null } }],
    heads: [
      {
        _id: false,
        id: String,
        chairId: String,
        personName: localised,
        position: localised,
        level: String,
        acting: { type: { _id: false, orderNumber: String, orderDate: String }, default: null },
        from: String,
        until: { type: String, default: null },
      },
    ],
    vacancies: [{ _id: false, chairId: String, level: String, position: localised, since: String }],
    hasVacancy: unrecorded(Boolean),
    lookAgainOn: unrecorded(String),
  },
  'chairs',
  { followed: true },
);
// VacanciesRepository.page: bodies with a vacant chair, by id.
ChairsSchema.index({ hasVacancy: 1, _id: 1 });
// VacanciesRepository.due: where a vacancy may have begun or ended.
ChairsSchema.index({ lookAgainOn: 1 });
