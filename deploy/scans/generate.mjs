// node deploy/scans/generate.mjs --out <folder> --count 200 --seed 7 --family tune|report [--defects 0.55] [--only unsigned,...] [--sheets across,A3,mixed,drawing]
// node deploy/scans/generate.mjs --out <folder> --count 100 --seed 7 --family tune|report --pages ru|kk
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composePaper } from './compose.mjs';
import { DEFECTS } from './defects.mjs';
import { composeTextPage } from './text-page.mjs';
import { registerTypefaces } from './typefaces.mjs';

const { values } = parseArgs({
  options: {
    out: { type: 'string' }, count: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, family: { type: 'string', default: 'tune' },
    defects: { type: 'string', default: '0.55' }, only: { type: 'string', default: '' }, sheets: { type: 'string', default: '' }, pages: { type: 'string' },
  },
});

/** @param {string} folder @param {string} name @param {readonly unknown[]} rows one on each line */
function writeRows(folder, name, rows) {
  return writeFile(join(folder, name), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
}

/** @typedef {{ pdf: Buffer, input?: unknown, truth: unknown }} Made */

/** @param {string} folder @param {(id: string) => Promise<Made>} make @param {string} letter */
async function writeAll(folder, make, letter) {
  await registerTypefaces();
  await mkdir(folder, { recursive: true });
  const made = /** @type {Omit<Made, 'pdf'>[]} */ ([]);
  for (let i = 1; i <= Number(values.count); i += 1) {
    const id = `${letter}${String(i).padStart(3, '0')}`;
    const { pdf, ...rows } = await make(id);
    await writeFile(join(folder, `${id}.pdf`), pdf);
    made.push(rows);
    process.stderr.write(`\r${i}/${values.count} `);
  }
  process.stderr.write('\n');
  await writeRows(folder, 'truth.json', made.map(({ truth }) => truth));
  if (!values.pages) await writeRows(folder, 'inputs.json', made.map(({ input }) => input));
}

/** @param {string} folder */
function generate(folder) {
  const family = values.family === 'report' ? 'report' : 'tune';
  const { pages, seed } = values;
  if (pages === 'ru' || pages === 'kk') return writeAll(folder, (id) => composeTextPage(id, { seed, family }, pages), pages);
  const settings = { seed, family: /** @type {import('./typefaces.mjs').Family} */ (family), defects: Number(values.defects), only: values.only.split(',').filter(Boolean), sheets: values.sheets.split(',').filter(Boolean) };
  return writeAll(folder, (id) => composePaper(id, settings), family.charAt(0));
}

const unknown = values.only.split(',').filter((code) => code && !DEFECTS[code]);
if (!values.out || unknown.length > 0) {
  process.stderr.write(values.out ? `No such defects: ${unknown.join(', ')}. There are: ${Object.keys(DEFECTS).join(', ')}\n` : 'Say where: --out <folder>\n');
  process.exitCode = 2;
} else await generate(values.out);
