import type { CloseBody } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import type { Found } from '../../ui/search-field.js';
import { useBodyAct } from './bodies.js';
import type { BodyDialogProps } from './body-acts.js';
import { BodyPicker } from './body-picker.js';
import { DayAndReasonFields, isDated } from './day-and-reason.js';

/** The last day of the body and what becomes of it: one successor = merged, several = split. */
export function CloseDialog({ body, onClose }: BodyDialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ successors: [] as Found[], day: today(new Date()), reason: '' });
  const close = useBodyAct<CloseBody>(body.id, 'close');
  const successorIds = entered.successors.map(({ value }) => value);
  return (
    <ActDialog
      title={t('bodies.close.title')}
      okText={t('bodies.close.act')}
      done={t('bodies.close.done')}
      isDanger
      act={close}
      body={isDated(entered) ? { until: entered.day, successorIds, reason: entered.reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <p className="muted small">{t('bodies.close.text')}</p>
      <BodyPicker label={t('bodies.successors')} chosen={entered.successors} onChoose={set('successors')} isMany />
      <DayAndReasonFields label={t('bodies.close.day')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}
