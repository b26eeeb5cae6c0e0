import type { DecreeView, MovedDates } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { DataTable } from '../../ui/data-table.js';
import { usePeriodName } from '../../ui/period.js';
import { Tag } from '../../ui/tag.js';

/** Which days change, and every date that would move: old -> new. Nothing is stored yet. */
export function DecreePreview({ preview }: { preview: DecreeView }) {
  const { t, day, number } = useWords();
  if (preview.isUnchanged) {
    return (
      <p className="notice-good" role="status">
        {t('calendar.decree.unchanged')}
      </p>
    );
  }
  return (
    <div className="stack">
      <div role="status">
        <p className="notice-good">{t('calendar.decree.counted', { assignments: number(preview.assignments), dates: number(preview.dates.length + preview.datesLeftOut) })}</p>
        <p>{t('calendar.decree.workingDays', { before: number(preview.workingDays.before), after: number(preview.workingDays.after) })}</p>
      </div>
      <ul className="plain-list">
        {preview.days.map(({ day: on, isWorking }) => (
          <li key={on}>
            <time dateTime={on}>{day(on)}</time> — {t(isWorking ? 'calendar.decree.becomesWorking' : 'calendar.decree.becomesOff')}
          </li>
        ))}
      </ul>
      {preview.dates.length > 0 && <Dates dates={preview.dates} />}
      {preview.datesLeftOut > 0 && <p className="muted small">{t('calendar.decree.leftOut', { number: number(preview.datesLeftOut) })}</p>}
    </div>
  );
}

function Dates({ dates }: { dates: MovedDates[] }) {
  const { t, number } = useWords();
  const periodName = usePeriodName();
  return (
    <DataTable
      caption={t('calendar.decree.dates')}
      rows={dates}
      rowKey={({ of, edition, subtask, period, dueOn, lockedOn }) => [of, edition, subtask, period, dueOn.before, lockedOn.before, lockedOn.after].join(':')}
      columns={[
        { key: 'subtask', title: t('calendar.decree.subtask'), cell: ({ subtask }) => <span className="job-code">{subtask}</span> },
        { key: 'period', title: t('card.period'), isWide: true, cell: ({ period }) => periodName(period) },
        {
          key: 'count',
          title: t('calendar.decree.assignments'),
          isNumber: true,
          cell: ({ of, count }) => (of === 'card' ? <Tag>{t('calendar.decree.ofCard')}</Tag> : number(count)),
        },
        { key: 'due', title: t('clocks.due'), cell: ({ dueOn }) => <Moved {...dueOn} /> },
        { key: 'locked', title: t('clocks.locked'), cell: ({ lockedOn }) => <Moved {...lockedOn} /> },
      ]}
    />
  );
}

function Moved({ before, after }: { before: string; after: string }) {
  const { t, day } = useWords();
  return before === after ? <>{day(before)}</> : <span>{t('calendar.decree.moved', { before: day(before), after: day(after) })}</span>;
}
