import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type AnalysisRules, analysisRulesSchema, type RiskPictureRules, riskPictureSchema } from './analyses.js';
import { type BodyGroup, bodyGroupsSchema } from './audience.js';
import { calendarFileSchema, type ReferenceYear, referenceYear } from './calendar.js';
import { type CardSource, cardSourceSchema } from './card-source.js';
import { type Card, cardSchema } from './card.js';
import { type ComplianceDocument, complianceDocumentsSchema, type ScoreScale, scoreScaleSchema } from './compliance.js';
import { type Deadlines, deadlinesSchema } from './deadlines.js';
import {
  type AdministrativeUnit,
  centralBodiesSchema,
  type CentralBody,
  type DemonstrationEntity,
  entitiesSchema,
  type Organisation,
  organisationsOf,
  unitsSchema,
} from './organisations.js';
import { type DemonstrationPerson, type Head, headsSchema, peopleSchema } from './people.js';
import { referenceErrors } from './reference.errors.js';
import { type ReviewChains, reviewChainsSchema } from './review-chains.js';

/** `data/` of the project, seen from `src/` and from `dist/` alike. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../data', import.meta.url));

/**
 * Reads one file of `data/` and checks its form.
 * @throws `reference.unreadable` (missing, not JSON), `reference.invalid` with the first places that are wrong.
 */
export function readData<T>(file: string, schema: z.ZodType<T>, folder = DATA_FOLDER): T {
  const parsed = schema.safeParse(readJson(file, folder));
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw referenceErrors.invalid({ file, places: places.join('; ') });
  }
  return parsed.data;
}

function readJson(file: string, folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    throw referenceErrors.unreadable({ file, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The file of an edition; an edition is a name, never a path. */
function editionFile(kind: 'analyses' | 'cards' | 'deadlines' | 'review-chains', edition: string): string {
  if (!/^\d{4}[a-z0-9-]*$/.test(edition)) {
    throw referenceErrors.unreadable({ file: kind, reason: 'not an edition' });
  }
  return `${kind}/${edition}.json`;
}

/** The card of an edition: `2022`, `2024`. */
export const loadCard = (edition: string, folder?: string): Card => readData(editionFile('cards', edition), cardSchema, folder);

/** Everything that the document of an edition says, word for word: also what no field of the card takes. */
export const loadCardSource = (edition: '2022' | '2024', language: 'ru' | 'kk', folder?: string): CardSource =>
  readData(`cards/sources/${edition}.${language}.json`, cardSourceSchema, folder);

/** The groups that the sources name as executors, and who belongs to them. */
export const loadBodyGroups = (folder?: string): BodyGroup[] => readData('organisations/groups.json', bodyGroupsSchema, folder).groups;

/** All bodies named in the sources, with groups and bodies outside the programme. */
export const loadCentralBodies = (folder?: string): CentralBody[] =>
  readData('organisations/central.json', centralBodiesSchema, folder).bodies;

/** First and second level, 20 + 228. */
export const loadUnits = (folder?: string): AdministrativeUnit[] =>
  readData('organisations/administrative-units.json', unitsSchema, folder).units;

/** 200 fictional quasi-state entities. */
export const loadEntities = (folder?: string): DemonstrationEntity[] =>
  readData('demo/entities.json', entitiesSchema, folder).entities;

/** Every body of the programme in one list: Agency, central bodies, akimats, territorial departments, fictional entities. */
export const loadOrganisations = (folder?: string): Organisation[] =>
  organisationsOf(loadCentralBodies(folder), loadUnits(folder), loadEntities(folder));

/** People of the demonstration with their memberships. */
export const loadPeople = (folder?: string): DemonstrationPerson[] => readData('demo/people.json', peopleSchema, folder).people;

/** Register of heads of the demonstration. */
export const loadHeads = (folder?: string): Head[] => readData('demo/heads.json', headsSchema, folder).heads;

/** All years of the working-day calendar, oldest first. */
export function loadCalendar(folder = DATA_FOLDER): ReferenceYear[] {
  const files = readdirSync(join(folder, 'calendar')).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => referenceYear(readData(`calendar/${name}`, calendarFileSchema, folder)));
}

/** The eight documents of task 3.2 and their publication. */
export const loadComplianceDocuments = (folder?: string): ComplianceDocument[] =>
  readData('compliance/documents.json', complianceDocumentsSchema, folder).documents;

export const loadScoreScale = (folder?: string): ScoreScale => readData('compliance/score-scale.json', scoreScaleSchema, folder);

/** Proposed upload dates of an edition. */
export const loadDeadlines = (edition: string, folder?: string): Deadlines =>
  readData(editionFile('deadlines', edition), deadlinesSchema, folder);

/** Dates and checks of an internal analysis of corruption risks in an edition. */
export const loadAnalysisRules = (edition: string, folder?: string): AnalysisRules =>
  readData(editionFile('analyses', edition), analysisRulesSchema, folder);

/** Sections of the picture of risks and the schematic of the regions. */
export const loadRiskPicture = (folder?: string): RiskPictureRules => readData('analyses/risk-picture.json', riskPictureSchema, folder);

/** Who reviews the work of an edition, and who decides on extensions and on what does not apply. */
export const loadReviewChains = (edition: string, folder?: string): ReviewChains =>
  readData(editionFile('review-chains', edition), reviewChainsSchema, folder);

const term = z.strictObject({ ru: z.string(), kk: z.string(), en: z.string(), kkStatus: z.enum(['attested', 'proposed']) });
export type Term = z.infer<typeof term>;

/** Terms in three languages; `proposed` Kazakh terms are ours. */
export const loadGlossary = (folder?: string): Term[] =>
  readData('glossary.json', z.strictObject({ meta: z.unknown(), terms: z.array(term) }), folder).terms;

const noticeTextsSchema = z.object({ texts: z.record(z.string(), z.object({ kk: z.string().min(1), ru: z.string().min(1) })) });

/** The texts of notices by code, with `{placeholders}`. */
export const loadNoticeTexts = (folder?: string): Record<string, { kk: string; ru: string }> =>
  readData('notices/texts.json', noticeTextsSchema, folder).texts;
