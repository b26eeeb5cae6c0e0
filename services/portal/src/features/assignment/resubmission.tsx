import type { AssignmentView, EvidenceView, PaperTextView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { Failure, SkeletonLines } from '../../ui/states.js';
import { pathTo } from '../evidence/documents.js';
import { usePurpose } from '../evidence/purpose.js';
import { differenceOf, type Run } from './text-difference.js';

/** A paper of the last submission beside the one of the submission before that it replaces. */
export interface Pair {
  before: string | null;
  after: string;
}

/** Of what was handed in again, the papers that are new, each with the one before of the same kind, else with the next one that is gone. */
export function replacedPapers(history: AssignmentView['history'], documents: readonly Pick<EvidenceView, 'id' | 'check'>[]): Pair[] {
  const [last, former] = history.filter(({ act }) => act === 'submitted').toReversed();
  if (!last || !former) {
    return [];
  }
  const kindOf = (id: string): string | null => documents.find((each) => each.id === id)?.check?.kind ?? null;
  const gone = former.evidenceIds.filter((id) => !last.evidenceIds.includes(id));
  return last.evidenceIds
    .filter((id) => !former.evidenceIds.includes(id))
    .map((after) => {
      const place = Math.max(0, gone.findIndex((id) => kindOf(id) === kindOf(after)));
      const [before = null] = gone.splice(place, 1);
      return { before, after };
    });
}

/** What is handed in again, beside what was returned: the texts of both versions with the differences marked. */
export function Resubmission({ history, documents }: { history: AssignmentView['history']; documents: readonly EvidenceView[] }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const pairs = replacedPapers(history, documents).filter(({ before }) => before !== null);
  if (pairs.length === 0) {
    return null;
  }
  return (
    <section className="block" aria-labelledby="resubmission">
      <h2 id="resubmission">{t('resubmission.title')}</h2>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'resubmission.hide' : 'resubmission.show')}
      </Button>
      {isOpen && pairs.map(({ before, after }) => <Difference key={after} before={before ?? ''} after={after} documents={documents} />)}
    </section>
  );
}

function usePaperText(id: string) {
  const purpose = usePurpose();
  return useQuery({
    queryKey: ['paper-text', id, purpose ?? ''],
    queryFn: ({ signal }) => get<PaperTextView>(`${pathTo(id)}/text`, { purpose }, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'making' ? 5_000 : false),
  });
}

function Difference({ before, after, documents }: { before: string; after: string; documents: readonly EvidenceView[] }) {
  const { t } = useWords();
  const [old, fresh] = [usePaperText(before), usePaperText(after)];
  const nameOf = (id: string): string => documents.find((each) => each.id === id)?.fileName ?? id;
  const failed = [old, fresh].find(({ isError }) => isError);
  if (failed?.error) {
    return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (old.data === undefined || fresh.data === undefined) {
    return <SkeletonLines lines={6} />;
  }
  const runs = differenceOf(textOf(old.data), textOf(fresh.data));
  const isReading = old.data.state === 'making' || fresh.data.state === 'making';
  return (
    <>
      {isReading && <p role="status">{t('resubmission.reading')}</p>}
      {!isReading && runs.every(({ kind }) => kind === 'same') && <p role="status">{t('resubmission.same')}</p>}
      <div className="versions">
        <Version title={t('resubmission.before', { name: nameOf(before) })} runs={runs} without="added" />
        <Version title={t('resubmission.after', { name: nameOf(after) })} runs={runs} without="removed" />
      </div>
    </>
  );
}

function textOf({ pages }: PaperTextView): string {
  return pages.map(({ text }) => text).join('\n');
}

/** One version: what only it has is marked by an element of its own, not by colour alone. */
function Version({ title, runs, without }: { title: string; runs: readonly Run[]; without: Run['kind'] }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className="version-text" tabIndex={0}>
        {runs
          .filter(({ kind }) => kind !== without)
          .map(({ kind, text }, place) => (
            <span key={place}>{kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>} </span>
          ))}
      </p>
    </div>
  );
}
