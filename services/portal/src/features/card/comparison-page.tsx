import type { ComparedSubtask, EditionComparison } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useId, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { ChangeList } from '../../ui/change-list.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { Page } from '../../ui/page.js';
import { Empty, Loaded, SkeletonLines } from '../../ui/states.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { comparisonQuery, editionsQuery } from './card.js';

type Kind = ComparedSubtask['kind'];
const KINDS: Kind[] = ['changed', 'added', 'removed', 'matched'];
const TONES: Record<Kind, Tone> = { matched: 'plain', changed: 'watch', added: 'good', removed: 'bad' };

/** What became of the subtasks of one year's card in another's. */
export function ComparisonPage() {
  const { edition = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { t } = useWords();
  const editions = useQuery(editionsQuery);
  const others = [...new Set((editions.data ?? []).map((row) => row.edition))].filter((other) => other !== edition);
  const other = search.get('with') ?? others[0] ?? '';
  const comparison = useQuery(comparisonQuery(edition, other));
  return (
    <Page
      crumbs={[
        { to: '/card', text: t('card.title') },
        { to: `/card/${encodeURIComponent(edition)}`, text: t('card.editionIs', { edition }) },
      ]}
      title={t('comparison.title')}
      lead={t('comparison.lead', { edition })}
    >
      {editions.data !== undefined && others.length === 0 ? (
        <Empty title={t('comparison.alone')} text={t('comparison.aloneText')} />
      ) : (
        <>
          <ChoiceField
            label={t('comparison.with')}
            value={other || null}
            onChange={(value) => setSearch({ with: value })}
            options={others.map((each) => ({ value: each, label: t('card.editionIs', { edition: each }) }))}
          />
          <Loaded query={comparison} skeleton={<SkeletonLines lines={8} height={44} />}>
            {(data) => <Compared data={data} />}
          </Loaded>
        </>
      )}
    </Page>
  );
}

function Compared({ data }: { data: EditionComparison }) {
  const { t, number } = useWords();
  const [shown, setShown] = useState<Kind | 'all'>('all');
  const countOf = (kind: Kind): number => data.rows.filter((row) => row.kind === kind).length;
  const rows = data.rows.filter(({ kind }) => shown === 'all' || shown === kind);
  return (
    <>
      <div className="filters">
        <Segmented
          aria-label={t('comparison.filter')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all' as const, label: t('comparison.all', { number: number(data.rows.length) }) },
            ...KINDS.map((kind) => ({ value: kind, label: `${t(`comparison.kinds.${kind}`)} · ${number(countOf(kind))}` })),
          ]}
        />
      </div>
      <ul className="changes">
        {rows.map((row) => (
          <Row key={`${row.kind} ${row.after?.code ?? row.before[0]?.code}`} row={row} />
        ))}
      </ul>
    </>
  );
}

function Row({ row }: { row: ComparedSubtask }) {
  const { t, say } = useWords();
  const id = useId();
  const shown = row.after ?? row.before[0];
  return (
    <li className="change" aria-labelledby={id}>
      <h3 id={id}>
        <span className="job-code">{shown?.code}</span> {shown && say(shown.title)} <Tag tone={TONES[row.kind]}>{t(`comparison.kinds.${row.kind}`)}</Tag>
      </h3>
      {row.after !== null && row.before.length > 0 && (
        <p className="muted small">{t('comparison.from', { codes: row.before.map(({ code, title }) => `${code} ${say(title)}`).join('; ') })}</p>
      )}
      {row.changes.length > 0 && <ChangeList changes={row.changes} />}
    </li>
  );
}
