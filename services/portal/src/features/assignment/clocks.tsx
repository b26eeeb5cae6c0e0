import type { AssignmentView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { today } from '../../texts/dates.js';

const CLOCKS = ['opens', 'due', 'extended', 'locked'] as const;

/** The days on one line of time, each with the reason why it is this day. The due day of the card stays beside an extension. */
export function Clocks({ clocks }: { clocks: AssignmentView['clocks'] }) {
  const { t, day, coded } = useWords();
  const now = today(new Date());
  return (
    <section className="block" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks.title')}</h2>
      <ol className="clocks">
        {CLOCKS.map((clock) => {
          const dated = clocks[clock];
          if (dated === null) {
            return null;
          }
          const { day: on, reason } = dated;
          const { dueOn, ...data } = reason.data;
          return (
            <li key={clock} className={on <= now ? 'is-past' : ''}>
              <span className="clock-name">{t(`clocks.${clock}`)}</span>
              <time dateTime={on}>{day(on)}</time>
              <span className="muted small">
                {coded('reasons', reason.code, { ...data, dueOn: dueOn === undefined ? '' : day(dueOn) })}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
