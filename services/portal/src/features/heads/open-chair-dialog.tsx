import type { HeadLevel } from '@aigaq/api';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isWhole, trimmed } from '../../ui/filled.js';
import { LocalisedFields } from '../../ui/localised-fields.js';
import { LEVELS, useOpenChair } from './heads.js';

/** A chair is opened before somebody takes it: so that it shows as vacant until then. */
export function OpenChairDialog({ bodyId, onClose }: { bodyId: string; onClose: () => void }) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ level: null as HeadLevel | null, position: { kk: '', ru: '' }, from: today(new Date()) });
  const open = useOpenChair(bodyId);
  const { level, position, from } = entered;
  const body = level === null || !isWhole(position) || from === '' ? undefined : { level, position: trimmed(position), from };
  return (
    <ActDialog title={t('chairs.open.title')} okText={t('chairs.open.act')} done={t('chairs.open.done')} act={open} body={body} onTell={tell} onClose={onClose}>
      <ChoiceField
        label={t('chairs.level')}
        value={level}
        onChange={set('level')}
        options={LEVELS.map((each) => ({ value: each, label: t(`chairs.levels.${each}`) }))}
        told={told(level === null, t('chairs.needLevel'))}
      />
      <LocalisedFields label={t('chairs.position')} value={position} onChange={set('position')} maxLength={300} told={told(!isWhole(position), t('bodies.needBoth'))} />
      <DayField label={t('chairs.from')} value={from} onChange={set('from')} isRequired told={told(from === '', t('bodies.needDay'))} />
    </ActDialog>
  );
}
