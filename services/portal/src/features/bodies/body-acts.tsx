import type { BodyView } from '@aigaq/api';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import type { BodyAct } from './bodies.js';
import { CloseDialog } from './close-dialog.js';
import { MoveDialog } from './move-dialog.js';
import { RenameDialog } from './rename-dialog.js';
import { SuperviseDialog } from './supervise-dialog.js';

export interface BodyDialogProps {
  body: BodyView;
  onClose: () => void;
}

const DIALOGS: Record<BodyAct, (props: BodyDialogProps) => React.ReactNode> = {
  rename: RenameDialog,
  move: MoveDialog,
  supervise: SuperviseDialog,
  close: CloseDialog,
};
const ACTS: BodyAct[] = ['rename', 'move', 'supervise', 'close'];

/** What may be done with the body itself; each asks for the day and the reason. */
export function BodyActs({ body }: { body: BodyView }) {
  const { t } = useWords();
  const [shown, setShown] = useState<BodyAct | null>(null);
  const Dialog = shown === null ? null : DIALOGS[shown];
  if (body.validUntil !== null) {
    return null;
  }
  return (
    <div className="row wrap-row body-acts" role="group" aria-label={t('bodies.acts')}>
      {ACTS.map((act) => (
        <Button key={act} danger={act === 'close'} onClick={() => setShown(act)}>
          {t(`bodies.${act}.act`)}
        </Button>
      ))}
      {Dialog !== null && <Dialog body={body} onClose={() => setShown(null)} />}
    </div>
  );
}
