import type { AnalysisRow } from '@aigaq/api';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Tag } from '../../ui/tag.js';
import { analysisPath, TONES } from './analyses.js';
import { stepName } from './said.js';

export function AnalysisRows({ rows }: { rows: AnalysisRow[] }) {
  const words = useWords();
  const { t, say, day } = words;
  return (
    <DataTable
      caption={t('analyses.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'object',
          title: t('analyses.object'),
          isWide: true,
          cell: ({ id, object, organisation, kind }) => (
            <>
              <Link to={analysisPath(id)}>{object}</Link>
              <span className="muted small analysis-under">
                {say(organisation.name)}
                {kind === 'external' && ` · ${t('analyses.kinds.external')}`}
              </span>
            </>
          ),
        },
        { key: 'days', title: t('analyses.days'), cell: ({ start, end }) => t('analyses.fromTo', { start: day(start), end: day(end) }) },
        { key: 'status', title: t('analyses.statusTitle'), cell: ({ status }) => <Tag tone={TONES[status]}>{t(`analyses.status.${status}`)}</Tag> },
        {
          key: 'next',
          title: t('analyses.next'),
          isWide: true,
          cell: ({ next, overdue }) => (
            <>
              {next === null ? t('analyses.nothingNext') : `${stepName(next, words)}${next.dueOn === null ? '' : ` — ${day(next.dueOn)}`}`}
              {overdue > 0 && (
                <>
                  {' '}
                  <Tag tone="bad">{t('analyses.overdue', { count: overdue })}</Tag>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
