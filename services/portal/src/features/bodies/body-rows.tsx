import type { BodyRow } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { bodiesQuery, cardPath } from './bodies.js';
import type { Filters } from './body-filters.js';
import { useKindWords } from './kinds.js';

/** What was searched for, as a list; each with the place where it stands. */
export function BodyRows({ filters }: { filters: Filters }) {
  const { t } = useWords();
  const kindOf = useKindWords();
  const bodies = useInfiniteQuery(bodiesQuery({ ...filters, limit: 50 }));
  return (
    <Paged
      query={bodies}
      skeleton={<SkeletonLines lines={8} height={44} />}
      empty={<Empty title={t('bodies.empty')} text={t('bodies.emptyText')} />}
    >
      {(rows) => (
        <DataTable
          caption={t('bodies.found')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('bodies.name'), isWide: true, cell: (row) => <Name body={row} /> },
            { key: 'place', title: t('bodies.place'), cell: (row) => <Place body={row} /> },
            { key: 'kind', title: t('bodies.kind'), cell: kindOf },
            { key: 'bin', title: t('bodies.bin'), cell: ({ bin }) => (bin === null ? '—' : <span className="mono">{bin}</span>) },
          ]}
        />
      )}
    </Paged>
  );
}

function Name({ body }: { body: BodyRow }) {
  const { t, say } = useWords();
  return (
    <span className="row wrap-row">
      <Link to={cardPath(body.id)}>{say(body.name)}</Link>
      {say(body.shortName) !== '' && <span className="muted small">{say(body.shortName)}</span>}
      {body.validUntil !== null && <Tag>{t('bodies.isClosed')}</Tag>}
    </span>
  );
}

/** From the root to the superior. */
function Place({ body }: { body: BodyRow }) {
  const { say } = useWords();
  const path = (body.ancestors ?? []).toReversed();
  return path.length === 0 ? '—' : <span className="small">{path.map(({ name }) => say(name)).join(' › ')}</span>;
}
