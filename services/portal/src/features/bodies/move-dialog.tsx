import type { MoveBody } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import { useBodyAct } from './bodies.js';
import type { BodyDialogProps } from './body-acts.js';
import { BodyPicker, choiceOf } from './body-picker.js';
import { DayAndReasonFields, isDated } from './day-and-reason.js';

/** Under another superior from a day on. */
export function MoveDialog({ body, onClose }: BodyDialogProps) {
  const { t, say } = useWords();
  const parent = body.ancestors.slice(0, 1).map((each) => choiceOf(each, say));
  const { entered, set, told, tell } = useEntered({ parent, day: today(new Date()), reason: '' });
  const move = useBodyAct<MoveBody>(body.id, 'move');
  return (
    <ActDialog
      title={t('bodies.move.title')}
      okText={t('bodies.move.act')}
      done={t('bodies.move.done')}
      act={move}
      body={isDated(entered) ? { parentId: entered.parent[0]?.value ?? null, from: entered.day, reason: entered.reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <p className="muted small">{t('bodies.move.text')}</p>
      <BodyPicker label={t('bodies.parent')} chosen={entered.parent} onChoose={set('parent')} />
      <DayAndReasonFields label={t('bodies.move.day')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}
