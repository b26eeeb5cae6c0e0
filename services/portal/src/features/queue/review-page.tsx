import type { AssignmentRow } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { pagedQuery } from '../../api/paged.js';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { AssignmentRows } from './assignment-rows.js';
import { BulkBar } from './bulk-bar.js';
import { ProjectFilter } from './filters.js';

type View = 'review' | 'requests' | 'all';
const DOUBT = ['failed', 'person', null, 'passed'];

/** Doubtful ones first: what the machine failed, then what it left to a person. */
function doubtfulFirst(rows: AssignmentRow[]): AssignmentRow[] {
  return rows.toSorted(
    (one, other) =>
      DOUBT.indexOf(one.machineVerdict) - DOUBT.indexOf(other.machineVerdict) || one.dueOn.localeCompare(other.dueOn),
  );
}

/** What waits for the verdict of my body; the second view shows everything below it. */
export function ReviewPage() {
  const { t } = useWords();
  const [project, setProject] = useState('');
  const [view, setView] = useState<View>('review');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) {
      next.add(id);
    } else {
      next.delete(id);
    }
    setChosen(next);
  };
  const jobs = useInfiniteQuery(
    pagedQuery<AssignmentRow>(['assignments', view], '/api/tasks/assignments', { view, limit: 50, project }),
  );
  return (
    <Page title={t('review.title')} lead={t('review.lead')}>
      <div className="filters">
        <Segmented
          aria-label={t('review.filter')}
          value={view}
          onChange={setView}
          options={[
            { value: 'review' as const, label: t('review.mine') },
            { value: 'requests' as const, label: t('review.requests') },
            { value: 'all' as const, label: t('review.all') },
          ]}
        />
        <ProjectFilter value={project} onChange={setProject} />
      </div>
      <Paged
        query={jobs}
        skeleton={<SkeletonLines lines={8} height={66} />}
        empty={<Empty title={t('review.empty')} text={t('review.emptyText')} />}
      >
        {(rows) =>
          view === 'review' ? (
            <>
              <BulkBar rows={rows.filter(({ id }) => chosen.has(id))} onDone={() => setChosen(new Set())} />
              <AssignmentRows rows={doubtfulFirst(rows)} label={t('review.title')} choosing={{ ids: chosen, onChoose: choose }} />
            </>
          ) : (
            <AssignmentRows rows={rows} label={t('review.title')} />
          )
        }
      </Paged>
    </Page>
  );
}
