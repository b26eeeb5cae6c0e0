import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Localised } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import type { Found } from './evidence.js';

type Texts = Readonly<Record<string, string>>;

/** What this service finds itself, besides what the reader finds. */
const OWN: Record<string, Localised> = {
  'unreadable.person': {
    kk: 'Құжатты автоматты түрде оқу мүмкін болмады: оны адам қарайды.',
    ru: 'Прочитать документ автоматически не удалось: его посмотрит человек.',
  },
};

/** Findings in words; the sentences belong to the reader (@aigaq/documents, texts). */
@Injectable()
export class FindingTexts {
  private readonly texts: Record<keyof Localised, Texts> = { kk: textsIn('kk'), ru: textsIn('ru') };

  wordsOf({ code, outcome, page, data }: Pick<Found, 'code' | 'outcome' | 'page' | 'data'>): Localised {
    const key = `${code}.${outcome}`;
    const values: Record<string, string> = { ...(page !== null && { page: String(page) }), ...data };
    const sentence = (language: keyof Localised): string =>
      (this.texts[language][key] ?? OWN[key]?.[language] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
        name in values ? this.valueOf(values[name] ?? '', language) : whole,
      );
    return { kk: sentence('kk'), ru: sentence('ru') };
  }

  /** Kinds of document by their names, days as people write them, everything else as it is. */
  private valueOf(value: string, language: keyof Localised): string {
    const kinds = value.split(', ').map((kind) => this.texts[language][`kind_name.${kind}`]);
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    return year ? `${day}.${month}.${year}` : kinds.every(Boolean) ? kinds.join(', ') : value;
  }
}

function textsIn(language: keyof Localised): Texts {
  const file = createRequire(import.meta.url).resolve(`@aigaq/documents/texts/${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}
