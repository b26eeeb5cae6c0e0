import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './artefacts.js';

export type Language = 'kk' | 'ru';
interface Texts {
  [name: string]: Texts | string;
}

const TEXTS = Object.fromEntries((['kk', 'ru'] as const).map((language) => [language, textsOf(language)])) as Record<Language, Texts>;
const FORMS = ['', '_one', '_few', '_many', '_other'];

/** What the portal says under a key, whatever its values and the form of the number. */
export function words(language: Language, key: string): RegExp {
  const path = key.split('.');
  const last = path.pop() ?? '';
  const group = path.reduce<Texts | string | undefined>((texts, name) => (typeof texts === 'object' ? texts[name] : undefined), TEXTS[language]);
  const found = FORMS.flatMap((form) => (typeof group === 'object' && typeof group[last + form] === 'string' ? [group[last + form] as string] : []));
  if (found.length === 0) {
    throw new Error(`the portal has no text ${key} in ${language}`);
  }
  return new RegExp(`^\\s*(${found.map(pattern).join('|')})\\s*$`, 'u');
}

function pattern(text: string): string {
  const parts = text.trim().split(/\{\{[^}]*\}\}/);
  return parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s')).join('.+');
}

function textsOf(language: Language): Texts {
  return JSON.parse(readFileSync(join(ROOT, `services/portal/src/texts/${language}.json`), 'utf8')) as Texts;
}
