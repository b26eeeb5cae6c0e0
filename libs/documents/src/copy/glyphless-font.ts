/** Thousandths of the font size by which every letter of the font moves on. */
export const LETTER_WIDTH = 500;
const UNITS = 1000;

/**
 * A TrueType font with one glyph for all letters: a slanting line without any area. It shows nothing, but has the box of a letter, by which
 * viewers highlight what was found.
 */
export function glyphlessFont(): Uint8Array {
  const [contours, lastPoint, noInstructions, bothOnLine] = [1, 1, 0, 0x0101];
  const line = words(contours, 0, 0, LETTER_WIDTH, UNITS, lastPoint, noInstructions, bothOnLine, 0, LETTER_WIDTH, 0, UNITS);
  return fontFile([
    ['glyf', line],
    ['head', head()],
    ['hhea', hhea()],
    ['hmtx', words(LETTER_WIDTH, 0, LETTER_WIDTH, 0)],
    ['loca', words(0, 0, line.length / 2)],
    ['maxp', words(1, 0, 2, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
  ]);
}

/** Every letter is glyph 1, whatever its code. */
export function oneGlyphForAll(): Uint8Array {
  const map = new Uint8Array(2 * 65_536);
  for (let code = 0; code < 65_536; code += 1) map[2 * code + 1] = 1;
  return map;
}

/** Codes of the text are UTF-16, so each code stands for itself (PDF 32000-1, 9.10.3). */
export const toUnicode = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

function head(): Uint8Array {
  const magic = [0x5f0f, 0x3cf5];
  const dates = [0, 0, 0, 0, 0, 0, 0, 0];
  const bounds = [0, 0, LETTER_WIDTH, UNITS];
  return words(1, 0, 1, 0, 0, 0, ...magic, 0, UNITS, ...dates, ...bounds, 0, 8, 2, 0, 0);
}

function hhea(): Uint8Array {
  const [ascent, descent, numberOfWidths] = [UNITS, 0, 2];
  return words(1, 0, ascent, descent, 0, LETTER_WIDTH, 0, 0, LETTER_WIDTH, 1, 0, 0, 0, 0, 0, 0, 0, numberOfWidths);
}

function words(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, index) => view.setUint16(2 * index, value));
  return new Uint8Array(view.buffer);
}

/** The table directory and the tables (OpenType 1.9, «Organization of an OpenType Font»). */
function fontFile(tables: readonly (readonly [name: string, data: Uint8Array])[]): Uint8Array {
  const begin = 12 + 16 * tables.length;
  const size = tables.reduce((sum, [, data]) => sum + padded(data.length), begin);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  [0x0001, 0x0000, tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power)].forEach((value, index) => view.setUint16(2 * index, value));
  let offset = begin;
  tables.forEach(([name, data], index) => {
    const entry = 12 + 16 * index;
    [...name].forEach((letter, at) => view.setUint8(entry + at, letter.charCodeAt(0)));
    file.set(data, offset);
    view.setUint32(entry + 4, sumOf(view, offset, padded(data.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    offset += padded(data.length);
  });
  return file;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
