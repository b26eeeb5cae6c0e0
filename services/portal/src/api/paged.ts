import type { PageOf } from '@aigaq/api';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, type Query } from './client.js';

/** The options of a list that is fetched page by page; `key` begins with the name that live updates make stale. */
export function pagedQuery<T>(key: readonly unknown[], path: string, query: Query = {}) {
  return infiniteQueryOptions({
    queryKey: [...key, query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => get<PageOf<T>>(path, { ...query, cursor: pageParam }, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
