import { App } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

type Say = (text: string, tone?: 'success' | 'error') => void;
const Announcer = createContext<Say>(() => undefined);

/** Status messages: shown for a while and read out by screen readers from one polite live region. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const { message } = App.useApp();
  const region = useRef<HTMLDivElement>(null);
  const say = useCallback<Say>(
    (text, tone = 'success') => {
      void message.open({ type: tone, content: <span aria-hidden="true">{text}</span>, duration: tone === 'error' ? 8 : 4 });
      if (region.current !== null) {
        region.current.textContent = text;
      }
    },
    [message],
  );
  return (
    <Announcer value={say}>
      {children}
      <div ref={region} className="unseen" role="status" aria-live="polite" />
    </Announcer>
  );
}

export function useAnnounce(): Say {
  return useContext(Announcer);
}
