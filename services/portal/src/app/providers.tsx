import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import kkKZ from 'antd/locale/kk_KZ';
import ruRU from 'antd/locale/ru_RU';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ApiError } from '../api/problem.js';
import { i18n } from '../texts/language.js';
import { useWords } from '../texts/words.js';
import { theme } from './theme.js';

const isOutage = (error: Error): boolean => !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

/** Refusals are not repeated: the answer would be the same. Outages are, twice. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => failures < 2 && isOutage(error), staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}

/** A dependency of CommonJS form may come wrapped, depending on who loads it. */
const plain = <T extends object>(locale: T): T => ('default' in locale ? (locale.default as T) : locale);

function Localised({ children }: { children: ReactNode }) {
  const { language } = useWords();
  return (
    <ConfigProvider
      locale={plain(language === 'kk' ? kkKZ : ruRU)}
      theme={theme}
      wave={{ disabled: true }}
      // Lists and calendars open inside the landmark that they belong to.
      getPopupContainer={(trigger) => trigger?.parentElement ?? document.body}
    >
      <AntApp>{children}</AntApp>
    </ConfigProvider>
  );
}

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Localised>{children}</Localised>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
