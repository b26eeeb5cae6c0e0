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
import { ProjectFilter } from './filters.js';
import { byUrgency, type Urgency, URGENCIES } from './urgency.js';

/** Everything that the person has to do, in one list, most urgent first. */
export function QueuePage() {
  const { t } = useWords();
  const [project, setProject] = useState('');
  const [shown, setShown] = useState<Urgency | 'all'>('all');
  const jobs = useInfiniteQuery(
    pagedQuery<AssignmentRow>(['assignments', 'queue'], '/api/tasks/assignments', { view: 'queue', limit: 100, project }),
  );
  const groups = byUrgency(jobs.data?.pages.flatMap(({ items }) => items) ?? []);
  const sizeOf = (urgency: Urgency): number => groups.find((group) => group.urgency === urgency)?.rows.length ?? 0;
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      <div className="filters">
        <Segmented
          aria-label={t('queue.filter')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all' as const, label: t('queue.filterAll', { number: total }) },
            ...URGENCIES.map((urgency) => ({ value: urgency, label: `${t(`urgency.${urgency}`)} · ${sizeOf(urgency)}` })),
          ]}
        />
        <ProjectFilter value={project} onChange={setProject} />
      </div>
      <Paged
        query={jobs}
        skeleton={<SkeletonLines lines={8} height={66} />}
        empty={<Empty title={t('queue.empty')} text={t('queue.emptyText')} />}
      >
        {() => {
          const visible = groups.filter(({ urgency }) => shown === 'all' || shown === urgency);
          return visible.length === 0 ? (
            <Empty title={t('queue.noneHere')} text={t('queue.noneHereText')} />
          ) : (
            visible.map(({ urgency, rows }) => (
              <section key={urgency} className={`group group-${urgency}`}>
                <h2>
                  {t(`urgency.${urgency}`)} <span className="count">{rows.length}</span>
                </h2>
                <AssignmentRows rows={rows} label={t(`urgency.${urgency}`)} />
              </section>
            ))
          );
        }}
      </Paged>
    </Page>
  );
}
