import type { AssignmentView, ReturnAssignment } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client.js';
import { untilRead } from '../../api/still-reading.js';
import { usePurpose } from '../evidence/purpose.js';

const pathTo = (id: string): string => `/api/tasks/assignments/${encodeURIComponent(id)}`;

/** @param purpose of reading something secret */
export const assignmentQuery = (id: string, purpose?: string) =>
  queryOptions({ queryKey: ['assignment', id, purpose ?? ''], queryFn: ({ signal }) => get<AssignmentView>(pathTo(id), { purpose }, signal) });

export type Step =
  | { act: 'submit'; body: { evidenceIds: string[]; hasNoFacts: boolean } }
  | { act: 'return'; body: ReturnAssignment }
  | { act: 'pass-on' | 'accept'; body: Record<string, never> };

/** One step of the work. Its answer is the assignment as it is now. */
export function useStep(id: string) {
  const queries = useQueryClient();
  const { queryKey } = assignmentQuery(id, usePurpose());
  return useMutation({
    ...untilRead,
    mutationFn: ({ act, body }: Step) => post<AssignmentView>(`${pathTo(id)}/${act}`, body),
    onSuccess: (next) => {
      queries.setQueryData(queryKey, next);
      void queries.invalidateQueries({ queryKey: ['assignments'] });
      void queries.invalidateQueries({ queryKey: ['overview'] });
    },
    // A refusal often means that somebody else was first: show how it stands now.
    onError: () => void queries.invalidateQueries({ queryKey: ['assignment', id] }),
  });
}
