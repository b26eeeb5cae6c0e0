import type { RegisterDocument } from '@aigaq/api';
import { ComplianceDocumentRegisteredSchema, event, timestampFromDate } from '@aigaq/contracts';
import { dayOf } from '@aigaq/calendar';
import type { Actor, Decision, Localised } from '@aigaq/kernel';
import { documentErrors } from './document.errors.js';

/** One of the eight documents as it was registered last. Days are `YYYY-MM-DD` in Asia/Almaty, both belong to the time. */
export interface RegisteredDocument {
  /** Code of the subtask that asks for it. */
  code: string;
  evidenceId: string;
  /** Hash of the paper that was looked at. */
  sha256: string;
  validFrom: string;
  validUntil: string | null;
  publicationUrl: string | null;
  registeredBy: { id: string; name: string };
  registeredAt: Date;
}

/** What the register of bodies says of a quasi-state entity; `bodyVersion` is the version that it was copied from. */
export interface EntityBody {
  organisationId: string;
  /** As `scopeOf` of @aigaq/directory gives it, as far as those around it are known here. */
  scope: readonly string[];
  bodyVersion: number;
  name: Localised;
  bin: string;
  ancestorIds: readonly string[];
  supervisorIds: readonly string[];
  validFrom: string;
  validUntil: string | null;
  searchKey: string;
}

/** A quasi-state entity with its documents: one thing, so that the state of all of them is one read and one write. */
export interface Entity extends EntityBody {
  id: string;
  /** Those who supervise it and those who did: the score of each changes when it moves. */
  everSupervisorIds: readonly string[];
  documents: readonly RegisteredDocument[];
}

/** What is searched in and for: letters alike, whatever their case; ё is е. */
export function searchKey(text: string): string {
  return text.toLocaleLowerCase('kk').replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();
}

/** What is known here of a paper: copied from what the evidence service told. */
export interface Evidence {
  id: string;
  subjectType: string;
  subjectId: string;
  organisationId: string;
  sha256: string;
  /** passed, person or failed; null while it is being read. */
  verdict: string | null;
}

export type DocumentState = 'missing' | 'in-force' | 'expired';

/** Takes a newer fact about the body, or a place in the tree that is better known now; documents stay. */
export function keepEntity(known: Entity | undefined, id: string, body: EntityBody): Decision<Entity> | undefined {
  if (known && (known.bodyVersion > body.bodyVersion || isKept(known, body))) {
    return undefined;
  }
  const everSupervisorIds = [...new Set([...(known?.everSupervisorIds ?? []), ...body.supervisorIds])];
  return { next: { id, documents: known?.documents ?? [], ...body, everSupervisorIds }, events: [] };
}

function isKept(known: Entity, { bodyVersion, scope }: EntityBody): boolean {
  return known.bodyVersion === bodyVersion && known.scope.join(' ') === scope.join(' ');
}

/** Something above the entity moved or became known. */
export function placeEntity(known: Entity, scope: readonly string[]): Decision<Entity> | undefined {
  return known.scope.join(' ') === scope.join(' ') ? undefined : { next: { ...known, scope }, events: [] };
}

export interface Registration extends RegisterDocument {
  code: string;
}

/** What a registration is decided with. */
export interface Facts {
  /** Codes of the documents that the programme asks for. */
  codes: readonly string[];
  evidence: Evidence | undefined;
  now: Date;
}

/**
 * Registers a document with the paper that proves it; a registration of the same code takes the place of the one before.
 * The same registration sent again changes nothing.
 */
export function registerDocument(entity: Entity, by: Actor, wanted: Registration, facts: Facts): Decision<Entity> | undefined {
  if (!facts.codes.includes(wanted.code)) {
    throw documentErrors.unknown_code({ code: wanted.code });
  }
  refuseWrongDates(wanted, dayOf(facts.now));
  const evidence = usable(facts.evidence, entity.id, wanted);
  const document: RegisteredDocument = {
    code: wanted.code,
    evidenceId: evidence.id,
    sha256: evidence.sha256,
    validFrom: wanted.validFrom,
    validUntil: wanted.validUntil ?? null,
    publicationUrl: wanted.publicationUrl ?? null,
    registeredBy: { id: by.id, name: by.name },
    registeredAt: facts.now,
  };
  const before = entity.documents.find(({ code }) => code === wanted.code);
  if (before && says(before) === says(document)) {
    return undefined;
  }
  const others = entity.documents.filter(({ code }) => code !== wanted.code);
  return { next: { ...entity, documents: [...others, document] }, events: [registered(entity, document)] };
}

function refuseWrongDates({ validFrom, validUntil }: Registration, today: string): void {
  if (validUntil !== undefined && validUntil < validFrom) {
    throw documentErrors.wrong_dates({ validFrom, validUntil });
  }
  if (validFrom > today) {
    throw documentErrors.not_yet_in_force({ validFrom });
  }
  if (validUntil !== undefined && validUntil < today) {
    throw documentErrors.already_expired({ validUntil });
  }
}

/** Another body's paper is as unknown as one that does not exist. Only «failed» refuses: «person» is for a person to judge, and one does. */
function usable(evidence: Evidence | undefined, entityId: string, { evidenceId, code }: Registration): Evidence {
  if (evidence?.id !== evidenceId || evidence.organisationId !== entityId) {
    throw documentErrors.evidence_unknown({ evidenceId });
  }
  if (evidence.subjectType !== 'compliance-document' || evidence.subjectId !== `${entityId}:${code}`) {
    throw documentErrors.evidence_of_other_document({ evidenceId, code });
  }
  if (evidence.verdict === 'failed') {
    throw documentErrors.evidence_failed({ evidenceId });
  }
  if (evidence.verdict !== 'passed' && evidence.verdict !== 'person') {
    throw documentErrors.evidence_unchecked({ evidenceId });
  }
  return evidence;
}

/** All that a person states by a registration; who and when do not make it another one. */
function says({ evidenceId, validFrom, validUntil, publicationUrl }: RegisteredDocument): string {
  return JSON.stringify([evidenceId, validFrom, validUntil, publicationUrl]);
}

function registered(entity: Entity, document: RegisteredDocument) {
  return event(ComplianceDocumentRegisteredSchema, {
    entityId: entity.id,
    documentCode: document.code,
    evidenceId: document.evidenceId,
    supervisorIds: [...entity.supervisorIds],
    validFrom: document.validFrom,
    validUntil: document.validUntil ?? '',
    registeredById: document.registeredBy.id,
    registeredAt: timestampFromDate(document.registeredAt),
  });
}

/** Whether a document counts on that day. */
export function stateOn(document: Pick<RegisteredDocument, 'validFrom' | 'validUntil'> | undefined, day: string): DocumentState {
  if (!document || document.validFrom > day) {
    return 'missing';
  }
  return document.validUntil !== null && document.validUntil < day ? 'expired' : 'in-force';
}

/** Codes of the documents that are in force on that day. */
export function inForceOn({ documents }: Pick<Entity, 'documents'>, day: string): string[] {
  return documents.filter((document) => stateOn(document, day) === 'in-force').map(({ code }) => code);
}
