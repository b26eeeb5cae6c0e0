import type { Subject } from '@aigaq/api';

/** What the card says about the proof of a subtask (CardPublished). */
export interface EvidenceRule {
  /** Kinds of document of the card; empty = any. */
  kinds: string[];
  signers: string[];
  /** Kind of body -> levels that sign there instead of `signers`. */
  signersByKind: Record<string, string[]>;
  approval: string;
  stamp: string;
}

/** The rule of one subtask of one published edition; its id is `<edition>:<subtask code>`. */
export interface SubtaskRule {
  edition: string;
  subtaskCode: string;
  projectCode: string;
  secrecy: string;
  rule: EvidenceRule;
}

/** An assignment, as far as its evidence is concerned. */
export interface KnownAssignment {
  id: string;
  organisationId: string;
  edition: string;
  subtaskCode: string;
}

/** What a paper will be measured by. */
export interface Provable extends SubtaskRule {
  subject: Subject;
  organisationId: string;
}

export function ruleId(edition: string, subtaskCode: string): string {
  return `${edition}:${subtaskCode}`;
}

/** The parts of the id of a compliance document, `<entity id>:<subtask code>`. */
export function complianceParts(id: string): { organisationId: string; subtaskCode: string } | undefined {
  const [, organisationId, subtaskCode] = /^([a-z0-9-]+):(\d+(?:\.\d+)+)$/.exec(id) ?? [];
  return organisationId && subtaskCode ? { organisationId, subtaskCode } : undefined;
}

/** One line for an index: types have no slash in them. */
export function subjectKey({ type, id }: Subject): string {
  return `${type}/${id}`;
}
