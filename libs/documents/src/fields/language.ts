import type { Language } from '../document.js';

export const kazakhLetter = /[әғқңөұүһі]/iu;
/** Letters that hardly occur in Kazakh words, and Russian function words. */
export const russianLetter = /[щъьэцвфч]/iu;

/** Share of a language's words above which it counts as a language of the paper and not as a letterhead or a name. */
const present = 0.12;

/** Language of the paper by the words that only one of the two languages writes; null with too little text. */
export function languageOf(texts: readonly string[]): Language | null {
  const words = texts.filter((text) => /\p{L}{3}/u.test(text));
  if (words.length < 8) return null;
  const kazakh = words.filter((word) => kazakhLetter.test(word)).length / words.length;
  const russian = words.filter((word) => !kazakhLetter.test(word) && russianLetter.test(word)).length / words.length;
  if (kazakh > present && russian > present) return 'ru+kk';
  return kazakh > russian ? 'kk' : 'ru';
}
