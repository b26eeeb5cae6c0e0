import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDocument } from './check-document.js';
import type { DocumentCheck, DocumentKind, Expectation, FileType } from './document.js';
import { installedTesseract } from './words/tesseract.js';
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
    marks: check.marks,
    electronic: check.electronic,
    pageInfo: check.pages.map(({ page, rotation, blank }) => ({ page, rotation, blank })),
    defects: [...new Set(found.map((finding) => finding.code))],
    findings: found.map(({ code, page, box }) => ({ code, page: page ?? null, box: box ?? null })),
    reasons: check.findings,
    verdict: check.verdict,
  };
}

interface Checked {
  readonly prediction: Record<string, unknown>;
  readonly verdict: string;
  readonly elapsed: number;
}

async function checkOne(input: ScanInput, folder: string, reader: TesseractReader): Promise<Checked> {
  const bytes = await readFile(join(folder, input.file));
  const check = await checkDocument(bytes, typeOf(input.file), expectationOf(input), reader);
  const elapsed = check.timings['total'] ?? 0;
  const notes = check.findings.filter(({ outcome }) => outcome !== 'passed').map(({ code, outcome }) => `${code}.${outcome}`);
  console.log(`${input.id.padEnd(6)}${check.verdict.padEnd(8)}${String(elapsed).padStart(6)} ms  ${notes.join(' ')}`);
  return { prediction: predictionOf(input.id, check), verdict: check.verdict, elapsed };
}

const types: Readonly<Record<string, FileType>> = { '.jpg': 'jpeg', '.jpeg': 'jpeg', '.png': 'png' };

function typeOf(file: string): FileType {
  return types[extname(file).toLowerCase()] ?? 'pdf';
}

/** Papers are taken in their order by as many readers as are wanted; a paper that cannot be opened is told and goes to a person. */
async function checkAll(inputs: readonly ScanInput[], folder: string, together: number): Promise<Checked[]> {
  const done: Checked[] = [];
  let next = 0;
  const engines = Math.max(1, Math.floor(availableParallelism() / together));
  const take = async (): Promise<void> => {
    const reader = new TesseractReader({ ...installedTesseract(process.env), engines });
    for (let at = next++; at < inputs.length; at = next++) {
      const input = inputs[at]!;
      done[at] = await checkOne(input, folder, reader).catch((error: unknown) => notOpened(input, error));
    }
    await reader.close();
  };
  await Promise.all(Array.from({ length: together }, take));
  return done;
}

function notOpened({ id }: ScanInput, error: unknown): Checked {
  console.log(`${id.padEnd(6)}person   not opened: ${error instanceof Error ? error.message : String(error)}`);
  return { prediction: { id, verdict: 'person' }, verdict: 'person', elapsed: 0 };
}

function tell(done: readonly Checked[], seconds: number): void {
  const count = (verdict: string): number => done.filter((paper) => paper.verdict === verdict).length;
  const sorted = Float64Array.from(done, ({ elapsed }) => elapsed).sort();
  const share = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  console.log(`papers ${done.length}: passed ${count('passed')}, person ${count('person')}, failed ${count('failed')}`);
  console.log(`time per paper: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms; all ${seconds.toFixed(1)} s`);
}

const usage = 'usage: check-scans --inputs <inputs.json> [--out <predictions.json>] [--together <papers at a time>] [ids]';

async function main(): Promise<void> {
  const options = { inputs: { type: 'string' }, out: { type: 'string' }, together: { type: 'string', default: '1' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.inputs === undefined) throw new Error(usage);
  const all = JSON.parse(await readFile(values.inputs, 'utf8')) as ScanInput[];
  const inputs = positionals.length === 0 ? all : all.filter(({ id }) => positionals.includes(id));
  const began = Date.now();
  const done = await checkAll(inputs, dirname(values.inputs), Number(values.together));
  if (values.out !== undefined) await writeFile(values.out, `${JSON.stringify(done.map(({ prediction }) => prediction), null, 1)}\n`);
  tell(done, (Date.now() - began) / 1000);
}

if (process.argv[1]?.endsWith('check-scans.js') === true) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
}
