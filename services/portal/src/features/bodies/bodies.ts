import type { BodyRow, BodyView, Localised, MeView, PageOf } from '@aigaq/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get, type Query } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';
import { holdsNational, organisationsOf } from '../../app/places.js';

export const BODIES = '/api/organisations/bodies';
const COUNTRY = 'agency';
const FRESH_MILLISECONDS = 30_000;

export const bodyPath = (id: string): string => `${BODIES}/${encodeURIComponent(id)}`;
export const cardPath = (id: string): string => `/bodies/${encodeURIComponent(id)}`;

export const bodyQuery = (id: string) =>
  queryOptions({
    queryKey: ['bodies', 'one', id],
    queryFn: ({ signal }) => get<BodyView>(bodyPath(id), {}, signal),
    // Every look at a card is recorded: one that is fresh is not asked for again.
    staleTime: FRESH_MILLISECONDS,
  });

export const bodiesQuery = (query: Query) => pagedQuery<BodyRow>(['bodies', 'list'], BODIES, query);

export const childrenQuery = (parentId: string, closed: boolean) => bodiesQuery({ parentId, closed, limit: 100 });

/** A few bodies for what is typed into a field. */
export const foundQuery = (search: string) =>
  queryOptions({
    queryKey: ['bodies', 'found', search],
    queryFn: ({ signal }) => get<PageOf<BodyRow>>(BODIES, { search, limit: 20 }, signal),
    enabled: search !== '',
    staleTime: FRESH_MILLISECONDS,
  });

/** Regions and cities of republican significance, by the code that their bodies carry. */
export function useRegions(): { id: string; name: Localised }[] {
  const { data } = useQuery({
    queryKey: ['bodies', 'regions'],
    queryFn: async ({ signal }) => {
      const kinds = ['akimat-region', 'akimat-republican-city'];
      const pages = await Promise.all(kinds.map((kind) => get<PageOf<BodyRow>>(BODIES, { kind, limit: 100 }, signal)));
      return pages.flatMap(({ items }) => items);
    },
    staleTime: Infinity,
  });
  const akimats = data ?? [];
  return [...new Map(akimats.flatMap(({ regionId, name }) => (regionId === null ? [] : [[regionId, { id: regionId, name }]]))).values()];
}

/** Where the tree begins for the person: the Agency for its people, else the own bodies. */
export const rootsOf = (me: MeView): string[] => (holdsNational(me) ? [COUNTRY] : organisationsOf(me));

export type BodyAct = 'rename' | 'move' | 'supervise' | 'close';

export const useBodyAct = <T>(id: string, act: BodyAct) => usePost<T, BodyView>(`${bodyPath(id)}/${act}`, 'bodies');
