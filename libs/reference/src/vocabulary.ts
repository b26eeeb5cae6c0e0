import { z } from 'zod';

/** Kinds of bodies that the card speaks to; `akimat-district` is a district, a city of oblast significance or a city district. */
export const ORGANISATION_KINDS = [
  'agency',
  'agency-department',
  'central',
  'akimat-region',
  'akimat-district',
  'quasi-state',
] as const;

export const DOCUMENT_KINDS = [
  'order',
  'protocol',
  'note',
  'policy',
  'plan',
  'announcement',
  'letter',
  'schedule',
  'list',
  'report-form',
  'regulation',
  'instruction',
  'standard',
  'code-of-ethics',
  'certificate',
  'act',
  'table',
  'reference-note',
  'publication',
  'other',
] as const;

/** Levels of people who may sign evidence. */
export const SIGNER_LEVELS = ['first-head', 'deputy', 'head-of-apparatus', 'akim', 'ethics-officer', 'compliance-officer'] as const;

/** Kinds of periods; `once` is confirmed once in the year of the card. */
export const PERIOD_KINDS = ['year', 'half', 'quarter', 'month', 'once'] as const;

export const organisationKind = z.enum(ORGANISATION_KINDS);
export const documentKind = z.enum(DOCUMENT_KINDS);
export const signerLevel = z.enum(SIGNER_LEVELS);
export const periodKind = z.enum(PERIOD_KINDS);

export type OrganisationKind = z.infer<typeof organisationKind>;
export type DocumentKind = z.infer<typeof documentKind>;
export type SignerLevel = z.infer<typeof signerLevel>;
export type PeriodKind = z.infer<typeof periodKind>;

/** A text in both languages; neither may be missing. */
export const text = z.strictObject({ ru: z.string().trim().min(1), kk: z.string().trim().min(1) });

/** `YYYY-MM-DD`. */
export const isoDay = z.iso.date();

/** `proposed`: ours, not official; shown as such to the administrator. */
export const textStatus = z.enum(['proposed', 'official']);

/** Where a file comes from and what in it is ours. */
export const meta = z.looseObject({
  title: text,
  edition: z.string(),
  version: z.string(),
  source: z.string().min(1),
  proposed: z.array(z.string()),
});
export type Meta = z.infer<typeof meta>;
