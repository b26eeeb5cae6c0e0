import type { RenameBody } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import { isWhole, trimmed } from '../../ui/filled.js';
import { LocalisedFields } from '../../ui/localised-fields.js';
import { useBodyAct } from './bodies.js';
import type { BodyDialogProps } from './body-acts.js';
import { DayAndReasonFields, isDated } from './day-and-reason.js';

/** A new name from a day on; the former one stays in the history and is still found. */
export function RenameDialog({ body, onClose }: BodyDialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ name: body.name, shortName: body.shortName, day: today(new Date()), reason: '' });
  const rename = useBodyAct<RenameBody>(body.id, 'rename');
  const isReady = isWhole(entered.name) && isDated(entered);
  const { name, shortName, day, reason } = entered;
  return (
    <ActDialog
      title={t('bodies.rename.title')}
      okText={t('bodies.rename.act')}
      done={t('bodies.rename.done')}
      act={rename}
      body={isReady ? { name: trimmed(name), shortName: trimmed(shortName), from: day, reason: reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <LocalisedFields label={t('bodies.name')} value={name} onChange={set('name')} maxLength={500} told={told(!isWhole(name), t('bodies.needBoth'))} />
      <LocalisedFields label={t('bodies.shortName')} value={shortName} onChange={set('shortName')} maxLength={60} isRequired={false} />
      <DayAndReasonFields label={t('bodies.rename.day')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}
