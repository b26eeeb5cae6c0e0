import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDocument } from './check-document.js';
import type { DocumentCheck, DocumentKind, Expectation } from './document.js';
import { languageFolder } from './language-folder.js';
import { TesseractReader } from './words/tesseract-reader.js';

/** A paper of a scan folder and its task card (`inputs.json`). */
export interface ScanInput {
  readonly id: string;
  readonly file: string;
  readonly expected: {
    readonly kind: DocumentKind;
    readonly number: string | null;
    readonly date: string | null;
    readonly approval: Expectation['approval'];
    readonly stamp: Expectation['stamp'];
    readonly signatories: Expectation['signatories'];
  };
}

export function expectationOf({ expected }: ScanInput): Expectation {
  const { kind, number, date, approval, stamp, signatories } = expected;
  return {
    kinds: [kind],
    ...(number === null ? {} : { number }),
    ...(date === null ? {} : { date }),
    approval,
    stamp,
    signatories,
  };
}

/** Codes that are called defects in the scan folders' truth. */
const defects = new Set([
  'unsigned', 'missing_approval', 'other_signatory', 'wrong_number', 'wrong_date', 'missing_page', 'missing_stamp', 'low_quality',
  'blank_page', 'position_mismatch', 'electronic_incomplete', 'pasted_facsimile', 'slash_signature', 'agreement_incomplete',
  'rotated_page',
]);

/** A check in the shape of the scan folders' `truth.json`. */
export function predictionOf(id: string, check: DocumentCheck): Record<string, unknown> {
  const found = check.findings.filter((finding) => defects.has(finding.code));
  return {
    id,
    kind: check.kind,
    language: check.language,
    pages: check.pages.length,
    number: check.number,
    date: check.date,
    approval: check.approval,
    signatures: check.signatures,
    stamps: check.stamps,
    electronic: check.electronic,
    pageInfo: check.pages.map(({ page, rotation, blank }) => ({ page, rotation, blank })),
    defects: [...new Set(found.map((finding) => finding.code))],
    findings: found.map(({ code, page, box }) => ({ code, page: page ?? null, box: box ?? null })),
    verdict: check.verdict,
  };
}

async function main(folder: string, out: string | undefined, only: readonly string[]): Promise<void> {
  const all = JSON.parse(await readFile(join(folder, 'inputs.json'), 'utf8')) as ScanInput[];
  const inputs = only.length === 0 ? all : all.filter((input) => only.includes(input.id));
  const reader = new TesseractReader({ languageFolder: languageFolder(process.env) });
  const predictions: Record<string, unknown>[] = [];
  const times: number[] = [];
  const busy: number[] = [];
  for (const input of inputs) {
    const bytes = await readFile(join(folder, input.file));
    const before = process.cpuUsage();
    const check = await checkDocument(bytes, 'pdf', expectationOf(input), reader);
    const { user, system } = process.cpuUsage(before);
    busy.push(Math.round((user + system) / 1000));
    times.push(check.timings['total'] ?? 0);
    predictions.push(predictionOf(input.id, check));
    const notes = check.findings.filter((finding) => finding.outcome !== 'passed').map(({ code, outcome }) => `${code}.${outcome}`);
    console.log(`${input.id.padEnd(6)}${check.verdict.padEnd(8)}${String(times.at(-1)).padStart(6)} ms ${String(busy.at(-1)).padStart(6)} cpu  ${notes.join(' ')}`);
  }
  await reader.close();
  if (out !== undefined) await writeFile(out, `${JSON.stringify(predictions, null, 1)}\n`);
  console.log(`papers ${inputs.length}, ${told('elapsed', times)}, ${told('processor', busy)}`);
}

/** Processor time tells what a paper costs on a machine that is busy with other things too. */
function told(name: string, times: readonly number[]): string {
  const sorted = Float64Array.from(times).sort();
  return `${name} p50 ${share(sorted, 0.5)} ms p95 ${share(sorted, 0.95)} ms`;
}

function share(sorted: Float64Array, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

if (process.argv[1]?.endsWith('check-scans.js') === true) {
  const [folder, ...rest] = process.argv.slice(2);
  const at = rest.indexOf('--out');
  const only = rest.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (folder === undefined) {
    console.error('usage: check-scans <folder> [--out predictions.json] [ids]');
    process.exitCode = 2;
  } else {
    await main(folder, at < 0 ? undefined : rest[at + 1], only);
  }
}
