import type { CardDiff, CardEdit, CardImpact, EditionComparison, EditionRow, EditionView, ImportReport, RolloutView } from '@aigaq/api';
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

/** Without a version: the one in force. */
export const editionQuery = (edition: string, version?: number) =>
  queryOptions({
    queryKey: ['card', 'edition', edition, version ?? 'shown'],
    queryFn: ({ signal }) => get<EditionView>(pathTo(edition), { version }, signal),
  });

/** What a version changes against the one before. */
export const diffQuery = (edition: string, to: number) =>
  queryOptions({ queryKey: ['card', 'diff', edition, to], queryFn: ({ signal }) => get<CardDiff>(`${pathTo(edition)}/diff`, { to }, signal) });

export const impactQuery = (edition: string, isOn: boolean) =>
  queryOptions({ queryKey: ['card', 'impact', edition], queryFn: ({ signal }) => get<CardImpact>(`${pathTo(edition)}/impact`, {}, signal), enabled: isOn });

/** What became of the subtasks of another edition in this one. */
export const comparisonQuery = (edition: string, other: string) =>
  queryOptions({
    queryKey: ['card', 'comparison', edition, other],
    queryFn: ({ signal }) => get<EditionComparison>(`${pathTo(edition)}/comparison`, { with: other }, signal),
    enabled: other !== '',
  });

/** The page of a version; of the one in force without its number. */
export const versionPath = ({ edition, version, inForce }: { edition: string; version: number; inForce: boolean }, page = ''): string =>
  `/card/${encodeURIComponent(edition)}${page}${inForce && page === '' ? '' : `?version=${version}`}`;

/** The number of the version that the address names. */
export function versionOf(search: URLSearchParams): number | undefined {
  const named = Number(search.get('version'));
  return Number.isInteger(named) && named > 0 ? named : undefined;
}

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

/** Something that makes the draft another one; everything that shows the card is asked for anew. */
function useChange<TBody>(send: (body: TBody) => Promise<EditionView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: ['card'] });
      queries.setQueryData(editionQuery(view.edition, view.version).queryKey, view);
    },
  });
}

export const useSetDates = (edition: string) =>
  useChange((body: { year: number; changes?: DateChange[] }) => put<EditionView>(`${pathTo(edition)}/dates`, body));
export const useAmend = (edition: string) => useChange((_: void) => post<EditionView>(`${pathTo(edition)}/amend`));
export const useSend = (edition: string) => useChange((_: void) => post<EditionView>(`${pathTo(edition)}/review`));
export const useSendBack = (edition: string) => useChange((body: { remark: string }) => post<EditionView>(`${pathTo(edition)}/return`, body));
export const usePublish = (edition: string) => useChange((_: void) => post<EditionView>(`${pathTo(edition)}/publish`));
export const useRollOver = (edition: string) => useChange((body: { edition: string }) => post<EditionView>(`${pathTo(edition)}/roll-over`, body));
export const useEdit = ({ edition, revision }: EditionView) =>
  useChange((edits: CardEdit[]) => post<EditionView>(`${pathTo(edition)}/edits`, { revision, edits }));

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
