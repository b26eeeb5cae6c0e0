import type { ClearanceView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { cardPath } from '../bodies/bodies.js';
import { Days } from '../bodies/body-history.js';
import { EndClearanceDialog, GrantClearanceDialog } from './clearance-dialogs.js';
import { clearancesQuery, SECRECIES, type Secrecy } from './clearances.js';

/** Who may see what is secret, by name. */
export function ClearancesPage() {
  const { t } = useWords();
  const [secrecy, setSecrecy] = useState<Secrecy | 'all'>('all');
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ClearanceView | null>(null);
  const clearances = useInfiniteQuery(clearancesQuery(secrecy));
  return (
    <Page title={t('clearances.title')} lead={t('clearances.lead')} actions={<Button onClick={() => setAdding(true)}>{t('clearances.add.act')}</Button>}>
      <div className="filters">
        <Segmented
          aria-label={t('clearances.secrecy')}
          value={secrecy}
          onChange={setSecrecy}
          options={[{ value: 'all' as const, label: t('clearances.all') }, ...SECRECIES.map((each) => ({ value: each, label: t(`clearances.kinds.${each}`) }))]}
        />
      </div>
      <Paged
        query={clearances}
        skeleton={<SkeletonLines lines={6} height={44} />}
        empty={<Empty title={t('clearances.empty')} text={t('clearances.emptyText')} />}
      >
        {(rows) => <Rows rows={rows} onEnd={setEnding} />}
      </Paged>
      {isAdding && <GrantClearanceDialog onClose={() => setAdding(false)} />}
      {ending !== null && <EndClearanceDialog clearance={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function Rows({ rows, onEnd }: { rows: ClearanceView[]; onEnd: (clearance: ClearanceView) => void }) {
  const { t, say } = useWords();
  const day = today(new Date());
  return (
    <DataTable
      caption={t('clearances.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          title: t('accounts.person'),
          isWide: true,
          cell: ({ person, organisation }) => (
            <>
              <div>{person.name}</div>
              <Link to={cardPath(organisation.id)} className="small">
                {say(organisation.name)}
              </Link>
            </>
          ),
        },
        { key: 'secrecy', title: t('clearances.secrecy'), cell: (row) => <Tag tone="accent">{t(`clearances.kinds.${row.secrecy}`)}</Tag> },
        { key: 'basis', title: t('clearances.basis'), cell: ({ basis }) => <span className="wrap">{basis}</span> },
        { key: 'days', title: t('bodies.days'), cell: (row) => <Days {...row} /> },
        {
          key: 'act',
          title: t('clearances.end.act'),
          cell: (row) =>
            row.until === null || row.until >= day ? (
              <Button size="small" danger aria-label={t('clearances.end.of', { name: row.person.name })} onClick={() => onEnd(row)}>
                {t('clearances.end.act')}
              </Button>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}
