export { type EvidenceRule, signersFor, type WantedDocument } from '@aigaq/evidence-rule';
export { isValidBin } from './bin.js';
export {
  ANALYSIS_STAGES,
  type AnalysisRules,
  type AnalysisStage,
  type AnalysisStepRule,
  type CheckSeverity,
  type OffsetStep,
  type PictureSection,
  type QuarterlyStep,
  type RiskPictureRules,
} from './analyses.js';
export type { ReferenceYear } from './calendar.js';
export { type Audience, type BodyGroup } from './audience.js';
export {
  type Card,
  type CardProject,
  cardSchema,
  type CardSubtask,
  type CardTask,
  codesFrom2022,
  type CodePair,
  type DeadlineRule,
  subtasksOf,
} from './card.js';
export type { CardForm, Frequency, Indicator } from './card-parts.js';
export { type CardSource, type CardSourceEntry, sourceEntries } from './card-source.js';
export type { ComplianceDocument, ScoreScale } from './compliance.js';
export type { Clocks, Deadlines } from './deadlines.js';
export {
  DATA_FOLDER,
  loadAnalysisRules,
  loadBodyGroups,
  loadCalendar,
  loadCard,
  loadCardSource,
  loadCentralBodies,
  loadComplianceDocuments,
  loadDeadlines,
  loadEntities,
  loadGlossary,
  loadHeads,
  loadNoticeTexts,
  loadOrganisations,
  loadPeople,
  loadReviewChains,
  loadRiskPicture,
  loadScoreScale,
  loadUnits,
  readData,
  type Term,
} from './load.js';
export type { AdministrativeUnit, CentralBody, DemonstrationEntity, Organisation } from './organisations.js';
export type { DemonstrationPerson, Head } from './people.js';
export { referenceErrors } from './reference.errors.js';
export type { ReviewChains } from './review-chains.js';
export {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Meta,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PERIOD_KINDS,
  type PeriodKind,
  SIGNER_LEVELS,
  type SignerLevel,
  YEARLY_PERIOD_KINDS,
  type YearlyPeriodKind,
} from './vocabulary.js';
