import type { ActInBulk, AssignmentRow, BulkAct, BulkView } from '@aigaq/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../api/client.js';

/** What is said of a return. */
export type Why = Pick<ActInBulk, 'reason' | 'remark'>;

const bodyOf = (act: BulkAct, rows: readonly Pick<AssignmentRow, 'id' | 'steps'>[], dryRun: boolean, why: Why = {}): ActInBulk => ({
  act,
  dryRun,
  // An act is taken back whatever it added to the history.
  items: rows.map(({ id, steps }) => (act === 'undo' ? { id } : { id, seen: steps })),
  ...why,
});

export interface BulkStep {
  act: BulkAct;
  rows: readonly Pick<AssignmentRow, 'id' | 'steps'>[];
  dryRun: boolean;
  why?: Why;
}

/** One act on many; afterwards the lists are asked for anew. */
export function useBulk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, rows, dryRun, why }: BulkStep) => post<BulkView>('/api/tasks/assignments/bulk', bodyOf(act, rows, dryRun, why)),
    onSuccess: ({ dryRun }) => {
      if (!dryRun) {
        void queries.invalidateQueries({ queryKey: ['assignments'] });
        void queries.invalidateQueries({ queryKey: ['overview'] });
      }
    },
  });
}
