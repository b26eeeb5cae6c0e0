import { aggregateSchema } from '@aigaq/service';

export const ImportSchema = aggregateSchema(
  {
    fileName: String,
    sha256: String,
    day: String,
    importedBy: { id: String, name: String },
    state: String,
    rows: String,
  },
  'imports',
);
// ImportsRepository.unfinished: what was accepted and is not carried out yet.
ImportSchema.index({ state: 1, _id: 1 });
