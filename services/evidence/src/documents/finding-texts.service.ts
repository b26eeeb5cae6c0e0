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
  'recycled.person': {
    kk: 'Осындай құжат бұрын да тапсырылған болуы мүмкін (ұқсас құжаттар: {count}). Салыстырып қараңыз.',
    ru: 'Похоже, этот документ уже сдавали раньше (похожих документов: {count}). Сравните их.',
  },
  'recycled.note': {
    kk: 'Бұл құжат осы жылы осы органның басқа кіші міндеті бойынша да тапсырылған (құжаттар: {count}).',
    ru: 'Этим же документом орган в этом году подтверждает и другую подзадачу (документов: {count}).',
  },
};

/** Findings in words; the sentences belong to the reader (@aigaq/documents, texts), those of signatures to @aigaq/signatures. */
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

  /** The sentence of a key; the key itself where there is none. */
  textOf(key: string): Localised {
    return { kk: this.texts.kk[key] ?? key, ru: this.texts.ru[key] ?? key };
  }

  /** Kinds of document by their names, reasons by their sentences, days as people write them, everything else as it is. */
  private valueOf(value: string, language: keyof Localised): string {
    const kinds = value.split(', ').map((kind) => this.texts[language][`kind_name.${kind}`]);
    const reason = this.texts[language][`reason.${value}`];
    if (reason) {
      return reason;
    }
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    return year ? `${day}.${month}.${year}` : kinds.every(Boolean) ? kinds.join(', ') : value;
  }
}

function textsIn(language: keyof Localised): Texts {
  const { resolve } = createRequire(import.meta.url);
  const read = (library: string): Texts => JSON.parse(readFileSync(resolve(`@aigaq/${library}/texts/${language}.json`), 'utf8')) as Texts;
  return { ...read('signatures'), ...read('documents') };
}
