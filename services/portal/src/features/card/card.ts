import type { EditionRow, EditionView, ImportReport, RolloutView } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, put } from '../../api/client.js';

const pathTo = (edition: string): string => `/api/tasks/editions/${encodeURIComponent(edition)}`;

export interface DateChange {
  subtask: string;
  period: string;
  opensOn: string;
  dueOn: string;
  lockedOn: string;
}

export const editionsQuery = queryOptions({
  queryKey: ['card', 'editions'],
  queryFn: ({ signal }) => get<EditionRow[]>('/api/tasks/editions', {}, signal),
});

export const editionQuery = (edition: string) =>
  queryOptions({ queryKey: ['card', 'edition', edition], queryFn: ({ signal }) => get<EditionView>(pathTo(edition), {}, signal) });

/** The report of the last import in this tab; the service gives it only as the answer to an import. */
export const reportKey = (edition: string) => ['card', 'report', edition];

export function useImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edition: string) => post<ImportReport>('/api/tasks/editions/import', { edition }),
    onSuccess: async (report) => {
      await queries.invalidateQueries({ queryKey: ['card'] });
      queries.setQueryData(reportKey(report.edition), report);
    },
  });
}

export function useSetDates(edition: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { year: number; changes?: DateChange[] }) => put<EditionView>(`${pathTo(edition)}/dates`, body),
    onSuccess: (view) => queries.setQueryData(editionQuery(edition).queryKey, view),
  });
}

export function usePublish(edition: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => post<EditionView>(`${pathTo(edition)}/publish`),
    onSuccess: (view) => {
      queries.setQueryData(editionQuery(edition).queryKey, view);
      void queries.invalidateQueries({ queryKey: editionsQuery.queryKey });
    },
  });
}

export function useRollout(edition: string) {
  return useMutation({ mutationFn: (dryRun: boolean) => post<RolloutView>(`${pathTo(edition)}/rollouts`, { dryRun }) });
}

export const rolloutQuery = (id: string | null | undefined) =>
  queryOptions({
    queryKey: ['rollout', id],
    queryFn: ({ signal }) => get<RolloutView>(`/api/tasks/rollouts/${encodeURIComponent(id ?? '')}`, {}, signal),
    enabled: typeof id === 'string',
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : 700),
  });
