import { inflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFNumber, type PDFRawStream } from 'pdf-lib';
import { MalformedError, parsing } from '../asn1.js';

/** A table of references or a revocation list unfolds to no more. */
const largest = 32 * 1024 * 1024;

/** The bytes of a stream that is plain or deflated, PNG prediction undone; other filters are `MalformedError`. */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const contents = stream.getContents();
  if (filter === undefined) return contents;
  const name = filter.toString().replace(/[[\]\s]/gu, '');
  if (name !== '/FlateDecode') throw new MalformedError('filter');
  const bytes = parsing(() => inflateSync(contents, { maxOutputLength: largest }));
  const parameters = stream.dict.lookup(PDFName.of('DecodeParms'));
  if (!(parameters instanceof PDFDict)) return bytes;
  const predictor = numberIn(parameters, 'Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new MalformedError('predictor');
  return unpredicted(bytes, numberIn(parameters, 'Columns', 1));
}

function numberIn(dict: PDFDict, key: string, otherwise: number): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

/** PNG filters none, sub and up on rows of single bytes; the others do not occur in tables of references. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)]!;
    if (filter > 2) throw new MalformedError('predictor');
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = filter === 1 && column > 0 ? out[at - 1]! : 0;
      const above = filter === 2 && row > 0 ? out[at - columns]! : 0;
      out[at] = bytes[row * (columns + 1) + 1 + column]! + left + above;
    }
  }
  return out;
}
