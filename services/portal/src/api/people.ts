import type { MeView } from '@aigaq/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from './client.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<MeView>('/api/organisations/me', {}, signal),
  staleTime: 60_000,
});

/** May the person do this somewhere at all? Decides only what is offered. */
export function useMay(): (act: string) => boolean {
  const { data: me } = useQuery(meQuery);
  return (act) => me?.acts.includes(act) ?? false;
}
