import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { cardPath } from '../bodies/bodies.js';
import { vacanciesQuery } from './heads.js';

/** Chairs that nobody holds and for which nobody acts: there nobody can sign. */
export function VacanciesPage() {
  const { t, say, day } = useWords();
  const vacancies = useInfiniteQuery(vacanciesQuery);
  return (
    <Page title={t('chairs.vacancies')} lead={t('chairs.vacanciesLead')} crumbs={[{ to: '/bodies', text: t('bodies.title') }]}>
      <Paged
        query={vacancies}
        skeleton={<SkeletonLines lines={8} height={44} />}
        empty={<Empty title={t('chairs.noVacancies')} text={t('chairs.noVacanciesText')} />}
      >
        {(rows) => (
          <DataTable
            caption={t('chairs.vacancies')}
            rows={rows}
            rowKey={({ organisation, level, position }) => `${organisation.id}:${level}:${position.ru}`}
            columns={[
              { key: 'body', title: t('bodies.body'), isWide: true, cell: ({ organisation }) => <Link to={cardPath(organisation.id)}>{say(organisation.name)}</Link> },
              { key: 'position', title: t('chairs.position'), cell: ({ position }) => say(position) },
              { key: 'level', title: t('chairs.level'), cell: ({ level }) => t(`chairs.levels.${level}`) },
              { key: 'since', title: t('chairs.since'), cell: ({ vacantSince }) => (vacantSince === null ? t('chairs.never') : day(vacantSince)) },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
