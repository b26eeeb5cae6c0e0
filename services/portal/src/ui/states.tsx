import { Button } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { stepUp } from '../api/client.js';
import { ApiError, NO_ANSWER, STEP_UP_NEEDED } from '../api/problem.js';
import { useWords } from '../texts/words.js';
import { Page } from './page.js';

/** The sentence to show for a failure: the service's own words, else ours. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useWords();
  return (error) => {
    if (!(error instanceof ApiError)) {
      return t('failure.unknown');
    }
    const fields = error.fields.map(({ message }) => message).filter((message) => message !== '');
    const text = error.detail === '' ? t(error.code === NO_ANSWER ? 'failure.noAnswer' : 'failure.unknown') : error.detail;
    return [text, ...fields].join(' ');
  };
}

export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const textOf = useFailureText();
  if (error instanceof ApiError && error.code === STEP_UP_NEEDED) {
    return <StepUpNeeded text={textOf(error)} />;
  }
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <div className="failure" role="alert">
      <strong>{t(isMissing ? 'failure.missing' : 'failure.title')}</strong>
      <p>{textOf(error)}</p>
      {error instanceof ApiError && error.correlationId !== '' && (
        <p className="muted small">{t('failure.number', { number: error.correlationId })}</p>
      )}
      {onRetry !== undefined && !isMissing && <Button onClick={onRetry}>{t('failure.retry')}</Button>}
    </div>
  );
}

/** Nothing went wrong: the act waits until the person has given the password again. */
function StepUpNeeded({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <div className="failure" role="alert">
      <strong>{t('stepUp.title')}</strong>
      <p>{text}</p>
      <Button type="primary" onClick={() => void stepUp()}>
        {t('stepUp.go')}
      </Button>
    </div>
  );
}

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg width="72" height="44" viewBox="0 0 72 44" aria-hidden="true" focusable="false">
        <path d="M2 42h68" stroke="var(--line-strong)" strokeWidth="2" />
        <path d="M16 42V9a5 5 0 0 1 5-5h30a5 5 0 0 1 5 5v33" fill="var(--paper)" stroke="var(--line-strong)" strokeWidth="2" />
        <path d="M27 22l6.5 6.5L46 15" fill="none" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <strong>{title}</strong>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Grey lines of the size of what will come, so that nothing jumps. */
export function SkeletonLines({ lines, height = 20 }: { lines: number; height?: number }) {
  const { t } = useWords();
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ height, width: line % 3 === 2 ? '72%' : '100%' }} />
      ))}
    </div>
  );
}

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
  /** For a whole page: its title until the data give a better one. */
  title?: string;
}

/** The three states of everything that is fetched; older data stay on the screen while newer are fetched. */
export function Loaded<T>({ query, skeleton, children, title }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  const state = query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : skeleton;
  return title === undefined ? state : <Page title={title}>{state}</Page>;
}
