import type { EditionView } from '@aigaq/api';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Failure } from '../../ui/states.js';
import { useSetDates } from './card.js';
import { Step } from './step.js';

/** Takes the proposed dates for a year; single ones are changed in the tree below. */
export function DatesStep({ view, missing, number }: { view: EditionView; missing: string[]; number: number }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const id = useId();
  const setDates = useSetDates(view.edition);
  const [year, setYear] = useState(view.year ?? Number(today(new Date()).slice(0, 4)));
  const isDraft = view.status === 'draft';
  const isDone = missing.length === 0;
  return (
    <Step number={number} title={t('card.steps.dates')} isDone={isDone} isNow={!isDone}>
      <p>{isDone ? t('card.datesSet', { year: view.year }) : t('card.datesMissing', { count: missing.length })}</p>
      {isDraft && (
        <div className="row wrap-row">
          <label htmlFor={id}>{t('card.year')}</label>
          <InputNumber id={id} disabled={view.version > 1} min={2022} max={2040} value={year} onChange={(value) => setYear(value ?? year)} />
          <Button
            type={isDone ? 'default' : 'primary'}
            loading={setDates.isPending}
            onClick={() => setDates.mutate({ year }, { onSuccess: () => announce(t('card.datesTaken', { year })) })}
          >
            {t('card.takeDates')}
          </Button>
        </div>
      )}
      {isDraft && <p className="muted small">{t('card.datesHint')}</p>}
      {setDates.isError && <Failure error={setDates.error} />}
    </Step>
  );
}
