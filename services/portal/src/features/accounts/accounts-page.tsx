import type { AccountRow } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { AccountCard } from './account-card.js';
import { accountsQuery } from './accounts.js';

type Status = AccountRow['status'];
const STATUSES: Status[] = ['invited', 'active', 'deactivated'];

/** People who hold, or held, a role in a body below the one who looks. */
export function AccountsPage() {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<Status | 'all'>('all');
  const asked = useDeferredValue(search.trim());
  const accounts = useInfiniteQuery(accountsQuery({ search: asked, status: status === 'all' ? '' : status }));
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')}>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="filter filter-search">
          <span>{t('accounts.search')}</span>
          <Input value={search} onChange={({ target }) => setSearch(target.value)} maxLength={100} />
        </label>
        <Segmented
          aria-label={t('accounts.status')}
          value={status}
          onChange={setStatus}
          options={[
            { value: 'all' as const, label: t('accounts.all') },
            ...STATUSES.map((each) => ({ value: each, label: t(`accounts.statuses.${each}`) })),
          ]}
        />
      </form>
      <Paged
        query={accounts}
        skeleton={<SkeletonLines lines={6} height={96} />}
        empty={<Empty title={t('accounts.empty')} text={t('accounts.emptyText')} />}
      >
        {(rows) => (
          <ul className="cards" aria-label={t('accounts.title')}>
            {rows.map((account) => (
              <AccountCard key={account.id} account={account} />
            ))}
          </ul>
        )}
      </Paged>
    </Page>
  );
}
