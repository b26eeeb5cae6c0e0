import type { BodyView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines } from '../../ui/states.js';
import { AccountCard } from './account-card.js';
import { accountsQuery } from './accounts.js';
import { GrantDialog } from './grant-dialog.js';
import { InviteDialog } from './invite-dialog.js';

/** Who works in the system for the body. */
export function AccessesPanel({ body }: { body: BodyView }) {
  const { t } = useWords();
  const [shown, setShown] = useState<'invite' | 'grant' | null>(null);
  const accounts = useInfiniteQuery(accountsQuery({ organisationId: body.id }));
  const close = (): void => setShown(null);
  return (
    <>
      {body.allowed.includes('manage-accounts') && (
        <div className="panel-acts">
          <Button type="primary" onClick={() => setShown('invite')}>
            {t('accounts.invite.act')}
          </Button>
          <Button onClick={() => setShown('grant')}>{t('accounts.grant.known')}</Button>
        </div>
      )}
      <Paged
        query={accounts}
        skeleton={<SkeletonLines lines={4} height={96} />}
        empty={<Empty title={t('accounts.noneHere')} text={t('accounts.noneHereText')} />}
      >
        {(rows) => (
          <ul className="cards" aria-label={t('bodies.tabs.accesses')}>
            {rows.map((account) => (
              <AccountCard key={account.id} account={account} bodyId={body.id} />
            ))}
          </ul>
        )}
      </Paged>
      {shown === 'invite' && <InviteDialog body={body} onClose={close} />}
      {shown === 'grant' && <GrantDialog body={body} onClose={close} />}
    </>
  );
}
