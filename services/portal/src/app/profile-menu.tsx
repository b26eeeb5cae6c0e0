import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { meQuery } from '../api/people.js';
import { useWords } from '../texts/words.js';
import { signOut } from './session.js';

/** Who I am, in which body with which role, and the way out. */
export function ProfileMenu() {
  const { t, say } = useWords();
  const { data: me } = useQuery(meQuery);
  const content = (
    <div className="profile">
      <p className="profile-name">{me?.name}</p>
      <ul>
        {me?.memberships.map(({ organisation, role }) => (
          <li key={`${organisation.id}:${role}`}>
            <strong>{t(`roles.${role}`)}</strong>
            <span>{say(organisation.name)}</span>
          </li>
        ))}
      </ul>
      <Button icon={<LogoutOutlined />} onClick={() => void signOut()} block>
        {t('nav.signOut')}
      </Button>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <button type="button" className="top-button" aria-haspopup="dialog" aria-label={t('nav.profile', { name: me?.name ?? '' })}>
        <UserOutlined aria-hidden="true" />
        <span className="top-name" aria-hidden="true">
          {me?.name}
        </span>
      </button>
    </Popover>
  );
}
