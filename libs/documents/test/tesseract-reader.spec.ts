import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedTesseract, renderPages, TesseractReader } from '../src/index.js';
import sharp from 'sharp';

const paper = fileURLToPath(new URL('../../../data/scans/t01.pdf', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aigaq-reader-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blank = { width: 40, height: 20, channels: 1, data: new Uint8Array(800).fill(255) } as const;

/** A program in tesseract's place. */
function program(script: string): string {
  const file = join(folder, `program-${script.length}`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}
const readerWith = (script: string, more: object = {}) => new TesseractReader({ program: program(script), languageFolder: folder, ...more });

describe('the page reader', () => {
  it('reads a page the same way every time, also several side by side', async () => {
    const [page] = await renderPages([{ bytes: await readFile(paper), type: 'pdf' }], { longSide: 1754 });
    const { data, info } = await sharp(page!.jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
    const picture = { width: info.width, height: info.height, channels: 1, data } as const;
    const reader = new TesseractReader({ ...installedTesseract(process.env), engines: 2 });
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => reader.read(picture, { layout: 'scattered' })));
    await reader.close();
    expect(first!.length).toBeGreaterThan(100);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  }, 60_000);

  it('says how a program ended that falls, and reads on', async () => {
    const reader = readerWith('[ -e "$0.fell" ] && { cat > /dev/null; exit 0; }; : > "$0.fell"; kill -9 $$');
    await expect(reader.read(blank, { layout: 'line' })).rejects.toThrow('tesseract ended with SIGKILL');
    await expect(reader.read(blank, { layout: 'line' })).resolves.toEqual([]);
  });

  it('gives up a read that takes too long', async () => {
    const reader = readerWith('exec sleep 30', { readTimeoutSeconds: 0.2 });
    await expect(reader.read(blank, { layout: 'line' })).rejects.toThrow('reading took longer than 0.2 s');
  });

  it('ends what it reads, and reads nothing more, once it is closed', async () => {
    const reader = readerWith('exec sleep 29');
    const reading = [reader.read(blank, { layout: 'line' }), reader.read(blank, { layout: 'line' })].map((read) => expect(read).rejects.toThrow());
    await reader.close();
    await Promise.all(reading);
    await expect(reader.read(blank, { layout: 'line' })).rejects.toThrow('the page reader is closed');
  });

  it('says that the program is not there', async () => {
    const reader = new TesseractReader({ program: join(folder, 'nothing'), languageFolder: folder });
    await expect(reader.read(blank, { layout: 'line' })).rejects.toThrow(/ENOENT/u);
  });

  it('is where the environment says, or is not', () => {
    expect(installedTesseract({ TESSERACT_PROGRAM: '/a/tesseract', TESSDATA_FOLDER: '/b' })).toEqual({ program: '/a/tesseract', languageFolder: '/b' });
    expect(() => installedTesseract({ XDG_CACHE_HOME: folder })).toThrow('no tesseract');
  });
});
