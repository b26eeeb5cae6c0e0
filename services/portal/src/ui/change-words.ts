import type { Localised } from '@aigaq/api';
import { useWords } from '../texts/words.js';
import { usePeriodName } from './period.js';

interface Line {
  lang?: 'kk' | 'ru';
  text: string;
}

const DATES = 'dates.';
const SIGNERS_OF_KIND = 'evidence.signersByKind.';
/** In which group of the catalogue the codes of a field have their words. */
const GROUPS: Readonly<Record<string, string>> = {
  period: 'periods',
  'audience.kinds': 'bodyKinds',
  'evidence.signers': 'levels',
  secrecy: 'secrecy',
};

function isLocalised(value: unknown): value is Localised {
  return typeof value === 'object' && value !== null && 'kk' in value && 'ru' in value;
}

/** The names of the fields of a card, and their values, for people. */
export function useChangeWords() {
  const { t, say, coded, day } = useWords();
  const periodName = usePeriodName();

  const nameOf = (field: string): string => {
    if (field.startsWith(DATES)) {
      return t('changes.dates', { period: periodName(field.slice(DATES.length)) });
    }
    return field.startsWith(SIGNERS_OF_KIND)
      ? t('changes.signersOf', { kind: coded('bodyKinds', field.slice(SIGNERS_OF_KIND.length)) })
      : coded('cardFields', field.replaceAll('.', '-'));
  };

  const wordOf = (field: string, value: unknown): string => {
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      return day(text);
    }
    const group = field.startsWith(SIGNERS_OF_KIND) ? 'levels' : GROUPS[field];
    return group === undefined ? coded('cardValues', text) : coded(group, text);
  };

  const textOf = (field: string, value: unknown): string => {
    if (value === null || value === undefined) {
      return '—';
    }
    if (Array.isArray(value)) {
      return value.length === 0 ? '—' : value.map((each) => textOf(field, each)).join('; ');
    }
    if (isLocalised(value)) {
      return say(value);
    }
    if (typeof value !== 'object') {
      return wordOf(field, value);
    }
    const parts = Object.entries(value).filter(([name, part]) => name !== 'id' && part !== null);
    return parts.map(([name, part]) => `${coded('cardFields', name)}: ${textOf(name, part)}`).join(', ');
  };

  /** A text in two languages has a line for each. */
  const linesOf = (field: string, value: unknown): Line[] =>
    isLocalised(value) ? (['kk', 'ru'] as const).map((lang) => ({ lang, text: value[lang] })) : [{ text: textOf(field, value) }];

  return { nameOf, linesOf };
}
