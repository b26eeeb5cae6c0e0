/**
 * @jest-environment ./libs/documents/test/onnx-environment.mjs
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkDocument, installedTesseract, renderPages, TesseractReader, type DocumentCheck, type Expectation } from '../src/index.js';
import { expectationOf, type ScanInput } from '../src/check-scans.js';

const folder = fileURLToPath(new URL('../../../data/scans/', import.meta.url));
const readJson = async <T>(name: string): Promise<T> => JSON.parse(await readFile(`${folder}${name}`, 'utf8')) as T;

interface Truth {
  readonly id: string;
  readonly verdict: string;
  readonly kind: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly readable: boolean;
  readonly defects: readonly string[];
}

const inputs = await readJson<ScanInput[]>('inputs.json');
const truths = await readJson<Truth[]>('truth.json');

describe('reading the scans kept with the project', () => {
  const reader = new TesseractReader(installedTesseract(process.env));
  const checks = new Map<string, Promise<DocumentCheck>>();
  const fileOf = (id: string): Promise<Buffer> => readFile(`${folder}${inputs.find((input) => input.id === id)!.file}`);
  const check = (id: string): Promise<DocumentCheck> => {
    const expectation = expectationOf(inputs.find((input) => input.id === id)!);
    const running = checks.get(id) ?? fileOf(id).then((bytes) => checkDocument(bytes, 'pdf', expectation, reader));
    checks.set(id, running);
    return running;
  };

  afterAll(() => reader.close());

  it.each(truths.map(({ id, verdict, defects }) => [id, verdict, defects] as const))('%s: %s (%j)', async (id, verdict, defects) => {
    const found = await check(id);
    expect(found.verdict).toBe(verdict);
    for (const code of defects) expect(found.findings.map((finding) => finding.code)).toContain(code);
  }, 180_000);

  it.each(truths.filter((truth) => truth.readable).map((truth) => [truth.id, truth] as const))('%s: kind and date', async (id, truth) => {
    const { kind, date } = await check(id);
    expect({ kind, date }).toEqual({ kind: truth.kind, date: truth.date });
  }, 180_000);

  it('gives every finding of a block a place on the page', async () => {
    const { findings } = await check('t01');
    const placed = findings.filter(({ code }) => ['kind', 'number', 'date', 'signature', 'stamp', 'signatory'].includes(code));
    expect(placed).toHaveLength(6);
    for (const { page, box } of placed) {
      expect(page).toBe(1);
      expect(box!.every((value) => value >= 0 && value <= 1) && box![0] < box![2] && box![1] < box![3]).toBe(true);
    }
  }, 180_000);

  it('judges the signatory on the date of the paper', async () => {
    const input = expectationOf(inputs.find(({ id }) => id === 't44')!);
    const signatories = input.signatories.map((person) => ({ ...person, until: '2020-12-31' }));
    const found = await checkDocument(await fileOf('t44'), 'pdf', { ...input, signatories } satisfies Expectation, reader);
    expect(found.verdict).toBe('failed');
    expect(found.findings.map(({ code }) => code)).toContain('signatory_not_entitled');
  }, 180_000);

  it('leaves the bytes as they are and draws previews upright as a viewer shows them', async () => {
    const bytes = await fileOf('t44');
    const before = Buffer.from(bytes);
    const previews = await renderPages([{ bytes, type: 'pdf' }], { longSide: 600 });
    expect(previews.map(({ page, width, height }) => [page, width, height])).toEqual([[1, 600, 424]]);
    expect(bytes.equals(before)).toBe(true);
  });
});
