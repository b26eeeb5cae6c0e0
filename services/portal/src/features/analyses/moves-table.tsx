import type { MovedDate } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { stepName } from './said.js';

/** Each date that moves: before and after. */
export function MovesTable({ moved }: { moved: MovedDate[] }) {
  const words = useWords();
  const { t, day } = words;
  const dayOr = (value: string | null): string => (value === null ? t('analyses.none') : day(value));
  const nameOf = ({ step, title, period }: MovedDate): string =>
    title === null ? t(step === 'analysis_start' ? 'analyses.start' : 'analyses.end') : stepName({ title, period }, words);
  return (
    <DataTable
      caption={t('analyses.moved')}
      rows={moved}
      rowKey={({ step }) => step}
      columns={[
        { key: 'step', title: t('analyses.step'), isWide: true, cell: nameOf },
        { key: 'before', title: t('analyses.before'), cell: ({ before }) => dayOr(before) },
        { key: 'after', title: t('analyses.after'), cell: ({ after }) => <strong>{dayOr(after)}</strong> },
      ]}
    />
  );
}
