import type { DocumentKind } from '../document.js';
import { editDistance, foldTight } from './fold.js';

const headings: readonly { readonly kind: DocumentKind; readonly titles: readonly string[] }[] = [
  { kind: 'order', titles: ['приказ', 'распоряжение', 'бұйрық', 'өкім', 'бұйрық приказ', 'приказ бұйрық'] },
  { kind: 'protocol', titles: ['протокол', 'хаттама', 'хаттама протокол', 'протокол хаттама'] },
  {
    kind: 'note',
    titles: ['аналитическая справка', 'талдамалық анықтама', 'справка', 'анықтама', 'пояснительная записка', 'түсіндірме жазба'],
  },
  { kind: 'policy', titles: ['политика', 'саясат', 'антикоррупционная политика', 'сыбайлас жемқорлыққа қарсы саясат'] },
  { kind: 'plan', titles: ['план мероприятий', 'іс-шаралар жоспары', 'план', 'жоспар', 'іс-қимыл жоспары'] },
  { kind: 'announcement', titles: ['объявление', 'хабарландыру', 'анонс', 'хабарлама'] },
  { kind: 'letter', titles: ['письмо', 'хат'] },
];
const folded = headings.flatMap(({ kind, titles }) => titles.map((title) => ({ kind, title: foldTight(title) })));
/** "Исх. № 339", "Шығ. № 157"; not "Шығыс" (the east), with which names of bodies begin. */
const outgoing = /^[^\p{L}\d]{0,2}(исх(одящ\p{L}*)?|шы[ғг])\s?([.,№N]|\d)/iu;

/** "2025 жылғы «21» наурыз Шығ. № 157", "от 16.07.2023 Исх. № 339". */
const outgoingNumber = /(^|[^\p{L}])(исх|шы[ғг])\s?[.,]\s?(№|N|М[оеө])/iu;

/** Kind by the heading: a line that is a known title and nothing more, the first of several. */
export function kindOfHeading(line: string): DocumentKind | null {
  const words = foldTight(line);
  const match = folded.find(({ title }) => editDistance(words, title, allowed(title)) <= allowed(title));
  if (match !== undefined) return match.kind;
  return outgoing.test(line.trim()) || outgoingNumber.test(line) ? 'letter' : null;
}

function allowed(title: string): number {
  if (title.length < 5) return 0;
  return title.length > 10 ? 2 : 1;
}
