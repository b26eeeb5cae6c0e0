import { z } from 'zod';

/**
 * POST /api/organisations/imports?dryRun=true|false, body = the XLSX or CSV file itself (`application/octet-stream`, 10 MB).
 * The columns are those of the export, GET /api/organisations/bodies/export?format=xlsx|csv.
 */
export const ImportQuery = z.strictObject({ dryRun: z.stringbool(), fileName: z.string().min(1).max(200) });
export type ImportQuery = z.infer<typeof ImportQuery>;
export const ExportQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']) });
export type ExportQuery = z.infer<typeof ExportQuery>;

export const ImportOutcome = z.enum(['created', 'changed', 'closed', 'unchanged', 'refused']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;
/** What becomes of one row; `number` as the spreadsheet counts (the heading is 1). */
export const ImportedRow = z.object({
  number: z.int(),
  id: z.string(),
  name: z.string(),
  outcome: ImportOutcome,
  /** In words, in the language that was asked for: which fields change from what to what, or why it is refused. */
  words: z.array(z.string()),
});
export type ImportedRow = z.infer<typeof ImportedRow>;
export const RegisterImportView = z.object({
  dryRun: z.boolean(),
  /** False: a row is refused, so nothing was written. */
  written: z.boolean(),
  counts: z.record(ImportOutcome, z.int()),
  /** All that is not `unchanged`, refused ones first; at most 1,000. */
  rows: z.array(ImportedRow),
});
export type RegisterImportView = z.infer<typeof RegisterImportView>;
