import type { AssignmentView, ClockReason } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';

const CLOCKS = ['opens', 'due', 'onTime', 'locked'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Four clocks on one line of time, each with the reason why it shows this day. */
export function Clocks({ clocks }: { clocks: AssignmentView['clocks'] }) {
  const { t, day } = useWords();
  const now = today(new Date());
  return (
    <section className="block" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks.title')}</h2>
      <ol className="clocks">
        {CLOCKS.map((clock) => {
          const { day: on, reason } = clocks[clock];
          return (
            <li key={clock} className={on <= now ? 'is-past' : ''}>
              <span className="clock-name">{t(`clocks.${clock}`)}</span>
              <time dateTime={on}>{day(on)}</time>
              <Reason {...reason} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Why it is this day; which holidays were passed over; whether it may still move. */
function Reason({ code, data }: ClockReason) {
  const { t, day, coded } = useWords();
  const said = (value: ClockReason['data'][string]): unknown => {
    if (Array.isArray(value)) {
      return value.map(said).join(', ');
    }
    return typeof value === 'string' && DAY.test(value) ? day(value) : value;
  };
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, said(value)]));
  const daysOff = Array.isArray(data['daysOff']) ? data['daysOff'] : [];
  return (
    <span className="muted small">
      {coded('reasons', code, { ...values, count: data['amount'] })}
      {daysOff.length > 0 && ` ${t('clocks.daysOff', { days: said(daysOff) })}`}
      {data['isForecast'] === true && ` ${t('clocks.forecast')}`}
    </span>
  );
}
