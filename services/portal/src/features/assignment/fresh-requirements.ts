import type { AssignmentView, EvidenceView } from '@aigaq/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

type Said = Pick<AssignmentView, 'allowed' | 'requirements' | 'unplacedIds'>;
type Known = Pick<EvidenceView, 'id' | 'state'>;

const FIRST_MILLISECONDS = 700;
/** Every look at an assignment is on record: only a few, each later than the one before. */
const ATTEMPTS = 6;

/** Has the service of assignments not heard yet what this page knows of its papers? */
export function isBehind({ allowed, requirements, unplacedIds }: Said, documents: readonly Known[]): boolean {
  if (!allowed.includes('submit') || requirements.length === 0) {
    return false;
  }
  const heard = new Set([...unplacedIds, ...requirements.flatMap(({ evidenceIds }) => evidenceIds)]);
  const isUnread = requirements.some(({ reasons }) => reasons.some(({ code }) => code === 'unread'));
  return documents.some(({ id }) => !heard.has(id)) || (isUnread && documents.every(({ state }) => state !== 'waiting'));
}

/** Asks again until what is missing is said of the papers that are there. */
export function useFreshRequirements(assignment: AssignmentView, documents: readonly EvidenceView[]): void {
  const queries = useQueryClient();
  const [attempts, setAttempts] = useState(0);
  const { id } = assignment;
  const isLate = isBehind(assignment, documents);
  useEffect(() => {
    if (!isLate) {
      setAttempts(0);
      return undefined;
    }
    if (attempts >= ATTEMPTS) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setAttempts(attempts + 1);
      void queries.invalidateQueries({ queryKey: ['assignment', id] });
    }, FIRST_MILLISECONDS * 2 ** attempts);
    return () => clearTimeout(timer);
  }, [queries, id, isLate, attempts]);
}
