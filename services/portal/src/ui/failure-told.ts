import { App } from 'antd';
import { stepUp } from '../api/client.js';
import { ApiError, STEP_UP_NEEDED } from '../api/problem.js';
import { useWords } from '../texts/words.js';
import { useAnnounce } from './announcer.js';
import { useFailureText } from './states.js';

/** For a button without a place of its own for a failure: says it aloud, and offers to give the password again where that is what is missing. */
export function useTellFailure(): (error: unknown) => void {
  const { t } = useWords();
  const { modal } = App.useApp();
  const announce = useAnnounce();
  const textOf = useFailureText();
  return (error) => {
    if (error instanceof ApiError && error.code === STEP_UP_NEEDED) {
      void modal.confirm({ title: t('stepUp.title'), content: textOf(error), okText: t('stepUp.go'), cancelText: t('cancel'), onOk: () => stepUp() });
    } else {
      announce(textOf(error), 'error');
    }
  };
}
