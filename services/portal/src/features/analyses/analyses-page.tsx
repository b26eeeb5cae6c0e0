import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../api/people.js';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { analysesQuery, missingQuery } from './analyses.js';
import { AnalysisRows } from './analysis-rows.js';

type View = 'all' | 'missing';
const YEARS_SHOWN = 4;

/** The analyses of one's own body and of those below it, and who has planned none for the year. */
export function AnalysesPage() {
  const { t } = useWords();
  const may = useMay();
  const thisYear = Number(today(new Date()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [view, setView] = useState<View>('all');
  const years = Array.from({ length: YEARS_SHOWN }, (_, back) => thisYear + 1 - back);
  return (
    <Page title={t('analyses.title')} lead={t('analyses.lead')} actions={may('analysis.manage') && <Link to="/analyses/new">{t('analyses.plan')}</Link>}>
      <div className="filters">
        <Segmented
          aria-label={t('analyses.show')}
          value={view}
          onChange={setView}
          options={[
            { value: 'all' as const, label: t('analyses.all') },
            { value: 'missing' as const, label: t('analyses.missing') },
          ]}
        />
        <Select aria-label={t('analyses.year')} value={year} onChange={setYear} virtual={false} options={years.map((value) => ({ value, label: t('period.year', { year: value }) }))} />
      </div>
      {view === 'all' ? <All year={year} /> : <Missing year={year} />}
    </Page>
  );
}

function All({ year }: { year: number }) {
  const { t } = useWords();
  const query = useInfiniteQuery(analysesQuery(year));
  return (
    <Paged query={query} skeleton={<SkeletonLines lines={8} height={66} />} empty={<Empty title={t('analyses.empty')} text={t('analyses.emptyText')} />}>
      {(rows) => <AnalysisRows rows={rows} />}
    </Paged>
  );
}

function Missing({ year }: { year: number }) {
  const { t, say } = useWords();
  const query = useInfiniteQuery(missingQuery(year));
  return (
    <>
      <p className="muted">{t('analyses.missingText')}</p>
      <Paged query={query} skeleton={<SkeletonLines lines={8} height={28} />} empty={<Empty title={t('analyses.noneMissing')} text={t('analyses.noneMissingText')} />}>
        {(bodies) => (
          <ul className="plain-list block" aria-label={t('analyses.missing')}>
            {bodies.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/bodies/${encodeURIComponent(id)}`}>{say(name)}</Link>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}
