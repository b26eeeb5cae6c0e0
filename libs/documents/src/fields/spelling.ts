import type { Language } from '../document.js';
import { editDistance, fold, withoutKazakhLetters } from './fold.js';
import { kazakhLetter, russianLetter } from './language.js';

/** The language of a block: of its position, or else of the paper. */
export function languageOfBlock(position: string, paper: Language | null): Language | null {
  if (kazakhLetter.test(position)) return 'kk';
  return russianLetter.test(position) ? 'ru' : paper;
}

/**
 * How a paper spells the name of somebody whom the register knows: recognition loses the mark of a Kazakh letter and errs in
 * one letter now and then, so that the register's spelling is told, unless the paper clearly has another.
 * @param read as recognition gave it; the same person as `registered`
 */
export function spelling(read: string, registered: string, language: Language | null): string {
  return language === 'ru' ? inRussian(read, registered) : inKazakh(read, registered);
}

/** A Russian text has no Kazakh letters, and may write и for ы. */
function inRussian(read: string, registered: string): string {
  const russian = withoutKazakhLetters(registered);
  const [a, b] = [fold(read), fold(russian)];
  const isMisread = editDistance(a, b, 1) <= 1 && a.replaceAll('ы', 'и') !== b.replaceAll('ы', 'и');
  return a === b || isMisread ? russian : read;
}

/** Recognition loses the mark of one Kazakh letter, seldom of more, and hardly ever invents one. */
function inKazakh(read: string, registered: string): string {
  if (fold(read) !== fold(registered)) return registered;
  const differing = Array.from(read).filter((letter, place) => letter !== registered[place]);
  return differing.some((letter) => kazakhLetter.test(letter)) ? read : registered;
}
