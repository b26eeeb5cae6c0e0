import type { BodyView, DatedName, DatedRelation } from '@aigaq/api';
import { useId } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { cardPath } from './bodies.js';

/** How the body was called, under whom it stood and who supervised it, newest first. */
export function BodyHistory({ body }: { body: BodyView }) {
  const { t } = useWords();
  return (
    <>
      <Names names={body.names} />
      <Relations title={t('bodies.parents')} relations={body.parents} none={t('bodies.noParent')} />
      <Relations title={t('bodies.supervision')} relations={body.supervision} none={t('bodies.none')} />
    </>
  );
}

interface Dated {
  from: string;
  until: string | null;
}

const newestFirst = <T extends Dated>(rows: T[]): T[] => rows.toSorted((one, other) => other.from.localeCompare(one.from));

/** «с … по …», or «с …» while it lasts. */
export function Days({ from, until }: Dated) {
  const { t, day } = useWords();
  return until === null ? t('bodies.from', { day: day(from) }) : t('bodies.fromUntil', { from: day(from), until: day(until) });
}

function Names({ names }: { names: DatedName[] }) {
  const { t } = useWords();
  const title = useId();
  return (
    <section className="block" aria-labelledby={title}>
      <h2 id={title}>{t('bodies.names')}</h2>
      <DataTable
        caption={t('bodies.names')}
        rows={newestFirst(names)}
        rowKey={({ from }) => from}
        columns={[
          { key: 'kk', title: t('bodies.languages.kk'), isWide: true, cell: ({ name, shortName }) => <Called lang="kk" name={name.kk} code={shortName.kk} /> },
          { key: 'ru', title: t('bodies.languages.ru'), cell: ({ name, shortName }) => <Called lang="ru" name={name.ru} code={shortName.ru} /> },
          { key: 'days', title: t('bodies.days'), cell: (row) => <Days {...row} /> },
        ]}
      />
    </section>
  );
}

const Called = ({ lang, name, code }: { lang: string; name: string; code: string }) => (
  <span lang={lang}>
    {name} {code !== '' && <span className="muted small">({code})</span>}
  </span>
);

function Relations({ title, relations, none }: { title: string; relations: DatedRelation[]; none: string }) {
  const { t, say } = useWords();
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {relations.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <DataTable
          caption={title}
          rows={newestFirst(relations)}
          rowKey={({ body, from }) => `${body.id}:${from}`}
          columns={[
            { key: 'body', title: t('bodies.body'), isWide: true, cell: ({ body }) => <Link to={cardPath(body.id)}>{say(body.name)}</Link> },
            { key: 'days', title: t('bodies.days'), cell: (row) => <Days {...row} /> },
          ]}
        />
      )}
    </section>
  );
}
