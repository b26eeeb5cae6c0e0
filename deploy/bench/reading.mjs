// `npm run bench -- reading`: how long a paper takes from its bytes to the verdict, and the same pages through ocrmypdf.
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { program } from '../local/debian.mjs';
import { root } from '../local/session.mjs';
import { run, step } from '../local/steps.mjs';
import { memoryOf } from './memory.mjs';
import { percentile } from './percentile.mjs';

const SCANS = join(root, 'data/scans');
/** Scanned pages of usual quality that are put together to one long paper: first and last page of one, between them pages on which nobody signed. */
const LONG_PAPER = /** @type {const} */ ([['t32', 1], ['t24', 2], ['t21', 1], ['t24', 4], ['t32', 2]]);
const ROUNDS = 3;
const QUEUE = 24;
/** Papers of all kinds that are read one after another while the memory is watched; READING_PAPERS=2000 for the whole measure. */
const WATCHED = Number(process.env.READING_PAPERS ?? 200);
/** The settings of ocrmypdf: with all that makes a good archive copy, and with nothing but the text. */
const ARCHIVE = ['--deskew', '--rotate-pages', '--clean', '--output-type', 'pdfa'];
const LEANEST = ['--output-type', 'none', '--optimize', '0', '--tesseract-timeout', '180'];

const require = createRequire(join(root, 'libs/documents/package.json'));

/** @param {() => Promise<unknown>} work @returns {Promise<number>} seconds */
async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** @param {string} name @param {readonly number[]} seconds */
function tell(name, seconds) {
  console.log(`  ${name.padEnd(46)} p50 ${percentile(seconds, 0.5).toFixed(2)} s   p95 ${percentile(seconds, 0.95).toFixed(2)} s   n ${seconds.length}`);
}

/** @param {typeof LONG_PAPER} pages @returns {Promise<Uint8Array>} */
async function bound(pages) {
  const whole = await PDFDocument.create();
  for (const [name, number] of pages) {
    const paper = await PDFDocument.load(await readFile(join(SCANS, `${name}.pdf`)));
    const [page] = await whole.copyPages(paper, [number - 1]);
    whole.addPage(/** @type {import('pdf-lib').PDFPage} */ (page));
  }
  return whole.save();
}

/** @param {Uint8Array} bytes @param {readonly string[]} settings @param {string} folder */
async function ocrmypdf(bytes, settings, folder) {
  const command = await program('ocrmypdf', ['ocrmypdf', 'tesseract-ocr-rus', 'tesseract-ocr-kaz', 'unpaper']);
  const [input, output] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
  await writeFile(input, bytes);
  const target = settings.includes('none') ? '-' : output;
  return timed(() => run(command, ['--force-ocr', '-l', 'rus+kaz', ...settings, '--sidecar', join(folder, 'out.txt'), '--jobs', '2', input, target]));
}

export async function benchReading() {
  const { checkDocument, installedTesseract, readWholePaper, TesseractReader } = await import(require.resolve('@aigaq/documents'));
  const inputs = JSON.parse(await readFile(join(SCANS, 'inputs.json'), 'utf8'));
  const truth = new Map(JSON.parse(await readFile(join(SCANS, 'truth.json'), 'utf8')).map((/** @type {any} */ paper) => [paper.id, paper]));
  const reader = new TesseractReader({ ...installedTesseract(process.env), engines: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-reading-'));
  const wanted = (/** @type {any} */ { expected }) => ({
    ...expected, kinds: [expected.kind], number: expected.number ?? undefined, date: expected.date ?? undefined,
  });
  /** @param {any} input */
  const check = async (input) => checkDocument(await readFile(join(SCANS, input.file)), 'pdf', wanted(input), reader);
  try {
    await step('reading: engines warm', () => check(inputs[0]));
    const scanned = inputs.filter((/** @type {any} */ { id }) => truth.get(id).textLayer !== true && truth.get(id).pages <= 2);
    const digital = inputs.filter((/** @type {any} */ { id }) => truth.get(id).textLayer === true);
    const rounds = (/** @type {any[]} */ papers) => Array.from({ length: ROUNDS }, () => papers).flat();
    console.log('\nreading');
    const short = [];
    for (const input of rounds(scanned)) short.push(await timed(() => check(input)));
    tell('verdict, scans of 1 and 2 pages', short);
    const layered = [];
    for (const input of rounds(digital)) layered.push(await timed(() => check(input)));
    tell('verdict, text layer', layered);
    const long = await bound(LONG_PAPER);
    const first = wanted(inputs.find((/** @type {any} */ { id }) => id === LONG_PAPER[0][0]));
    const verdicts = [];
    for (let round = 0; round < ROUNDS * 2; round += 1) verdicts.push(await timed(() => checkDocument(long, 'pdf', first, reader)));
    tell('verdict, scan of 5 pages', verdicts);
    const texts = [];
    for (let round = 0; round < ROUNDS; round += 1) texts.push(await timed(() => readWholePaper([{ bytes: long, type: 'pdf' }], reader)));
    tell('full text, scan of 5 pages', texts);
    const queue = Array.from({ length: QUEUE }, (_, at) => scanned.filter((/** @type {any} */ { id }) => truth.get(id).pages === 1)[at % 6]);
    const spent = await timed(() => queued(queue, check));
    console.log(`  ${'single pages in a queue'.padEnd(46)} ${(QUEUE / spent).toFixed(2)} verdicts per second`);
    const archive = await step('the same 5 pages through ocrmypdf, archive copy', () => ocrmypdf(long, ARCHIVE, folder));
    const lean = await step('the same 5 pages through ocrmypdf, text only', () => ocrmypdf(long, LEANEST, folder));
    const [verdict, text] = [percentile(verdicts, 0.5), percentile(texts, 0.5)];
    console.log(`  ${'ocrmypdf, archive copy'.padEnd(46)} ${archive.toFixed(2)} s   verdict takes ${(verdict / archive).toFixed(2)} of it`);
    console.log(`  ${'ocrmypdf, text only'.padEnd(46)} ${lean.toFixed(2)} s   verdict takes ${(verdict / lean).toFixed(2)} of it, full text ${(text / lean).toFixed(2)}`);
    await tellMemory(Array.from({ length: WATCHED }, (_, at) => inputs[at % inputs.length]), check);
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The most memory that this process and the programs it starts held in each quarter of the papers: flat, when the quarters after the first are alike.
 * @param {any[]} papers @param {(input: any) => Promise<unknown>} check
 */
async function tellMemory(papers, check) {
  const quarter = Math.ceil(papers.length / 4);
  const megabytes = [];
  for (let at = 0; at < papers.length; at += quarter) {
    let most = 0;
    const watch = setInterval(async () => { most = Math.max(most, (await memoryOf({ reading: process.pid })).reading ?? 0); }, 250);
    await queued(papers.slice(at, at + quarter), check);
    clearInterval(watch);
    megabytes.push(most.toFixed(0));
  }
  console.log(`  ${`most memory over ${papers.length} papers, by quarters`.padEnd(46)} ${megabytes.join(', ')} MB`);
}

/** Two at a time, as two cores allow. @param {any[]} queue @param {(input: any) => Promise<unknown>} check */
async function queued(queue, check) {
  let next = 0;
  const take = async () => {
    for (let at = next++; at < queue.length; at = next++) await check(queue[at]);
  };
  await Promise.all([take(), take()]);
}
