import type { ChairView, HeadView } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import { DayAndReasonFields, isDated } from '../bodies/day-and-reason.js';
import { useAbolish, useEndTenure } from './heads.js';

/** The last day of somebody in a chair, and why. */
export function EndTenureDialog({ bodyId, head, onClose }: { bodyId: string; head: HeadView; onClose: () => void }) {
  const { t, say } = useWords();
  const { entered, set, told, tell } = useEntered({ day: today(new Date()), reason: '' });
  const end = useEndTenure(bodyId, head.id);
  return (
    <ActDialog
      title={t('chairs.end.title', { name: say(head.personName) })}
      okText={t('chairs.end.act')}
      done={t('chairs.end.done')}
      isDanger
      act={end}
      body={isDated(entered) ? { until: entered.day, reason: entered.reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <DayAndReasonFields label={t('chairs.end.day')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}

/** The chair itself goes; with it the time of whoever sits there. */
export function AbolishDialog({ bodyId, chair, onClose }: { bodyId: string; chair: ChairView; onClose: () => void }) {
  const { t, say } = useWords();
  const { entered, set, told, tell } = useEntered({ day: today(new Date()), reason: '' });
  const abolish = useAbolish(bodyId, chair.id);
  return (
    <ActDialog
      title={t('chairs.abolish.title', { position: say(chair.position) })}
      okText={t('chairs.abolish.act')}
      done={t('chairs.abolish.done')}
      isDanger
      act={abolish}
      body={isDated(entered) ? { until: entered.day, reason: entered.reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <p className="muted small">{t('chairs.abolish.text')}</p>
      <DayAndReasonFields label={t('chairs.abolish.day')} entered={entered} set={set} told={told} />
    </ActDialog>
  );
}
