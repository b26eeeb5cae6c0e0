import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Loaded, SkeletonLines } from '../../ui/states.js';
import { AccountCard } from './account-card.js';
import { accountQuery } from './accounts.js';

/** One person with all roles that the one who looks may see. */
export function AccountPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery(accountQuery(id));
  return (
    <Loaded query={query} title={t('accounts.title')} skeleton={<SkeletonLines lines={4} height={64} />}>
      {(account) => (
        <Page title={account.name} crumbs={[{ to: '/accounts', text: t('accounts.toAll') }]}>
          <ul className="cards">
            <AccountCard account={account} />
          </ul>
        </Page>
      )}
    </Loaded>
  );
}
