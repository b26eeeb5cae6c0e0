import type { ChairView, HeadView } from '@aigaq/api';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { Days } from '../bodies/body-history.js';
import { AppointDialog } from './appoint-dialog.js';
import { AbolishDialog, EndTenureDialog } from './end-tenure-dialog.js';

interface ChairItemProps {
  bodyId: string;
  chair: ChairView;
  mayAppoint: boolean;
}

type Shown = { act: 'appoint' | 'act' | 'abolish' } | { act: 'end'; head: HeadView };

/** In office today or from a later day; the last day is included. */
const isNow = ({ until }: HeadView, day: string): boolean => until === null || until >= day;

/** One chair: who holds it, whether it is vacant, and what may be done. */
export function ChairItem({ bodyId, chair, mayAppoint }: ChairItemProps) {
  const { t, say } = useWords();
  const title = useId();
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => setShown(null);
  const day = today(new Date());
  const present = chair.holders.filter((head) => isNow(head, day));
  return (
    <li className={chair.vacant ? 'card is-vacant' : 'card'} aria-labelledby={title}>
      <div className="card-head">
        <div className="grow">
          <p className="over">{t(`chairs.levels.${chair.level}`)}</p>
          <h2 id={title}>{say(chair.position)}</h2>
        </div>
        <ChairState chair={chair} />
      </div>
      <ul className="holders">
        {present.map((head) => (
          <Holder key={head.id} head={head} onEnd={mayAppoint ? () => setShown({ act: 'end', head }) : undefined} />
        ))}
      </ul>
      {mayAppoint && (
        <div className="act-row" role="group" aria-labelledby={title}>
          <Button onClick={() => setShown({ act: 'appoint' })}>{t('chairs.appoint.act')}</Button>
          <Button onClick={() => setShown({ act: 'act' })}>{t('chairs.act.act')}</Button>
          <Button type="text" danger onClick={() => setShown({ act: 'abolish' })}>
            {t('chairs.abolish.act')}
          </Button>
        </div>
      )}
      <Former heads={chair.holders.filter((head) => !isNow(head, day))} />
      <Dialog shown={shown} bodyId={bodyId} chair={chair} onClose={close} />
    </li>
  );
}

function Dialog({ shown, ...given }: { shown: Shown | null; bodyId: string; chair: ChairView; onClose: () => void }) {
  if (shown === null) {
    return null;
  }
  if (shown.act === 'end') {
    return <EndTenureDialog bodyId={given.bodyId} head={shown.head} onClose={given.onClose} />;
  }
  return shown.act === 'abolish' ? <AbolishDialog {...given} /> : <AppointDialog {...given} isActing={shown.act === 'act'} />;
}

function ChairState({ chair: { vacant, vacantSince, until } }: { chair: ChairView }) {
  const { t, day } = useWords();
  if (until !== null) {
    return <Tag>{t('chairs.abolished', { day: day(until) })}</Tag>;
  }
  if (!vacant) {
    return null;
  }
  return <Tag tone="bad">{vacantSince === null ? t('chairs.vacant') : t('chairs.vacantSince', { day: day(vacantSince) })}</Tag>;
}

function Holder({ head, onEnd }: { head: HeadView; onEnd?: (() => void) | undefined }) {
  const { t, say, day } = useWords();
  const { acting, personName, position } = head;
  return (
    <li className="holder">
      <div className="grow">
        <strong>{say(personName)}</strong> {acting !== null && <Tag tone="info">{t('chairs.acting')}</Tag>}
        <p className="muted small">
          {acting !== null && `${say(position)} · ${t('chairs.byOrder', { number: acting.orderNumber, day: day(acting.orderDate) })} · `}
          <Days {...head} />
        </p>
      </div>
      {onEnd !== undefined && (
        <Button size="small" danger onClick={onEnd} aria-label={t('chairs.end.of', { name: say(personName) })}>
          {t('chairs.end.act')}
        </Button>
      )}
    </li>
  );
}

function Former({ heads }: { heads: HeadView[] }) {
  const { t } = useWords();
  return heads.length === 0 ? null : (
    <details className="record">
      <summary>{t('chairs.former', { number: heads.length })}</summary>
      <ul className="holders">
        {heads.map((head) => (
          <Holder key={head.id} head={head} />
        ))}
      </ul>
    </details>
  );
}
