import type { EvidenceView, PageOf, Subject } from '@aigaq/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, getBlob, pathOf } from '../../api/client.js';
import { usePurpose } from './purpose.js';

const POLL_MS = 1_500;
/** The copy takes its time, and nobody waits for it. */
const COPY_POLL_MS = 5_000;

function nextLook(papers: readonly EvidenceView[] = []): number | false {
  if (papers.some(({ state }) => state === 'waiting')) {
    return POLL_MS;
  }
  return papers.some(({ copy }) => copy === 'making') ? COPY_POLL_MS : false;
}

/** The papers of one subject, newest first; asked for again and again while the machine reads one of them. @param purpose of reading something secret */
export const documentsQuery = (subject: Subject, purpose?: string) =>
  queryOptions({
    queryKey: ['evidence', subject.type, subject.id, purpose ?? ''],
    queryFn: ({ signal }) =>
      get<PageOf<EvidenceView>>('/api/evidence/documents', { subjectType: subject.type, subjectId: subject.id, limit: 100, purpose }, signal),
    select: ({ items }: PageOf<EvidenceView>) => items.toSorted((one, other) => other.version - one.version),
    refetchInterval: ({ state }) => nextLook(state.data?.items),
  });

/** The picture of a page. */
export function usePageImage(evidenceId: string, page: number) {
  return usePicture(['page-image', evidenceId, page], `${pathTo(evidenceId)}/pages/${page}`);
}

/** The small picture of a page, once somebody can see it. */
export function useThumbnail(evidenceId: string, page: number, isSeen: boolean) {
  return usePicture(['thumbnail', evidenceId, page], `${pathTo(evidenceId)}/thumbnails/${page}`, isSeen);
}

export function pathTo(evidenceId: string): string {
  return `/api/evidence/documents/${encodeURIComponent(evidenceId)}`;
}

/** Pictures need the bearer token, so they are fetched and shown from memory. */
function usePicture(key: readonly unknown[], path: string, enabled = true) {
  const purpose = usePurpose();
  const queryKey = [...key, purpose ?? ''];
  const query = useQuery({ queryKey, queryFn: ({ signal }) => getBlob(pathOf(path, { purpose }), signal), staleTime: Infinity, gcTime: 60_000, enabled });
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
