import type { Localised } from '@aigaq/api';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from './dates.js';
import { isLanguage, type Language } from './language.js';

/** Everything a component needs to speak: texts by key, texts of the data, days. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'kk';
  return {
    t,
    language,
    say: (text: Localised): string => text[language] || text.ru,
    day: (day: string): string => formatDay(day, language),
    moment: (instant: string): string => formatMoment(instant, language),
    number: (value: number, digits = 0): string =>
      value.toLocaleString('ru-RU', { minimumFractionDigits: 0, maximumFractionDigits: digits }),
    /** The text of a code that a service chose; its plain form when the catalogue does not know it (yet). */
    coded: (group: string, code: string, values: Record<string, unknown> = {}): string =>
      i18n.exists(`${group}.${code}`, values) ? t(`${group}.${code}`, values) : t(`${group}.other`, { ...values, code }),
  };
}

export type Words = ReturnType<typeof useWords>;
