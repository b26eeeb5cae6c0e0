import type { MeView } from '@aigaq/api';
import { queryOptions } from '@tanstack/react-query';
import { get } from './client.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<MeView>('/api/organisations/me', {}, signal),
  staleTime: 60_000,
});
