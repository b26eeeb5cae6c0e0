import type { AnalysisDate } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { reasonText, stepName } from './said.js';

/** Every date that follows from the days of an analysis, with why it is that day. */
export function DatesTable({ dates }: { dates: AnalysisDate[] }) {
  const words = useWords();
  const { t, day } = words;
  return (
    <DataTable
      caption={t('analyses.dates')}
      rows={dates}
      rowKey={({ key }) => key}
      columns={[
        { key: 'step', title: t('analyses.step'), isWide: true, cell: (date) => stepName(date, words) },
        {
          key: 'due',
          title: t('analyses.dueOn'),
          cell: ({ dueOn, isProvisional }) => (
            <>
              {dueOn === null ? t('analyses.notYet') : <time dateTime={dueOn}>{day(dueOn)}</time>}
              {isProvisional && <span className="muted small analysis-provisional">{t('analyses.provisional')}</span>}
            </>
          ),
        },
        { key: 'why', title: t('analyses.why'), isWide: true, cell: (date) => <span className="muted small">{reasonText(date, words)}</span> },
      ]}
    />
  );
}
