import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { usePeriodName } from '../../ui/period.js';
import { quartersFrom, useBegin } from './recertification.js';

/** Asks of every role in force whether it is still needed. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const periodName = usePeriodName();
  const day = today(new Date());
  const quarters = quartersFrom(day);
  const { entered, set, told, tell } = useEntered({ quarter: quarters[0], deadline: '' });
  const { quarter, deadline } = entered;
  const isLate = deadline <= day;
  const begin = useBegin();
  return (
    <ActDialog
      title={t('recertification.begin.title')}
      okText={t('recertification.begin.act')}
      done={t('recertification.begin.done')}
      act={begin}
      body={isLate ? undefined : { quarter, deadline }}
      onTell={tell}
      onClose={onClose}
    >
      <p>{t('recertification.begin.text')}</p>
      <ChoiceField
        label={t('recertification.begin.quarter')}
        value={quarter}
        onChange={set('quarter')}
        options={quarters.map((each) => ({ value: each, label: periodName(each) }))}
      />
      <DayField label={t('recertification.begin.deadline')} value={deadline} onChange={set('deadline')} isRequired told={told(isLate, t('recertification.begin.needDeadline'))} />
    </ActDialog>
  );
}
