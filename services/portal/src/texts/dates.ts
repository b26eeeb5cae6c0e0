import type { Language } from './language.js';

const TIME_ZONE = 'Asia/Almaty';

const MONTHS: Record<Language, readonly string[]> = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
};

/** `2026-11-30` in words: «2026 жылғы 30 қараша», «30 ноября 2026 г.». Not Intl: its Kazakh differs between browsers. */
export function formatDay(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const name = MONTHS[language][month - 1] ?? '';
  return language === 'kk' ? `${year} жылғы ${date} ${name}` : `${date} ${name} ${year} г.`;
}

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** The day and the minute of an instant in Almaty. */
export function formatMoment(instant: string, language: Language): string {
  const { year, month, day, hour, minute } = partsOf(instant);
  return `${formatDay(`${year}-${month}-${day}`, language)}, ${hour}:${minute}`;
}

/** Day and clock time in figures, for a list with thousands of them: `30.11.2026 13:18:05`. */
export function formatStamp(instant: string): string {
  const { year, month, day } = partsOf(instant);
  return `${day}.${month}.${year} ${formatTime(instant)}`;
}

/** The clock time of an instant in Almaty, with seconds. */
export function formatTime(instant: string): string {
  const { hour, minute, second } = partsOf(instant);
  return `${hour}:${minute}:${second}`;
}

/** The day of today in Almaty, `YYYY-MM-DD`. */
export function today(now: Date): string {
  const { year, month, day } = partsOf(now.toISOString());
  return `${year}-${month}-${day}`;
}

/** A period taken apart for the catalogues: `period.<kind>` with `year`, `number` and `name`. */
export interface PeriodParts {
  kind: 'year' | 'quarter' | 'half' | 'month' | 'person' | 'analysis' | 'other';
  year: string;
  number: number;
  /** Of a person or an analysis. */
  name: string;
}

/** `2026`, `2026-Q1`, `2026-H1`, `2026-10`, `2026-analysis-7` taken apart. */
export function periodParts(period: string): PeriodParts {
  const [, year = period, rest = ''] = /^(\d{4})-?(.*)$/.exec(period) ?? [];
  const [, event, name = ''] = /^(person|analysis)-(.+)$/.exec(rest) ?? [];
  if (event !== undefined) {
    return { kind: event as 'person' | 'analysis', year, number: 0, name };
  }
  return { kind: calendarKind(period, rest), year, number: Number(rest.replace(/\D/g, '')), name };
}

function calendarKind(period: string, rest: string): PeriodParts['kind'] {
  if (rest === '') {
    return /^\d{4}$/.test(period) ? 'year' : 'other';
  }
  return rest.startsWith('Q') ? 'quarter' : rest.startsWith('H') ? 'half' : 'month';
}

/** Name of a month in the nominative. */
export function monthName(number: number, language: Language): string {
  const nominative = ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'];
  return (language === 'kk' ? MONTHS.kk : nominative)[number - 1] ?? String(number);
}
