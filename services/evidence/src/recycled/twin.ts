import type { Verdict } from '@aigaq/api';
import type { Difference, Fingerprint, Likeness, LikenessKind } from '@aigaq/fingerprints';
import type { Evidence, Found, PaperCheck } from '../documents/evidence.js';

/** What the radar keeps of a paper besides its fingerprint. */
export interface Known {
  id: string;
  sha256: string;
  subjectKey: string;
  organisationId: string;
  scope: string[];
  /** Of the period that the paper proves; of the upload when its subject has no period. */
  year: number;
  twins: Twin[];
}

/** Another paper that is the same one handed in again. */
export interface Twin {
  id: string;
  kind: LikenessKind;
  strength: number;
  differs: readonly Difference[];
}

export function knownOf({ id, sha256, subject, subjectKey, organisationId, scope, storedAt }: Evidence): Omit<Known, 'twins'> {
  const [, period] = /:(\d{4})(?:-[A-Z0-9]+)?$/.exec(subject.id) ?? [];
  return { id, sha256, subjectKey, organisationId, scope, year: period ? Number(period) : storedAt.getUTCFullYear() };
}

const ORDER: readonly LikenessKind[] = ['exact', 'picture', 'text'];
/** More say nothing more to a reviewer: a paper that goes round a region. */
const MOST_TWINS = 20;

/** The strongest likenesses first. */
export function twinsOf(alike: readonly (Likeness & { id: string })[]): Twin[] {
  return alike
    .map(({ id, kind, strength, differs }) => ({ id, kind, strength, differs }))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.strength - a.strength || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_TWINS);
}

/** An earlier version of the same proof is not a twin: papers are mended and handed in again. */
export function isAnother(paper: Pick<Known, 'id' | 'subjectKey'>, other: Pick<Known, 'id' | 'subjectKey'>): boolean {
  return other.id !== paper.id && other.subjectKey !== paper.subjectKey;
}

/**
 * Adds what was found to the check: a person looks, nothing fails by it. One paper may prove several subtasks of its body in one year;
 * that is noted and decides nothing. The finding names neither paper nor body: who may see them asks for the twins.
 */
export function markRecycled(check: PaperCheck, paper: Pick<Known, 'organisationId' | 'year'>, twins: readonly Twin[], known: readonly Known[]): PaperCheck {
  const [first] = twins;
  if (!first) {
    return check;
  }
  const isOwn = known.every(({ organisationId, year }) => organisationId === paper.organisationId && year === paper.year);
  const found: Found = { code: 'recycled', outcome: isOwn ? 'note' : 'person', page: null, box: null, data: { count: String(twins.length) } };
  const verdict: Verdict = check.verdict === 'passed' && !isOwn ? 'person' : check.verdict;
  return { ...check, verdict, findings: [...check.findings, found] };
}

/** The fingerprint of a paper that could not be read: it is known by its bytes alone. */
export function bareFingerprint(sha256: string): Fingerprint {
  const none = new Uint16Array();
  return { algorithm: 0, sha256, pages: [], text: { words: none, ends: none, numbers: none, dates: none, places: none, names: none } };
}
