import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from './client.js';

/** One act that is posted; afterwards, done or refused, everything under the keys of `stale` is asked for anew. */
export function usePost<TBody, TAnswer = unknown>(path: string, ...stale: string[]) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TBody) => post<TAnswer>(path, body),
    onSettled: () => Promise.all(stale.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
