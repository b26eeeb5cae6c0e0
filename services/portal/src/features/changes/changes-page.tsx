import type { AcknowledgementRow } from '@aigaq/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { acknowledgementsQuery, changePath, countsQuery } from './changes.js';

type Shown = 'all' | AcknowledgementRow['state'];

/** Amendments of the card that concern one's own body and those below: who has taken note, who has not. */
export function ChangesPage() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const [edition, version] = [search.get('edition') ?? '', search.get('version') ?? ''];
  const [shown, setShown] = useState<Shown>('all');
  const rows = useInfiniteQuery(acknowledgementsQuery({ edition, version, state: shown === 'all' ? '' : shown, limit: 50 }));
  return (
    <Page title={t('changes.mine')} lead={t('changes.mineLead')}>
      <CountsOf edition={edition} version={Number(version)} />
      <div className="filters">
        <Segmented
          aria-label={t('changes.filter')}
          value={shown}
          onChange={setShown}
          options={(['all', 'pending', 'given'] as const).map((value) => ({ value, label: t(`changes.states.${value}`) }))}
        />
      </div>
      <Paged query={rows} skeleton={<SkeletonLines lines={6} height={44} />} empty={<Empty title={t('changes.empty')} text={t('changes.emptyText')} />}>
        {(items) => <Rows rows={items} />}
      </Paged>
    </Page>
  );
}

function CountsOf({ edition, version }: { edition: string; version: number }) {
  const { t, number } = useWords();
  const { data } = useQuery(countsQuery(edition, version));
  if (edition === '') {
    return null;
  }
  return <p role="status">{data ? t('changes.counts', { version, given: number(data.given), pending: number(data.pending) }) : t('loading')}</p>;
}

function Rows({ rows }: { rows: AcknowledgementRow[] }) {
  const { t, say, moment } = useWords();
  return (
    <DataTable
      caption={t('changes.mine')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'card',
          title: t('changes.card'),
          isWide: true,
          cell: ({ id, edition, version, organisation }) => (
            <>
              <Link to={changePath(id)}>
                {t('card.editionIs', { edition })}, {t('card.versionIs', { version })}
              </Link>
              <div className="muted small">{say(organisation.name)}</div>
            </>
          ),
        },
        { key: 'asked', title: t('changes.asked'), cell: ({ askedAt }) => moment(askedAt) },
        { key: 'state', title: t('card.status'), cell: ({ state }) => <Tag tone={state === 'given' ? 'good' : 'watch'}>{t(`changes.states.${state}`)}</Tag> },
        { key: 'by', title: t('changes.by'), cell: ({ by, at }) => (by === null || at === null ? '—' : `${by.name}, ${moment(at)}`) },
      ]}
    />
  );
}
