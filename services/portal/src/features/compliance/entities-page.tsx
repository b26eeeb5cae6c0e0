import type { EntityRow } from '@aigaq/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { meQuery } from '../../api/people.js';
import { pagedQuery } from '../../api/paged.js';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { Share } from './share.js';

/** Quasi-state entities that the person may see, with how many of the eight documents each has in force. */
export function EntitiesPage() {
  const { t, say } = useWords();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data: me } = useQuery(meQuery);
  const entities = useInfiniteQuery(
    pagedQuery<EntityRow>(['compliance', 'entities'], '/api/compliance/entities', { limit: 50, search: asked }),
  );
  const supervisor = me?.memberships.find(({ organisation }) => !['agency', 'quasi-state'].includes(organisation.kind));
  return (
    <Page
      title={t('compliance.title')}
      lead={t('compliance.lead')}
      actions={
        supervisor && (
          <Link to={`/compliance/scores/${encodeURIComponent(supervisor.organisation.id)}`}>{t('compliance.ownScore')}</Link>
        )
      }
    >
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="filter grow">
          <span>{t('compliance.search')}</span>
          <Input value={search} onChange={({ target }) => setSearch(target.value)} maxLength={100} />
        </label>
      </form>
      <Paged
        query={entities}
        skeleton={<SkeletonLines lines={10} height={44} />}
        empty={<Empty title={t('compliance.empty')} text={t('compliance.emptyText')} />}
      >
        {(rows) => (
          <DataTable
            caption={t('compliance.title')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: t('compliance.entity'),
                isWide: true,
                cell: (row) => <Link to={`/compliance/${encodeURIComponent(row.id)}`}>{say(row.name)}</Link>,
              },
              { key: 'bin', title: t('compliance.bin'), cell: (row) => <span className="mono">{row.bin}</span> },
              {
                key: 'supervisors',
                title: t('compliance.supervisor'),
                cell: (row) => row.supervisors.map(({ name }) => say(name)).join(', '),
              },
              {
                key: 'share',
                title: t('compliance.inForce'),
                cell: (row) => <Share part={row.registered} whole={row.total} label={say(row.name)} />,
              },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
