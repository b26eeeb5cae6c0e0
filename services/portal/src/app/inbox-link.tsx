import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { unreadQuery } from '../features/inbox/notices.js';
import { useWords } from '../texts/words.js';

export function InboxLink() {
  const { t } = useWords();
  const { data } = useQuery(unreadQuery);
  const count = data?.count ?? 0;
  return (
    <NavLink to="/inbox" className="top-button" aria-label={t('inbox.badge', { count })}>
      <BellOutlined aria-hidden="true" />
      {count > 0 && (
        <span className="badge" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </NavLink>
  );
}
