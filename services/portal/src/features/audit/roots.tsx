import { DownloadOutlined } from '@ant-design/icons';
import type { SealedRootView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { pagedQuery } from '../../api/paged.js';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { SaveButton } from '../evidence/save-button.js';

/** The seals of the days, to be kept outside. */
export function Roots() {
  const { t, day, moment, number } = useWords();
  const roots = useInfiniteQuery(pagedQuery<SealedRootView>(['audit', 'roots'], '/api/audit/roots', { limit: 10 }));
  return (
    <section className="block" aria-labelledby="roots">
      <div className="block-head">
        <h2 id="roots">{t('audit.roots')}</h2>
      </div>
      <p className="muted">{t('audit.rootsText')}</p>
      <Paged query={roots} skeleton={<SkeletonLines lines={4} />} empty={<Empty title={t('audit.rootsEmpty')} text={t('audit.rootsEmptyText')} />}>
        {(rows) => (
          <DataTable
            caption={t('audit.roots')}
            rows={rows}
            rowKey={(row) => row.day}
            columns={[
              { key: 'day', title: t('audit.day'), cell: (row) => day(row.day) },
              { key: 'records', title: t('audit.records'), isNumber: true, cell: (row) => number(row.records) },
              { key: 'published', title: t('audit.published'), cell: (row) => (row.publishedAt === null ? t('audit.waiting') : moment(row.publishedAt)) },
              { key: 'stamped', title: t('audit.stamped'), cell: (row) => (row.stampedAt === null ? t('audit.unstamped') : moment(row.stampedAt)) },
              { key: 'hash', title: t('audit.hash'), isWide: true, cell: (row) => <span className="mono wrap">{row.hash}</span> },
              { key: 'save', title: '', cell: (row) => <SaveRoot date={row.day} /> },
            ]}
          />
        )}
      </Paged>
    </section>
  );
}

function SaveRoot({ date }: { date: string }) {
  const { t, day } = useWords();
  return <SaveButton path={`/api/audit/roots/${date}/file`} fileName={`${date}.json`} label={t('audit.saveRoot', { day: day(date) })} icon={<DownloadOutlined />} />;
}
