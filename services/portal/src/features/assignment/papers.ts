import type { AssignmentView, EvidenceView, Subject } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { documentsQuery } from '../evidence/documents.js';
import { usePurpose } from '../evidence/purpose.js';
import { useReadingNews } from '../evidence/reading-news.js';
import type { DraftHold } from './draft.js';
import { useFreshRequirements } from './fresh-requirements.js';
import { proposed } from './missing.js';

type Act = AssignmentView['allowed'][number];

const REVIEWS: readonly Act[] = ['return', 'pass-on', 'accept'];

export function isReviewing({ allowed }: AssignmentView): boolean {
  return allowed.some((act) => REVIEWS.includes(act));
}

/** Which paper is shown first: who hands in sees the newest, who reviews sees what was handed in. */
function firstShown(documents: readonly EvidenceView[], { allowed, evidenceIds }: AssignmentView): EvidenceView | undefined {
  const handedIn = documents.find(({ id }) => evidenceIds.includes(id));
  return allowed.includes('upload') ? documents[0] : (handedIn ?? documents[0]);
}

/** The papers of an assignment: which is shown and which are chosen for handing in. */
export function usePapers(assignment: AssignmentView, asked: number | null, { draft, change }: DraftHold) {
  const { id, history } = assignment;
  const subject = useMemo<Subject>(() => ({ type: 'assignment', id }), [id]);
  const query = useQuery(documentsQuery(subject, usePurpose()));
  useReadingNews(query.data);
  const [shownId, show] = useState<string | null>(null);
  const [seen, setSeen] = useState<number | null>(null);

  // Somebody asked for the place of a remark: the paper that it is pinned to comes up.
  if (asked !== seen) {
    setSeen(asked);
    const pinned = asked === null ? undefined : history[asked]?.place?.evidenceId;
    show(pinned ?? shownId);
  }

  const documents = query.data ?? [];
  const byDefault = new Set(proposed(documents).map((each) => each.id));
  // Chosen or left aside by hand, which the draft keeps; else as it is proposed.
  const isChosen = (id: string): boolean => draft.chosen.includes(id) || (byDefault.has(id) && !draft.left.includes(id));
  useFreshRequirements(assignment, documents);
  return {
    subject,
    query,
    documents,
    show,
    shown: documents.find((each) => each.id === shownId) ?? firstShown(documents, assignment),
    chosen: documents.filter((each) => isChosen(each.id)),
    choose: (paper: string, isIn: boolean) => {
      const without = (ids: readonly string[]): string[] => ids.filter((each) => each !== paper);
      const [chosen, left] = [without(draft.chosen), without(draft.left)];
      change(isIn ? { chosen: [...chosen, paper], left } : { chosen, left: [...left, paper] });
    },
    handedIn: new Set(history.flatMap(({ evidenceIds }) => evidenceIds)),
  };
}

export type Papers = ReturnType<typeof usePapers>;
