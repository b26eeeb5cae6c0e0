import type { NoticeView } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: ({ signal }) => get<{ count: number }>('/api/notifications/unread', {}, signal),
  refetchInterval: 60_000,
});

export const noticesQuery = (unread: boolean) =>
  pagedQuery<NoticeView>(['notices', 'list'], '/api/notifications/notices', { limit: 30, ...(unread ? { unread } : {}) });

export const ALL = 'all';

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      post(id === ALL ? '/api/notifications/notices/read-all' : `/api/notifications/notices/${encodeURIComponent(id)}/read`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
}
