import type { AuditRecordView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pagedQuery } from '../../api/paged.js';
import { formatStamp } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { ExportButton } from './export-button.js';
import { FilterForm, NO_FILTER } from './filter-form.js';
import { RecordDetails } from './record-details.js';
import { Roots } from './roots.js';
import { behalfOf, sentenceOf } from './sentence.js';
import { Verification } from './verification.js';

function useColumns(): Column<AuditRecordView>[] {
  const words = useWords();
  const { t, say } = words;
  return [
    { key: 'time', title: t('audit.time'), cell: (row) => <time dateTime={row.time}>{formatStamp(row.time)}</time> },
    {
      key: 'what',
      title: t('audit.what'),
      isWide: true,
      cell: (row) => (
        <>
          <span className="wrap">{sentenceOf(row, words)}</span>
          <RecordDetails record={row} />
        </>
      ),
    },
    { key: 'behalf', title: t('audit.behalf'), cell: (row) => behalfOf(row, words) },
    { key: 'concerns', title: t('audit.concerns'), cell: (row) => (row.organisation ? say(row.organisation.name) : row.organisationId) },
  ];
}

/** Who saw, changed and decided what, newest first, and the proof that nothing was taken out. */
export function AuditPage() {
  const { t } = useWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const columns = useColumns();
  const records = useInfiniteQuery(pagedQuery<AuditRecordView>(['audit'], '/api/audit/records', { limit: 50, ...filter }));
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} actions={<ExportButton filter={filter} />}>
      <Verification />
      <FilterForm onFilter={setFilter} />
      <Paged
        query={records}
        skeleton={<SkeletonLines lines={10} height={44} />}
        empty={<Empty title={t('audit.empty')} text={t('audit.emptyText')} />}
      >
        {(rows) => <DataTable caption={t('audit.title')} rows={rows} rowKey={(row) => row.hash} columns={columns} />}
      </Paged>
      <Roots />
    </Page>
  );
}
