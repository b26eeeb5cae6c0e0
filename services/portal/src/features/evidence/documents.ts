import type { EvidenceView, PageOf, Subject } from '@aigaq/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, getBlob } from '../../api/client.js';

const POLL_MS = 1_500;

/** The papers of one subject, newest first; asked for again and again while the machine reads one of them. */
export const documentsQuery = (subject: Subject) =>
  queryOptions({
    queryKey: ['evidence', subject.type, subject.id],
    queryFn: ({ signal }) =>
      get<PageOf<EvidenceView>>('/api/evidence/documents', { subjectType: subject.type, subjectId: subject.id, limit: 100 }, signal),
    select: ({ items }: PageOf<EvidenceView>) => items.toSorted((one, other) => other.version - one.version),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'waiting') ? POLL_MS : false),
  });

/** The picture of a page. It needs the bearer token, so it is fetched and shown from memory. */
export function usePageImage(evidenceId: string, page: number) {
  const query = useQuery({
    queryKey: ['page-image', evidenceId, page],
    queryFn: ({ signal }) => getBlob(`/api/evidence/documents/${encodeURIComponent(evidenceId)}/pages/${page}`, signal),
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const [url, setUrl] = useState<string>();
  const blob = query.data;
  useEffect(() => {
    if (blob === undefined) {
      return undefined;
    }
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return { url, query };
}
