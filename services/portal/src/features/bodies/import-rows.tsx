import type { ImportedRow, RegisterImportView } from '@aigaq/api';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { cardPath } from './bodies.js';
import { changesIn, countOf, type Outcome, OUTCOMES } from './import.js';

const TONES: Record<Outcome, Tone> = { refused: 'bad', created: 'good', changed: 'info', closed: 'watch', unchanged: 'plain' };

/** What became, or would become, of the rows: counts by outcome, and each row in words. */
export function ImportRows({ view }: { view: RegisterImportView }) {
  const { t, number } = useWords();
  const [shown, setShown] = useState<Outcome | 'all'>('all');
  const rows = view.rows.filter(({ outcome }) => shown === 'all' || shown === outcome);
  const told = OUTCOMES.filter((outcome) => outcome !== 'unchanged' && countOf(view, outcome) > 0);
  const total = told.reduce((sum, outcome) => sum + countOf(view, outcome), 0);
  return (
    <div className="stack">
      <Verdict view={view} />
      {told.length > 1 && (
        <div className="filters">
          <Segmented
            aria-label={t('bodies.import.filter')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all' as const, label: t('bodies.import.all', { number: number(total) }) },
              ...told.map((outcome) => ({ value: outcome, label: `${t(`bodies.import.outcomes.${outcome}`)} · ${number(countOf(view, outcome))}` })),
            ]}
          />
        </div>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
      {view.rows.length < total && <p className="muted small">{t('bodies.import.firstOnly', { number: number(view.rows.length) })}</p>}
    </div>
  );
}

function Verdict({ view }: { view: RegisterImportView }) {
  const { t, number } = useWords();
  const refused = countOf(view, 'refused');
  const key = refused > 0 ? 'bodies.import.hasRefused' : changesIn(view) === 0 ? 'bodies.import.nothingToDo' : 'bodies.import.isFine';
  return (
    <div role="status">
      <p className={refused > 0 ? 'notice-bad' : 'notice-good'}>{t(key, { number: number(refused) })}</p>
      <dl className="import-counts">
        {OUTCOMES.map((outcome) => (
          <div key={outcome}>
            <dt>{t(`bodies.import.outcomes.${outcome}`)}</dt>
            <dd className="figure">{number(countOf(view, outcome))}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Rows({ rows }: { rows: ImportedRow[] }) {
  const { t, number } = useWords();
  return (
    <DataTable
      caption={t('bodies.import.rows')}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: 'number', title: t('bodies.import.row'), isNumber: true, cell: (row) => number(row.number) },
        { key: 'name', title: t('bodies.body'), isWide: true, cell: (row) => <RowName row={row} /> },
        { key: 'outcome', title: t('bodies.import.outcome'), cell: ({ outcome }) => <Tag tone={TONES[outcome]}>{t(`bodies.import.one.${outcome}`)}</Tag> },
        { key: 'words', title: t('bodies.import.words'), cell: ({ words }) => <Words words={words} /> },
      ]}
    />
  );
}

/** Only what is in the register already has a card. */
const RowName = ({ row: { id, name, outcome } }: { row: ImportedRow }) =>
  outcome === 'changed' || outcome === 'closed' ? <Link to={cardPath(id)}>{name}</Link> : <span className="wrap">{name || id || '—'}</span>;

const Words = ({ words }: { words: string[] }) => (
  <ul className="plain-list wrap">
    {words.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);
