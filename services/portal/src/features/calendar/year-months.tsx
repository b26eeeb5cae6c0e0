import { monthName } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { type DayKind, type SpecialDay, weeksOf } from './days.js';

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Marks that are told apart without colour. */
const MARKS: Record<DayKind, string> = { holiday: '★', transferred: '→', moved: '⇄', worked: '+' };
const KINDS = Object.keys(MARKS) as DayKind[];

/** Twelve months; a special day has a mark, and says in words what it is. */
export function YearMonths({ year, special }: { year: number; special: SpecialDay[] }) {
  const { t } = useWords();
  const byDay = new Map(special.map((each) => [each.day, each]));
  return (
    <section aria-labelledby="calendar-months">
      <h2 id="calendar-months" className="unseen">
        {t('calendar.months')}
      </h2>
      <ul className="calendar-legend">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className={`calendar-mark is-${kind}`} aria-hidden="true">
              {MARKS[kind]}
            </span>
            {t(`calendar.kinds.${kind}`)}
          </li>
        ))}
      </ul>
      <div className="calendar-months">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} byDay={byDay} />
        ))}
      </div>
    </section>
  );
}

function Month({ year, month, byDay }: { year: number; month: number; byDay: ReadonlyMap<string, SpecialDay> }) {
  const { t, language } = useWords();
  return (
    <table className="calendar-month">
      <caption>{monthName(month, language)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`calendar.weekdays.${weekday}`)}>
              {t(`calendar.weekdaysShort.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, number) => (
          <tr key={number}>
            {week.map((day, place) => (
              <Day key={WEEKDAYS[place]} day={day} isWeekend={place > 4} special={byDay.get(day)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, isWeekend, special }: { day: string; isWeekend: boolean; special: SpecialDay | undefined }) {
  const { t, say } = useWords();
  if (day === '') {
    return <td />;
  }
  const kind = special?.kind ?? (isWeekend ? 'weekend' : 'weekday');
  const words = special && [t(`calendar.kinds.${special.kind}`), special.name && say(special.name)].filter(Boolean).join(': ');
  return (
    <td className={`is-${kind}`} title={words}>
      {Number(day.slice(8))}
      {special && (
        <>
          <sup aria-hidden="true">{MARKS[special.kind]}</sup>
          <span className="unseen">, {words}</span>
        </>
      )}
    </td>
  );
}
