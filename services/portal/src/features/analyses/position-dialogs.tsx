import type { ExposedPosition, PositionsView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import { TextField } from '../../ui/text-field.js';
import { useListPositions } from './analyses.js';

const FIELDS = [
  { name: 'position', most: 300, isRequired: true, isLong: false },
  { name: 'unit', most: 300, isRequired: false, isLong: false },
  { name: 'function', most: 1000, isRequired: true, isLong: true },
  { name: 'regulation', most: 500, isRequired: false, isLong: false },
  { name: 'risk', most: 1000, isRequired: true, isLong: true },
  { name: 'measure', most: 1000, isRequired: true, isLong: true },
] as const satisfies { name: keyof ExposedPosition; most: number; isRequired: boolean; isLong: boolean }[];
const NOTHING: ExposedPosition = { position: '', unit: '', function: '', regulation: '', risk: '', measure: '' };

interface PositionDialogProps {
  view: PositionsView;
  /** Which row; the one after the last is a new one. */
  number: number;
  onClose: () => void;
}

/** Writes one row; the whole list is sent, with the version that it was made from. */
export function PositionDialog({ view: { analysisId, version, positions }, number, onClose }: PositionDialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered<ExposedPosition>(positions[number] ?? NOTHING);
  const isNew = number === positions.length;
  const isWhole = FIELDS.every(({ name, isRequired }) => !isRequired || isReason(entered[name]));
  const rows = isNew ? [...positions, entered] : positions.with(number, entered);
  return (
    <ActDialog
      title={t(isNew ? 'positions.add.title' : 'positions.write.title')}
      okText={t(isNew ? 'positions.add.act' : 'save')}
      done={t('positions.done')}
      act={useListPositions(analysisId)}
      body={isWhole ? { version, positions: rows } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      {FIELDS.map(({ name, most, isRequired, isLong }) => (
        <TextField
          key={name}
          label={t(`positions.${name}`)}
          value={entered[name]}
          onChange={set(name)}
          maxLength={most}
          isRequired={isRequired}
          isLong={isLong}
          told={told(isRequired && !isReason(entered[name]), t('positions.needText'))}
        />
      ))}
    </ActDialog>
  );
}

export function RemoveDialog({ view: { analysisId, version, positions }, number, onClose }: PositionDialogProps) {
  const { t } = useWords();
  return (
    <ActDialog
      title={t('positions.remove.title')}
      okText={t('positions.remove.act')}
      done={t('positions.remove.done')}
      isDanger
      act={useListPositions(analysisId)}
      body={{ version, positions: positions.toSpliced(number, 1) }}
      onTell={() => undefined}
      onClose={onClose}
    >
      <p>{t('positions.remove.text', { position: positions[number]?.position ?? '' })}</p>
    </ActDialog>
  );
}
