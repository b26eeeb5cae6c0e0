import type { CalendarYearRow, CalendarYearView, DecreeView, ImportDecree } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client.js';

const YEARS = '/api/tasks/calendar/years';

export const yearsQuery = queryOptions({ queryKey: ['calendar', 'years'], queryFn: ({ signal }) => get<CalendarYearRow[]>(YEARS, {}, signal) });

/** While dates are still being counted again, it is asked for anew. */
export const yearQuery = (year: string) =>
  queryOptions({
    queryKey: ['calendar', 'year', year],
    queryFn: ({ signal }) => get<CalendarYearView>(`${YEARS}/${encodeURIComponent(year)}`, {}, signal),
    refetchInterval: ({ state }) => (typeof state.data?.recounted === 'number' ? 1_500 : false),
  });

/** Says what a decree moves, or imports it. */
export function useDecree(year: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decree: ImportDecree) => post<DecreeView>(`${YEARS}/${encodeURIComponent(year)}/decree`, decree),
    onSettled: (_, __, { dryRun }) => (dryRun ? undefined : queries.invalidateQueries({ queryKey: ['calendar'] })),
  });
}
