// `node services/evidence/dist/measure-examples.js <file>`: how often the machine was right, by the answers of people. The file holds what
// GET /api/evidence/examples gave, one page (JSON) per line.
import { readFileSync } from 'node:fs';
import type { ExampleView, PageOf } from '@aigaq/api';
import { measure } from './corrections/measure.js';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: node services/evidence/dist/measure-examples.js <file>\n');
  process.exit(2);
}
const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
const examples = lines.flatMap((line) => (JSON.parse(line) as PageOf<ExampleView>).items);
process.stdout.write(`${measure(examples).join('\n')}\n`);
