import type { RiskPicturesView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { picturePath, picturesQuery } from './risk-pictures.js';
import { shadeOf } from './shade.js';

const COUNTS = ['positions', 'risks', 'entries'] as const;
type Count = (typeof COUNTS)[number];
type Region = RiskPicturesView['regions'][number];

/** The regions on a schematic: how many positions, risks or entries each has. */
export function PicturesPage() {
  const { t } = useWords();
  const [count, setCount] = useState<Count>('positions');
  const query = useQuery(picturesQuery);
  return (
    <Page title={t('pictures.title')} lead={t('pictures.lead')}>
      <div className="filters">
        <Segmented aria-label={t('pictures.show')} value={count} onChange={setCount} options={COUNTS.map((value) => ({ value, label: t(`pictures.counts.${value}`) }))} />
      </div>
      <Loaded query={query} skeleton={<SkeletonLines lines={5} height={92} />}>
        {(view) => <Tiles view={view} count={count} />}
      </Loaded>
    </Page>
  );
}

function Tiles({ view: { columns, regions }, count }: { view: RiskPicturesView; count: Count }) {
  const { t, say, number } = useWords();
  const most = Math.max(...regions.map((region) => region[count]));
  const inOrder = regions.toSorted((one, other) => one.row - other.row || one.column - other.column);
  return (
    <ul className="region-tiles" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }} aria-label={t(`pictures.counts.${count}`)}>
      {inOrder.map((region: Region) => (
        <li key={region.regionId} className={`region-tile shade-${shadeOf(region[count], most)}`} style={{ gridColumn: region.column + 1, gridRow: region.row + 1 }}>
          <Link to={picturePath(region.regionId)}>{say(region.name)}</Link>
          <strong>{number(region[count])}</strong>
        </li>
      ))}
    </ul>
  );
}
