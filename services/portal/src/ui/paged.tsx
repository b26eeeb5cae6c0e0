import { Button } from 'antd';
import type { PageOf } from '@aigaq/api';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../texts/words.js';
import { Failure } from './states.js';

interface PagedProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>;
  skeleton: ReactNode;
  empty: ReactNode;
  children: (rows: T[]) => ReactNode;
}

/** A list that is fetched page by page: skeleton, failure, empty, rows, and the button for more. */
export function Paged<T>({ query, skeleton, empty, children }: PagedProps<T>) {
  const { t } = useWords();
  if (query.data === undefined) {
    return query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : skeleton;
  }
  const rows = query.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {rows.length === 0 ? empty : children(rows)}
      {query.isFetchNextPageError && <Failure error={query.error} onRetry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <div className="more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
