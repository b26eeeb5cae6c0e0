import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import { MalformedError } from '../asn1.js';
import type { Revision } from './revision.js';

const mostObjects = 50_000;

/** How often every object of a revision is referred to, numbers of objects that do not exist included. */
export function countReferences(revision: Revision): Map<number, number> {
  const counts = new Map<number, number>();
  const numbers = revision.numbers;
  if (numbers.length > mostObjects) throw new MalformedError('too many objects');
  const roots = [revision.trailer, ...numbers.map((number) => revision.object(number))];
  for (const root of roots) if (root !== undefined) count(root, counts, 0);
  return counts;
}

function count(object: PDFObject, counts: Map<number, number>, depth: number): void {
  if (depth > 64) throw new MalformedError('too deep');
  if (object instanceof PDFRef) counts.set(object.objectNumber, (counts.get(object.objectNumber) ?? 0) + 1);
  const inner = object instanceof PDFRawStream ? object.dict : object;
  if (inner instanceof PDFArray) for (const item of inner.asArray()) count(item, counts, depth + 1);
  if (inner instanceof PDFDict) for (const [, value] of inner.entries()) count(value, counts, depth + 1);
}

/** Page number by object number, in the order of reading. */
export function pagesOf(revision: Revision): Map<number, number> {
  const pages = new Map<number, number>();
  const visited = new Set<PDFObject>();
  const walk = (object: PDFObject | undefined, depth: number): void => {
    const node = revision.dict(object);
    if (node === null || visited.has(node) || depth > 64) return;
    visited.add(node);
    if (node.get(PDFName.of('Type'))?.toString() === '/Page') {
      if (object instanceof PDFRef) pages.set(object.objectNumber, pages.size + 1);
      return;
    }
    for (const kid of revision.array(node.get(PDFName.of('Kids')))) walk(kid, depth + 1);
  };
  walk(revision.catalog.get(PDFName.of('Pages')), 0);
  return pages;
}

/** Equal in everything that is written down. */
export function isSame(a: PDFObject | undefined, b: PDFObject | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a instanceof PDFRawStream || b instanceof PDFRawStream) {
    const both = a instanceof PDFRawStream && b instanceof PDFRawStream;
    return both && isSame(a.dict, b.dict) && Buffer.from(a.getContents()).equals(b.getContents());
  }
  return a.toString() === b.toString();
}

/** Keys whose values differ between two dictionaries. */
export function differingKeys(a: PDFDict, b: PDFDict): string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => !isSame(a.get(key), b.get(key))).map((key) => key.decodeText());
}
