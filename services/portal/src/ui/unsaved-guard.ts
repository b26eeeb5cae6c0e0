import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../texts/words.js';

/** While something typed is not saved, leaving the page has to be confirmed. */
export function useUnsavedGuard(isDirty: boolean): void {
  const { t } = useWords();
  const { modal } = App.useApp();
  const blocker = useBlocker(isDirty);
  useEffect(() => {
    if (!isDirty) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
  useEffect(() => {
    if (blocker.state === 'blocked') {
      void modal.confirm({
        title: t('unsaved.title'),
        content: t('unsaved.text'),
        okText: t('unsaved.leave'),
        cancelText: t('unsaved.stay'),
        onOk: () => blocker.proceed(),
        onCancel: () => blocker.reset(),
      });
    }
  }, [blocker, modal, t]);
}
