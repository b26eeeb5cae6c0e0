import type { SuperviseBody } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import { useBodyAct } from './bodies.js';
import type { BodyDialogProps } from './body-acts.js';
import { BodyPicker, choiceOf } from './body-picker.js';
import { DayAndReasonFields, isDated } from './day-and-reason.js';

/** Who supervises the body from a day on, all of them anew. */
export function SuperviseDialog({ body, onClose }: BodyDialogProps) {
  const { t, say } = useWords();
  const supervisors = body.supervisors.map((each) => choiceOf(each, say));
  const { entered, set, told, tell } = useEntered({ supervisors, day: today(new Date()), reason: '' });
  const supervise = useBodyAct<SuperviseBody>(body.id, 'supervise');
  const supervisorIds = entered.supervisors.map(({ value }) => value);
  return (
    <ActDialog
      title={t('bodies.supervise.title')}
      okText={t('save')}
      done={t('bodies.supervise.done')}
      act={supervise}
      body={isDated(entered) ? { supervisorIds, from: entered.day, reason: entered.reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <BodyPicker label={t('bodies.supervisors')} chosen={entered.supervisors} onChoose={set('supervisors')} isMany />
      <DayAndReasonFields label={t('bodies.supervise.day')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}
