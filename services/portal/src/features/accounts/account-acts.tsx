import type { AccountRow } from '@aigaq/api';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { ActivateDialog, DeactivateDialog, PasswordDialog } from './account-dialogs.js';
import { GrantDialog } from './grant-dialog.js';

type Act = 'grant' | 'password' | 'deactivate' | 'activate';

/** What may be done with the account itself. */
export function AccountActs({ account, labelledBy }: { account: AccountRow; labelledBy: string }) {
  const { t } = useWords();
  const [shown, setShown] = useState<Act | null>(null);
  const close = (): void => setShown(null);
  const acts: Act[] = account.status === 'deactivated' ? ['activate'] : ['grant', 'password', 'deactivate'];
  return (
    <div className="act-row" role="group" aria-labelledby={labelledBy}>
      {acts.map((act) => (
        <Button key={act} size="small" danger={act === 'deactivate'} onClick={() => setShown(act)}>
          {t(`accounts.${act}.act`)}
        </Button>
      ))}
      {shown === 'grant' && <GrantDialog person={{ value: account.id, label: account.name }} onClose={close} />}
      {shown === 'password' && <PasswordDialog account={account} onClose={close} />}
      {shown === 'deactivate' && <DeactivateDialog account={account} onClose={close} />}
      {shown === 'activate' && <ActivateDialog account={account} onClose={close} />}
    </div>
  );
}
