import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation, useNavigation } from 'react-router';
import { meQuery } from '../api/people.js';
import { useWords } from '../texts/words.js';
import { AnnouncerProvider } from '../ui/announcer.js';
import { Failure, SkeletonLines } from '../ui/states.js';
import { Emblem } from './emblem.js';
import { InboxLink } from './inbox-link.js';
import { LanguageSwitch } from './language-switch.js';
import { useLiveUpdates } from './live-updates.js';
import { Navigation } from './navigation.js';
import { ProfileMenu } from './profile-menu.js';

function Header({ onMenu }: { onMenu: () => void }) {
  const { t } = useWords();
  return (
    <header className="top">
      <div className="top-in">
        <Button className="top-menu" type="text" icon={<MenuOutlined />} aria-label={t('nav.menu')} onClick={onMenu} />
        <Link to="/" className="brand">
          <Emblem size={34} />
          <span className="brand-words">
            <strong lang="kk">Айғақ</strong>
            <span className="brand-line">{t('app.line')}</span>
          </span>
        </Link>
        <div className="top-acts">
          <LanguageSwitch />
          <InboxLink />
          <ProfileMenu />
        </div>
      </div>
      <div className="ornament" aria-hidden="true" />
    </header>
  );
}

/** Header, menu and the place for a page; also what a person without any role sees. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const me = useQuery(meQuery);
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === 'loading';
  const [isMenuOpen, setMenuOpen] = useState(false);
  const isCut = useLiveUpdates(me.isSuccess);
  const [openedAt, setOpenedAt] = useState(pathname);
  useEffect(() => setMenuOpen(false), [pathname]);
  const open = (): void => {
    setOpenedAt(pathname);
    setMenuOpen(true);
  };
  // Closing gives the focus back to the button, except when the menu has led to another page.
  const afterChange = (isOpen: boolean): void => {
    if (!isOpen && openedAt !== pathname) {
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
  };

  return (
    <AnnouncerProvider>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Header onMenu={open} />
      <div className={isLoading ? 'loading-line is-on' : 'loading-line'} aria-hidden="true" />
      <div className="frame">
        <aside className="side">{me.data && <Navigation me={me.data} />}</aside>
        <Drawer
          open={isMenuOpen}
          onClose={() => setMenuOpen(false)}
          afterOpenChange={afterChange}
          focusable={{ focusTriggerAfterClose: openedAt === pathname }}
          placement="left"
          size={288}
          title={t('nav.menu')}
        >
          {me.data && <Navigation me={me.data} />}
        </Drawer>
        <main id="main" className="main" tabIndex={-1}>
          {isCut && (
            <p className="cut" role="status">
              {t('live.cut')}
            </p>
          )}
          {me.isPending && <SkeletonLines lines={6} />}
          {me.isError && <Failure error={me.error} onRetry={() => void me.refetch()} />}
          {me.data?.memberships.length === 0 ? <NoRole /> : me.data && children}
        </main>
      </div>
    </AnnouncerProvider>
  );
}

function NoRole() {
  const { t } = useWords();
  return (
    <section className="blank">
      <h1>{t('noRole.title')}</h1>
      <p>{t('noRole.text')}</p>
    </section>
  );
}
