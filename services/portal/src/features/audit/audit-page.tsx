import type { AuditRecordView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { pagedQuery } from '../../api/paged.js';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { Verification } from './verification.js';

const FIELDS = ['thingId', 'actorId', 'type'] as const;
type Filter = Partial<Record<(typeof FIELDS)[number], string>>;

function FilterForm({ onFilter }: { onFilter: (filter: Filter) => void }) {
  const { t } = useWords();
  const [filter, setFilter] = useState<Filter>({});
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onFilter(Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value.trim()])));
  };
  return (
    <form className="filters" role="search" onSubmit={submit}>
      {FIELDS.map((name) => (
        <label key={name} className="filter">
          <span>{t(`audit.${name}`)}</span>
          <Input
            value={filter[name] ?? ''}
            onChange={({ target }) => setFilter({ ...filter, [name]: target.value })}
          />
        </label>
      ))}
      <Button htmlType="submit">{t('audit.find')}</Button>
    </form>
  );
}

function Details({ record }: { record: AuditRecordView }) {
  const { t } = useWords();
  return (
    <details className="record">
      <summary>{t('audit.details')}</summary>
      <dl>
        <dt>{t('audit.hash')}</dt>
        <dd className="mono">{record.hash}</dd>
        <dt>{t('audit.previousHash')}</dt>
        <dd className="mono">{record.previousHash}</dd>
        <dt>{t('audit.correlation')}</dt>
        <dd className="mono">{record.correlationId}</dd>
      </dl>
      <pre tabIndex={0} aria-label={t('audit.payload')}>
        {JSON.stringify(record.payload, null, 2)}
      </pre>
    </details>
  );
}

/** Who saw, changed and decided what, newest first, and the proof that nothing was taken out. */
export function AuditPage() {
  const { t, moment, number, coded } = useWords();
  const [filter, setFilter] = useState<Filter>({});
  const records = useInfiniteQuery(pagedQuery<AuditRecordView>(['audit'], '/api/audit/records', { limit: 50, ...filter }));
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Verification />
      <FilterForm onFilter={setFilter} />
      <Paged
        query={records}
        skeleton={<SkeletonLines lines={10} height={44} />}
        empty={<Empty title={t('audit.empty')} text={t('audit.emptyText')} />}
      >
        {(rows) => (
          <DataTable
            caption={t('audit.title')}
            rows={rows}
            rowKey={(row) => String(row.number)}
            columns={[
              { key: 'number', title: '№', isNumber: true, cell: (row) => number(row.number) },
              { key: 'time', title: t('audit.time'), cell: (row) => <time dateTime={row.time}>{moment(row.time)}</time> },
              { key: 'act', title: t('audit.act'), cell: (row) => coded('acts', row.type) },
              { key: 'who', title: t('audit.who'), cell: (row) => row.actor.name },
              { key: 'thing', title: t('audit.thing'), cell: (row) => <span className="mono wrap">{row.thingId}</span> },
              { key: 'details', title: t('audit.details'), isWide: true, cell: (row) => <Details record={row} /> },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
