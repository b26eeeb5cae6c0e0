import type { AccountRow } from '@aigaq/api';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { Copyable } from '../../ui/copyable.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import { Failure } from '../../ui/states.js';
import { ReasonField } from '../bodies/day-and-reason.js';
import { useActivate, useDeactivate, useTemporaryPassword } from './accounts.js';

interface AccountDialogProps {
  account: AccountRow;
  onClose: () => void;
}

/** All roles and sessions of the person end at once. */
export function DeactivateDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ reason: '' });
  const deactivate = useDeactivate(account.id);
  const { reason } = entered;
  return (
    <ActDialog
      title={t('accounts.deactivate.title', { name: account.name })}
      okText={t('accounts.deactivate.act')}
      done={t('accounts.deactivate.done')}
      isDanger
      act={deactivate}
      body={isReason(reason) ? { reason: reason.trim() } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      <p>{t('accounts.deactivate.text')}</p>
      <ReasonField value={reason} onChange={set('reason')} told={told(!isReason(reason), t('bodies.needReason'))} />
    </ActDialog>
  );
}

/** The account comes back without roles. */
export function ActivateDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useWords();
  const activate = useActivate(account.id);
  return (
    <ActDialog
      title={t('accounts.activate.title', { name: account.name })}
      okText={t('accounts.activate.act')}
      done={t('accounts.activate.done')}
      act={activate}
      body={{}}
      onTell={() => undefined}
      onClose={onClose}
    >
      <p>{t('accounts.activate.text')}</p>
    </ActDialog>
  );
}

/** Asks first, because the former password stops working; then shows the new one, once: closed, it is nowhere any more. */
export function PasswordDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(true);
  const make = useTemporaryPassword(account.id);
  const password = make.data?.temporaryPassword;
  const close = (): void => setOpen(false);
  return (
    <Modal
      open={isOpen}
      title={t('accounts.password.title', { name: account.name })}
      onCancel={close}
      afterClose={onClose}
      // A click beside the dialog must not lose what is shown only once.
      mask={{ closable: password === undefined }}
      footer={
        password === undefined
          ? [
              <Button key="cancel" onClick={close}>
                {t('cancel')}
              </Button>,
              <Button key="make" type="primary" loading={make.isPending} onClick={() => make.mutate()}>
                {t('accounts.password.make')}
              </Button>,
            ]
          : [
              <Button key="seen" type="primary" onClick={close}>
                {t('accounts.password.seen')}
              </Button>,
            ]
      }
    >
      <div className="stack" role="status">
        <p>{t(password === undefined ? 'accounts.password.ask' : 'accounts.password.once')}</p>
        {password !== undefined && <Copyable value={password} label={t('accounts.password.label')} />}
        {make.isError && <Failure error={make.error} />}
      </div>
    </Modal>
  );
}
