import { PDFDict, PDFHexString, PDFName, PDFString, type PDFObject } from 'pdf-lib';
import { refNumber } from './tables.js';
import type { Revision } from './revision.js';

/** A signature field and the dictionary of its signature. */
export interface SignatureField {
  readonly name: string;
  /** Object number of the field; `null` when it stands in the list itself. */
  readonly number: number | null;
  readonly field: PDFDict;
  /** `null`: the field waits for a signature. */
  readonly signature: PDFDict | null;
}

const mostFields = 2000;

/** All signature fields of the form, in order. */
export function signatureFields(revision: Revision): SignatureField[] {
  const form = revision.dict(revision.catalog.get(PDFName.of('AcroForm')));
  if (form === null) return [];
  const found: SignatureField[] = [];
  const visited = new Set<PDFObject>();
  const queue = revision.array(form.get(PDFName.of('Fields'))).map((object) => ({ object, parent: '' }));
  for (let next = queue.shift(); next !== undefined && visited.size < mostFields; next = queue.shift()) {
    const field = revision.dict(next.object);
    if (field === null || visited.has(field)) continue;
    visited.add(field);
    const name = [next.parent, textOf(revision.value(field.get(PDFName.of('T'))))]
      .filter((part) => part !== '')
      .join('.');
    if (nameOf(revision, field, 'FT') === 'Sig') {
      found.push({ name, number: refNumber(next.object), field, signature: revision.dict(field.get(PDFName.of('V'))) });
    }
    queue.push(...revision.array(field.get(PDFName.of('Kids'))).map((object) => ({ object, parent: name })));
  }
  return found;
}

export function nameOf(revision: Revision, dict: PDFDict, key: string): string | null {
  const value = revision.value(dict.get(PDFName.of(key)));
  return value instanceof PDFName ? value.decodeText() : null;
}

export function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
