import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAuth } from 'react-oidc-context';
import { useWords } from '../texts/words.js';
import { Splash } from './splash.js';
import { signIn } from './session.js';

const here = (): string => window.location.pathname + window.location.search;

/** Lets in who is signed in; sends everybody else to the identity server, once. */
export function SessionGate({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const { t } = useWords();
  const wasIn = useRef(false);
  const sent = useRef(false);
  wasIn.current ||= auth.isAuthenticated;
  const mustSignIn = !auth.isLoading && !auth.isAuthenticated && auth.error === undefined && !wasIn.current;

  useEffect(() => {
    if (mustSignIn && !sent.current) {
      sent.current = true;
      signIn(here()).catch(() => {
        sent.current = false;
      });
    }
  }, [mustSignIn]);

  if (!wasIn.current && auth.error !== undefined) {
    return (
      <Splash title={t('session.failed')} text={t('session.failedText')}>
        <Button type="primary" onClick={() => void signIn('/')}>
          {t('session.again')}
        </Button>
      </Splash>
    );
  }
  if (!wasIn.current) {
    return <Splash title={t('session.opening')} text={t('session.openingText')} />;
  }
  // The page stays where it is, so that nothing typed is lost before the person signs in again.
  const isOver = !auth.isAuthenticated && !auth.isLoading && auth.activeNavigator === undefined;
  return (
    <>
      {children}
      <Modal open={isOver} title={t('session.over')} closable={false} keyboard={false} footer={null} mask={{ closable: false }}>
        <div className="stack">
          <p>{t('session.overText')}</p>
          <Button type="primary" onClick={() => void signIn(here())}>
            {t('session.again')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
