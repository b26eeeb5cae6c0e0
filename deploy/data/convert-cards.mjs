// Writes data/cards/2022.json, what 2024.json takes from its catalogue, and data/cards/sources/*. Deterministic:
//   node deploy/data/convert-cards.mjs <folder with catalogue_2022_ru.json, catalogue_kk.json, catalogue_2024_ru.json>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { card2022 } from './card-2022.mjs';
import { completed2024 } from './card-2024.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node deploy/data/convert-cards.mjs <folder of the catalogues>');
  process.exit(1);
}
const cards = new URL('../../data/cards/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const write = (name, value, indent = 2) => writeFileSync(new URL(name, cards), `${JSON.stringify(value, null, indent)}\n`);

const ru = read('catalogue_2022_ru.json');
const kk = read('catalogue_kk.json');
const catalogue2024 = read('catalogue_2024_ru.json');
const card2024 = JSON.parse(readFileSync(new URL('2024.json', cards), 'utf8'));

writeFileSync(new URL('2022.json', cards), lineByLine(card2022(ru, kk)));
write('2024.json', completed2024(card2024, catalogue2024));

/** A task per line: small, and a change of one task is a change of one line. */
function lineByLine(card) {
  const lines = [];
  const named = JSON.stringify(card, (key, value) => (key === 'subtasks' ? value.map((subtask) => `@${lines.push(JSON.stringify(subtask)) - 1}@`) : value), 1);
  return `${named.replaceAll(/"@(\d+)@"/g, (_, line) => lines[Number(line)])}\n`;
}

/** The catalogue as it was read out of the document, word for word: what no field of the card takes is kept here. */
const source = (edition, language, catalogue) => ({
  meta: {
    title: { ru: `Каталог издания ${edition} года, как он прочитан из документа`, kk: `Құжаттан оқылған ${edition} жылғы басылым каталогы` },
    edition,
    version: '1',
    source: catalogue.meta.document_title ?? catalogue.meta.source_file,
    proposed: ['role codes, kinds and structure; English remarks are the editors’'],
  },
  language,
  catalogue,
});
mkdirSync(new URL('sources/', cards), { recursive: true });
write('sources/2022.ru.json', source('2022', 'ru', ru), 1);
write('sources/2022.kk.json', source('2022', 'kk', kk), 1);
write('sources/2024.ru.json', source('2024', 'ru', catalogue2024), 1);
