import type { EditionView } from '@aigaq/api';
import { useNavigate } from 'react-router';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { useEntered } from '../../ui/entered.js';
import { TextField } from '../../ui/text-field.js';
import { useRollOver, versionPath } from './card.js';

/** The first draft of the card of another year, from the one in force. */
export function RollOverDialog({ view, onClose }: { view: EditionView; onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { entered, set, told, tell } = useEntered({ edition: String(Number(view.year ?? view.edition) + 1) });
  const { edition } = entered;
  const isYear = /^\d{4}$/.test(edition) && edition !== view.edition;
  const rollOver = useRollOver(view.edition);
  return (
    <ActDialog
      title={t('rollOver.title')}
      okText={t('rollOver.ok')}
      done={t('rollOver.done')}
      act={rollOver}
      body={isYear ? { edition } : undefined}
      onTell={tell}
      onDone={(draft) => void navigate(versionPath(draft))}
      onClose={onClose}
    >
      <p>{t('rollOver.text', { edition: view.edition })}</p>
      <TextField label={t('rollOver.edition')} value={edition} onChange={set('edition')} maxLength={4} isRequired told={told(!isYear, t('rollOver.needEdition'))} />
    </ActDialog>
  );
}
