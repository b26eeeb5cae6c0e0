import type { AskRequest, AssignmentView, GrantRequest, RefuseRequest, ReopenAssignment, ReturnAssignment, SubmitAssignment, TakeAssignment } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client.js';
import { untilRead } from '../../api/still-reading.js';
import { usePurpose } from '../evidence/purpose.js';

const pathTo = (id: string): string => `/api/tasks/assignments/${encodeURIComponent(id)}`;

/** @param purpose of reading something secret */
export const assignmentQuery = (id: string, purpose?: string) =>
  queryOptions({ queryKey: ['assignment', id, purpose ?? ''], queryFn: ({ signal }) => get<AssignmentView>(pathTo(id), { purpose }, signal) });

type Nothing = Record<string, never>;
export type Step =
  | { act: 'submit'; body: SubmitAssignment }
  | { act: 'return'; body: ReturnAssignment }
  | { act: 'take'; body: TakeAssignment }
  | { act: 'reopen'; body: ReopenAssignment }
  | { act: 'requests'; body: AskRequest }
  | { act: 'requests/grant'; body: GrantRequest }
  | { act: 'requests/refuse'; body: RefuseRequest }
  | { act: 'pass-on' | 'accept' | 'release' | 'undo' | 'requests/withdraw'; body: Nothing };

/** One step of the work, decided on what is shown: if more has happened, it is refused. Its answer is the assignment as it is now. */
export function useStep({ id, steps: seen }: Pick<AssignmentView, 'id' | 'steps'>) {
  const queries = useQueryClient();
  const { queryKey } = assignmentQuery(id, usePurpose());
  return useMutation({
    ...untilRead,
    mutationFn: ({ act, body }: Step) => post<AssignmentView>(`${pathTo(id)}/${act}`, act === 'take' ? body : { ...body, seen }),
    onSuccess: (next) => {
      queries.setQueryData(queryKey, next);
      void queries.invalidateQueries({ queryKey: ['assignments'] });
      void queries.invalidateQueries({ queryKey: ['overview'] });
    },
    // A refusal often means that somebody else was first: show how it stands now.
    onError: () => void queries.invalidateQueries({ queryKey: ['assignment', id] }),
  });
}
