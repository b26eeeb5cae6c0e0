import { DOCUMENT_KINDS, type DocumentKind, SIGNER_LEVELS, type SignerLevel } from '@aigaq/evidence-rule';
import { z } from 'zod';

export { DOCUMENT_KINDS, type DocumentKind, SIGNER_LEVELS, type SignerLevel };

/**
 * Kinds of bodies that the card speaks to. The akimats of cities of republican significance stand beside those of regions, those of
 * cities of oblast significance beside those of districts (and of city districts): a card that names the one means the other too.
 */
export const ORGANISATION_KINDS = [
  'agency',
  'agency-department',
  'central',
  'akimat-region',
  'akimat-republican-city',
  'akimat-district',
  'akimat-city',
  'quasi-state',
] as const;

/** Of quasi-state entities: АО, ТОО, ГКП, РГП, КГП, НАО, ГУ, ЧУ. */
export const LEGAL_FORMS = ['ao', 'too', 'gkp', 'rgp', 'kgp', 'nao', 'gu', 'chu'] as const;

/** Periods that a year has by itself; `once` is confirmed once in the year of the card. */
export const YEARLY_PERIOD_KINDS = ['year', 'half', 'quarter', 'month', 'once'] as const;

/** And those that begin with something that happens: for each person whom it concerns, for each analysis of risks. */
export const PERIOD_KINDS = [...YEARLY_PERIOD_KINDS, 'person', 'analysis'] as const;

export const organisationKind = z.enum(ORGANISATION_KINDS);
export const legalForm = z.enum(LEGAL_FORMS);
export const documentKind = z.enum(DOCUMENT_KINDS);
export const signerLevel = z.enum(SIGNER_LEVELS);
export const periodKind = z.enum(PERIOD_KINDS);
export const yearlyPeriodKind = z.enum(YEARLY_PERIOD_KINDS);

export type OrganisationKind = z.infer<typeof organisationKind>;
export type LegalForm = z.infer<typeof legalForm>;
export type PeriodKind = z.infer<typeof periodKind>;
export type YearlyPeriodKind = z.infer<typeof yearlyPeriodKind>;

/** A text in both languages; neither may be missing. */
export const text = z.strictObject({ ru: z.string().trim().min(1), kk: z.string().trim().min(1) });

/** `YYYY-MM-DD`. */
export const isoDay = z.iso.date();

/** `proposed`: ours, not official; `draft`: of a draft that was never approved. Both are shown as such to the administrator. */
export const textStatus = z.enum(['proposed', 'draft', 'official']);

/** Where a file comes from and what in it is ours. */
export const meta = z.looseObject({
  title: text,
  edition: z.string(),
  version: z.string(),
  source: z.string().min(1),
  proposed: z.array(z.string()),
});
export type Meta = z.infer<typeof meta>;
