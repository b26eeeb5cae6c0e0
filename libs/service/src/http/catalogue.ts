import { readdirSync, readFileSync } from 'node:fs';
import type { ErrorData } from '@aigaq/kernel';

export type Language = 'kk' | 'ru';
export const LANGUAGES: readonly Language[] = ['kk', 'ru'];

const FOLDER = new URL('../../texts/', import.meta.url);

/** The texts of all error codes: every `*.kk.json` and `*.ru.json` in the folder `texts`. */
export class Catalogue {
  private constructor(private readonly texts: Readonly<Record<Language, ReadonlyMap<string, string>>>) {}

  static read(folder: URL = FOLDER): Catalogue {
    return new Catalogue({ kk: readTexts(folder, 'kk'), ru: readTexts(folder, 'ru') });
  }

  has(language: Language, code: string): boolean {
    return this.texts[language].has(code);
  }

  codes(language: Language): string[] {
    return [...this.texts[language].keys()].sort();
  }

  /** The text as it is written. */
  raw(language: Language, code: string): string | undefined {
    return this.texts[language].get(code);
  }

  /** The text with its `{placeholders}` filled; undefined when there is none. */
  find(language: Language, code: string, data: ErrorData = {}): string | undefined {
    return this.raw(language, code)?.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? '…'));
  }
}

/** The language of the programme that is preferred by an Accept-Language header; Kazakh when it names neither. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
    const quality = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
    return { language: tag.split('-')[0], quality };
  });
  const known = asked.filter(({ language, quality }) => quality > 0 && (language === 'kk' || language === 'ru'));
  return (known.sort((a, b) => b.quality - a.quality)[0]?.language as Language | undefined) ?? 'kk';
}

function readTexts(folder: URL, language: Language): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(`.${language}.json`))) {
    for (const [code, text] of Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>)) {
      texts.set(code, text);
    }
  }
  return texts;
}
