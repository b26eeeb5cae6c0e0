import type { EntityView, RegisterDocument, ScoreView } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client.js';
import { untilRead } from '../../api/still-reading.js';

const pathTo = (id: string): string => `/api/compliance/entities/${encodeURIComponent(id)}`;

export const entityQuery = (id: string) =>
  queryOptions({
    queryKey: ['compliance', 'entity', id],
    queryFn: ({ signal }) => get<EntityView>(pathTo(id), {}, signal),
  });

export const scoreQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['compliance', 'score', organisationId],
    queryFn: ({ signal }) => get<ScoreView>(`/api/compliance/scores/${encodeURIComponent(organisationId)}`, {}, signal),
    refetchInterval: 30_000,
  });

export function useRegister(entityId: string) {
  const queries = useQueryClient();
  return useMutation({
    ...untilRead,
    mutationFn: ({ code, body }: { code: string; body: RegisterDocument }) =>
      post<unknown>(`${pathTo(entityId)}/documents/${encodeURIComponent(code)}/register`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['compliance'] }),
  });
}
