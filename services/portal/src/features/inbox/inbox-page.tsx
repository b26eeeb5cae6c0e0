import type { NoticeView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Page } from '../../ui/page.js';
import { Paged } from '../../ui/paged.js';
import { Empty, SkeletonLines, useFailureText } from '../../ui/states.js';
import { ALL, noticesQuery, useMarkRead } from './notices.js';

function Notice({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { t, say, moment } = useWords();
  const isNew = notice.readAt === null;
  return (
    <li className={isNew ? 'notice is-new' : 'notice'}>
      <Link to={notice.path} onClick={onOpen}>
        {isNew && <span className="notice-dot">{t('inbox.new')}</span>}
        {say(notice.text)}
      </Link>
      <time className="muted small" dateTime={notice.raisedAt}>
        {moment(notice.raisedAt)}
      </time>
    </li>
  );
}

export function InboxPage() {
  const { t } = useWords();
  const announce = useAnnounce();
  const textOf = useFailureText();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const notices = useInfiniteQuery(noticesQuery(onlyUnread));
  const markRead = useMarkRead();
  const readAll = (): void =>
    markRead.mutate(ALL, {
      onSuccess: () => announce(t('inbox.allRead')),
      onError: (error) => announce(textOf(error), 'error'),
    });
  return (
    <Page
      title={t('inbox.title')}
      actions={
        <Button onClick={readAll} loading={markRead.isPending && markRead.variables === ALL}>
          {t('inbox.readAll')}
        </Button>
      }
    >
      <div className="filters">
        <Segmented
          aria-label={t('inbox.filter')}
          value={onlyUnread ? 'unread' : 'all'}
          onChange={(value) => setOnlyUnread(value === 'unread')}
          options={[
            { value: 'all', label: t('inbox.all') },
            { value: 'unread', label: t('inbox.unread') },
          ]}
        />
      </div>
      <Paged
        query={notices}
        skeleton={<SkeletonLines lines={6} height={58} />}
        empty={<Empty title={t('inbox.empty')} text={t('inbox.emptyText')} />}
      >
        {(rows) => (
          <ul className="notices">
            {rows.map((notice) => (
              <Notice key={notice.id} notice={notice} onOpen={() => notice.readAt === null && markRead.mutate(notice.id)} />
            ))}
          </ul>
        )}
      </Paged>
    </Page>
  );
}
