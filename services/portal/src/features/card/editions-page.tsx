import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Empty, Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { editionsQuery, useImport, versionPath } from './card.js';
import { STATUS_TONES } from './edition-page.js';

/** The edition whose data come with the product. */
const SUPPLIED = '2024';

export function EditionsPage() {
  const { t, moment, number } = useWords();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const query = useQuery(editionsQuery);
  const take = useImport();
  const importCard = (): void =>
    take.mutate(SUPPLIED, {
      onSuccess: ({ outcome }) => {
        announce(t(`card.outcome.${outcome}`));
        void navigate(`/card/${SUPPLIED}`);
      },
    });
  const button = (
    <Button type="primary" loading={take.isPending} onClick={importCard}>
      {t('card.import', { edition: SUPPLIED })}
    </Button>
  );
  return (
    <Page title={t('card.title')} lead={t('card.lead')} actions={query.data?.length ? button : undefined}>
      {take.isError && <Failure error={take.error} onRetry={importCard} />}
      <Loaded query={query} skeleton={<SkeletonLines lines={3} height={52} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('card.empty')} text={t('card.emptyText')}>
              {button}
            </Empty>
          ) : (
            <DataTable
              caption={t('card.title')}
              rows={rows}
              rowKey={({ edition, version }) => `${edition}:${version}`}
              columns={[
                {
                  key: 'edition',
                  title: t('card.edition'),
                  isWide: true,
                  cell: (row) => (
                    <Link to={versionPath(row)}>
                      {t('card.editionIs', { edition: row.edition })}, {t('card.versionIs', { version: row.version })}
                    </Link>
                  ),
                },
                {
                  key: 'status',
                  title: t('card.status'),
                  cell: (row) => <Tag tone={STATUS_TONES[row.status]}>{t(row.inForce ? 'card.inForce' : `card.statuses.${row.status}`)}</Tag>,
                },
                { key: 'subtasks', title: t('card.subtasks'), isNumber: true, cell: (row) => number(row.counts.subtasks) },
                { key: 'imported', title: t('card.imported'), cell: (row) => moment(row.importedAt) },
                { key: 'published', title: t('card.published'), cell: (row) => (row.publishedAt === null ? '—' : moment(row.publishedAt)) },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
