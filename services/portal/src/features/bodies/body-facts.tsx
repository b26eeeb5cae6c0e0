import type { BodyName, BodyView, DatedRelation } from '@aigaq/api';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Copyable } from '../../ui/copyable.js';
import { cardPath } from './bodies.js';

/** BIN, days, supervisors, what the body came of and what became of it. */
export function BodyFacts({ body }: { body: BodyView }) {
  const { t, day } = useWords();
  const supervision = body.supervision.filter(({ until }) => until === null);
  const facts: [name: string, value: ReactNode][] = [
    [t('bodies.bin'), body.bin === null ? t('bodies.noBin') : <Copyable value={body.bin} label={t('bodies.bin')} />],
    [t('bodies.since'), day(body.validFrom)],
    ...(body.validUntil === null ? [] : [[t('bodies.closedOn'), day(body.validUntil)] as [string, ReactNode]]),
    [t('bodies.supervisors'), supervision.length === 0 ? t('bodies.none') : <Supervision relations={supervision} />],
    ...named(t('bodies.predecessors'), body.predecessors),
    ...named(t('bodies.successors'), body.successors),
  ];
  return (
    <dl className="standing">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const named = (title: string, bodies: BodyName[]): [string, ReactNode][] => (bodies.length === 0 ? [] : [[title, <Names key={title} bodies={bodies} />]]);

function Names({ bodies }: { bodies: BodyName[] }) {
  const { say } = useWords();
  return bodies.map(({ id, name }, place) => (
    <Fragment key={id}>
      {place > 0 && ', '}
      <Link to={cardPath(id)}>{say(name)}</Link>
    </Fragment>
  ));
}

function Supervision({ relations }: { relations: DatedRelation[] }) {
  const { t, say, day } = useWords();
  return (
    <ul>
      {relations.map(({ body, from }) => (
        <li key={body.id}>
          <Link to={cardPath(body.id)}>{say(body.name)}</Link> <span className="muted small">{t('bodies.from', { day: day(from) })}</span>
        </li>
      ))}
    </ul>
  );
}
