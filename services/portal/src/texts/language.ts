import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import kk from './kk.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

export const LANGUAGES = ['kk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const REMEMBERED = 'aigaq.language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** What the person chose before, else the browser's first of ours, else Kazakh, the state language. */
export function firstLanguage(remembered: string | null, preferred: readonly string[]): Language {
  return [remembered, ...preferred.map((tag) => tag.slice(0, 2))].find(isLanguage) ?? 'kk';
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: firstLanguage(localStorage.getItem(REMEMBERED), navigator.languages),
  supportedLngs: LANGUAGES,
  fallbackLng: false,
  resources: { kk: { translation: kk }, ru: { translation: ru } },
  interpolation: { escapeValue: false },
});

export function languageNow(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'kk';
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await i18n.changeLanguage(language);
}

function tellDocument(): void {
  document.documentElement.lang = languageNow();
}
tellDocument();
i18n.on('languageChanged', tellDocument);
