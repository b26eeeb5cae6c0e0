export { type Coded, describeRule, type Language, type Phrase, sayRule, type Sentence, type Translate } from './describe.js';
export { type Evaluation, evaluateRule, missingOf, NO_FACTS, type Requirement, type RequirementState } from './evaluate.js';
export { type Days, type EvidencePaper, type Reason, REASON_CODES, type ReasonCode, type RuleFacts, type Seen } from './facts.js';
export { acceptsOf, type Alternative, countOf, type EvidenceRule, evidenceRule, signersFor, signersOf, type WantedDocument, wantedDocument } from './rule.js';
export { DOCUMENT_KINDS, type DocumentKind, readAs, SIGNER_LEVELS, type SignerLevel } from './vocabulary.js';
