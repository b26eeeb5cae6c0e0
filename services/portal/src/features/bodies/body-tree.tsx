import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import type { BodyRow } from '@aigaq/api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Paged } from '../../ui/paged.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { bodyQuery, cardPath, childrenQuery } from './bodies.js';

/** Bodies under one another; what is under a body is fetched when it is opened. */
export function BodyTree({ rootIds, closed }: { rootIds: string[]; closed: boolean }) {
  const { t } = useWords();
  return (
    <ul className="tree" aria-label={t('bodies.tree')}>
      {rootIds.map((id) => (
        <Root key={id} id={id} closed={closed} />
      ))}
    </ul>
  );
}

function Root({ id, closed }: { id: string; closed: boolean }) {
  const root = useQuery(bodyQuery(id));
  return (
    <Loaded query={root} skeleton={<TreeSkeleton lines={8} />}>
      {(body) => <Node body={body} closed={closed} isOpenAtFirst />}
    </Loaded>
  );
}

const TreeSkeleton = ({ lines }: { lines: number }) => (
  <li>
    <SkeletonLines lines={lines} height={36} />
  </li>
);

interface NodeProps {
  body: BodyRow;
  closed: boolean;
  isOpenAtFirst?: boolean;
}

function Node({ body, closed, isOpenAtFirst = false }: NodeProps) {
  const { t, say } = useWords();
  const [isOpen, setOpen] = useState(isOpenAtFirst && body.hasChildren);
  const name = say(body.name);
  return (
    <li className="tree-node">
      <div className="tree-row">
        {body.hasChildren ? (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={isOpen}
            aria-label={t('bodies.below', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
          </button>
        ) : (
          <span className="tree-leaf" aria-hidden="true" />
        )}
        <Link to={cardPath(body.id)}>{name}</Link>
        {say(body.shortName) !== '' && <span className="muted small">{say(body.shortName)}</span>}
        {body.validUntil !== null && <Tag>{t('bodies.isClosed')}</Tag>}
      </div>
      {isOpen && <Children of={body} closed={closed} />}
    </li>
  );
}

function Children({ of, closed }: { of: BodyRow; closed: boolean }) {
  const { t, say } = useWords();
  const children = useInfiniteQuery(childrenQuery(of.id, closed));
  return (
    <div className="tree-below">
      <Paged
        query={children}
        skeleton={<SkeletonLines lines={4} height={36} />}
        empty={<p className="muted small">{t('bodies.nothingBelow')}</p>}
      >
        {(rows) => (
          <ul aria-label={t('bodies.below', { name: say(of.name) })}>
            {rows.map((row) => (
              <Node key={row.id} body={row} closed={closed} />
            ))}
          </ul>
        )}
      </Paged>
    </div>
  );
}
