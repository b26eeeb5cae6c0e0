// node deploy/scans/character-error.mjs [--language ru|kk] [--count 100] [--family report] [--quality good|usual] [--most 0.5]: the share of letters that are
// read wrongly on generated pages, per language and scanner; exit code 1 when it is over --most per cent. Wants the libraries built.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { distance } from './likeness.mjs';
import { composeTextPage } from './text-page.mjs';
import { registerTypefaces } from './typefaces.mjs';

const { values } = parseArgs({
  options: { language: { type: 'string' }, count: { type: 'string', default: '100' }, family: { type: 'string', default: 'report' }, quality: { type: 'string', default: 'usual' }, most: { type: 'string', default: '0.5' } },
});

/** What is the same in print: hyphens and dashes, quotes, any white space. @param {string} text */
const plain = (text) => text.replace(/[‐-―−-]/gu, '-').replace(/[«»“”„"]/gu, '"').replace(/[’']/gu, "'").replace(/\s+/gu, '');

/**
 * @param {any} documents the library @param {any} reader @param {'ru' | 'kk'} tongue @param {string} id
 * @returns {Promise<{ style: string, wrong: number, letters: number }>}
 */
async function readOne(documents, reader, tongue, id) {
  const family = values.family === 'tune' ? 'tune' : 'report';
  const quality = values.quality === 'good' ? 'good' : 'usual';
  const { pdf, truth } = await composeTextPage(id, { seed: 'letters', family, quality }, tongue);
  const [page] = await documents.readWholePaper([{ bytes: new Uint8Array(pdf), type: 'pdf' }], reader);
  const [wanted, read] = [plain(truth.text), plain(documents.plainText(page))];
  return { style: truth.style, wrong: distance(wanted, read), letters: wanted.length };
}

/** @param {any} documents @param {'ru' | 'kk'} tongue */
async function readAll(documents, tongue) {
  const ids = Array.from({ length: Number(values.count) }, (_, at) => `${tongue}${at + 1}`);
  const read = /** @type {Awaited<ReturnType<typeof readOne>>[]} */ ([]);
  let next = 0;
  const take = async () => {
    const reader = new documents.TesseractReader(documents.installedTesseract(process.env));
    for (let at = next++; at < ids.length; at = next++) read[at] = await readOne(documents, reader, tongue, ids[at] ?? '');
    await reader.close();
  };
  await Promise.all([take(), take()]);
  return read;
}

/** @param {{ wrong: number, letters: number }[]} pages in per cent */
const share = (pages) => (100 * pages.reduce((sum, { wrong }) => sum + wrong, 0)) / pages.reduce((sum, { letters }) => sum + letters, 0);

await registerTypefaces();
const documents = await import(createRequire(import.meta.url).resolve('@aigaq/documents'));
for (const tongue of /** @type {const} */ (['ru', 'kk']).filter((each) => each === (values.language ?? each))) {
  const pages = await readAll(documents, tongue);
  const whole = share(pages);
  const middle = [...pages].map((page) => share([page])).sort((a, b) => a - b)[Math.floor(pages.length / 2)] ?? 0;
  console.log(`${tongue}: ${whole.toFixed(2)} % of ${pages.reduce((sum, { letters }) => sum + letters, 0)} letters wrong on ${pages.length} pages, half of the pages under ${middle.toFixed(2)} %`);
  for (const style of [...new Set(pages.map((page) => page.style))].sort()) console.log(`  ${style.padEnd(22)} ${share(pages.filter((page) => page.style === style)).toFixed(2)} %`);
  if (whole > Number(values.most)) process.exitCode = 1;
}
