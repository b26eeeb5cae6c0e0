import type { BodyView, ChairsView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { ChairItem } from './chair-item.js';
import { chairsQuery } from './heads.js';
import { OpenChairDialog } from './open-chair-dialog.js';

/** The chairs of a body, each with who holds it now and who held it before. */
export function ChairsPanel({ body }: { body: BodyView }) {
  const { t } = useWords();
  const chairs = useQuery(chairsQuery(body.id));
  const [isOpening, setOpening] = useState(false);
  const mayAppoint = body.allowed.includes('appoint');
  return (
    <>
      {mayAppoint && (
        <div className="panel-acts">
          <Button onClick={() => setOpening(true)}>{t('chairs.open.act')}</Button>
        </div>
      )}
      <Loaded query={chairs} skeleton={<SkeletonLines lines={4} height={84} />}>
        {(view) => <Chairs view={view} mayAppoint={mayAppoint} />}
      </Loaded>
      {isOpening && <OpenChairDialog bodyId={body.id} onClose={() => setOpening(false)} />}
    </>
  );
}

function Chairs({ view: { organisationId, chairs }, mayAppoint }: { view: ChairsView; mayAppoint: boolean }) {
  const { t } = useWords();
  if (chairs.length === 0) {
    return <Empty title={t('chairs.empty')} text={t('chairs.emptyText')} />;
  }
  const living = chairs.filter(({ until }) => until === null);
  const gone = chairs.filter(({ until }) => until !== null);
  return (
    <ul className="cards" aria-label={t('bodies.tabs.people')}>
      {[...living, ...gone].map((chair) => (
        <ChairItem key={chair.id} bodyId={organisationId} chair={chair} mayAppoint={mayAppoint && chair.until === null} />
      ))}
    </ul>
  );
}
