import type { AssignmentView, HistoryEntry } from '@aigaq/api';
import { Button } from 'antd';
import { useWords } from '../../texts/words.js';

interface HistoryProps {
  history: AssignmentView['history'];
  /** Shows the pinned remark of this step on its page. */
  onShow: (step: number) => void;
}

/** What happened so far, oldest first. */
export function History({ history, onShow }: HistoryProps) {
  const { t, say, moment, day } = useWords();
  const whoOf = ({ by, organisation, from }: HistoryEntry): string => {
    if (organisation !== null && from !== null && from.id !== organisation.id) {
      return t('history.onBehalf', { name: by.name, from: say(from.name), of: say(organisation.name) });
    }
    return organisation === null ? by.name : `${by.name}, ${say(organisation.name)}`;
  };
  if (history.length === 0) {
    return null;
  }
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <ol className="history">
        {history.map((step, number) => (
          <li key={`${number}:${step.at}`} className={`step-${step.act}`}>
            <p className="step-head">
              <strong>{t(`history.${step.act}`)}</strong>
              {step.submission !== null && <span className="muted">{t('history.submission', { number: step.submission })}</span>}
            </p>
            <p className="muted small">
              {whoOf(step)} · <time dateTime={step.at}>{moment(step.at)}</time>
            </p>
            {step.day !== null && <p>{t('history.until', { day: day(step.day) })}</p>}
            {step.zeroCase && <p>{t('zeroCase.tag')}</p>}
            {step.sha256.length > 0 && (
              <p className="muted small wrap-anywhere">{t('history.hashes', { hashes: step.sha256.map((hash) => hash.slice(0, 12)).join(', ') })}</p>
            )}
            {step.rescheduled !== undefined && (
              <p className="small">
                {t('history.movedTo', {
                  ...{ before: day(step.rescheduled.dueOn.before), after: day(step.rescheduled.dueOn.after), locked: day(step.rescheduled.lockedOn.after) },
                  year: step.rescheduled.calendar.split(':')[0],
                })}
              </p>
            )}
            {step.reason !== null && <p className="step-reason">{t(`return.reasons.${step.reason}`)}</p>}
            {step.remark !== null && <blockquote>{step.remark}</blockquote>}
            {step.place !== null && (
              <Button size="small" onClick={() => onShow(number)}>
                {t('history.show', { page: step.place.page })}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
