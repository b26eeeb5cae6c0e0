import type { AcknowledgementCounts, AcknowledgementRow, AcknowledgementView } from '@aigaq/api';
import { queryOptions } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get, type Query } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';

const CHANGES = '/api/tasks/acknowledgements';
const pathTo = (id: string): string => `${CHANGES}/${encodeURIComponent(id)}`;

export const acknowledgementsQuery = (query: Query) => pagedQuery<AcknowledgementRow>(['acknowledgements'], CHANGES, query);

export const acknowledgementQuery = (id: string) =>
  queryOptions({ queryKey: ['acknowledgements', id], queryFn: ({ signal }) => get<AcknowledgementView>(pathTo(id), {}, signal) });

export const countsQuery = (edition: string, version: number) =>
  queryOptions({
    queryKey: ['acknowledgements', 'counts', edition, version],
    queryFn: ({ signal }) => get<AcknowledgementCounts>(`${CHANGES}/counts`, { edition, version }, signal),
    enabled: edition !== '' && version > 0,
  });

export const useAcknowledge = (id: string) => usePost<object, AcknowledgementView>(`${pathTo(id)}/acknowledge`, 'acknowledgements');
export const changePath = (id: string): string => `/changes/${encodeURIComponent(id)}`;
