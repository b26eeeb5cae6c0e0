import type { RecertificationView } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { usePeriodName } from '../../ui/period.js';
import { daysBetween } from './recertification.js';

const COUNTS = ['asked', 'kept', 'ended', 'unanswered'] as const;

/** Until when, how far it is, and what happens with what nobody answers. */
export function CampaignHead({ campaign: { quarter, deadline, status, counts } }: { campaign: RecertificationView }) {
  const { t, day, number } = useWords();
  const periodName = usePeriodName();
  const left = daysBetween(today(new Date()), deadline);
  const isOpen = status === 'open';
  return (
    <section className="block" aria-labelledby="campaign">
      <h2 id="campaign">{periodName(quarter)}</h2>
      {isOpen ? (
        <>
          <p>
            <strong>{t('recertification.deadline', { day: day(deadline) })}</strong> {left >= 0 && t('recertification.left', { count: left })}
          </p>
          <p className="muted">{t('recertification.unansweredEnd')}</p>
        </>
      ) : (
        <p className="muted">{t('recertification.closedText', { day: day(deadline) })}</p>
      )}
      <dl className="import-counts">
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(`recertification.counts.${name}`)}</dt>
            <dd className="figure">{number(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
