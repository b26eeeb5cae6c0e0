export { isValidBin } from './bin.js';
export type { ReferenceYear } from './calendar.js';
export {
  type Card,
  type CardProject,
  cardSchema,
  type CardSubtask,
  type CardTask,
  type DeadlineRule,
  type EvidenceRule,
  signersFor,
  subtasksOf,
  type WantedDocument,
} from './card.js';
export type { ComplianceDocument, ScoreScale } from './compliance.js';
export type { Clocks, Deadlines } from './deadlines.js';
export {
  DATA_FOLDER,
  loadCalendar,
  loadCard,
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
} from './vocabulary.js';
