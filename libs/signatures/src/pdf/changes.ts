import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFObject } from 'pdf-lib';
import { nameOf, signatureFields, type SignatureField } from './fields.js';
import { countReferences, differingKeys, isSame, pagesOf } from './references.js';
import type { Revision } from './revision.js';
import { refNumber, sizeOf } from './tables.js';

/**
 * What a later state of the file did to a signed one. `signature`, `time_stamp`, `validation_data` (certificates, lists,
 * answers) and `metadata` do not touch what was signed; `visible_signature` draws on a page; `content` is everything else.
 */
export type LaterChange = 'signature' | 'time_stamp' | 'validation_data' | 'metadata' | 'visible_signature' | 'content';

export interface LaterChanges {
  readonly changes: readonly LaterChange[];
  /** Pages that look different, from 1. */
  readonly pages: readonly number[];
}

/**
 * Compares object by object as viewers resolve them, so that it does not matter how the update was written: objects that
 * were pointed elsewhere count as changed. Only what is known to be harmless is harmless. Throws `MalformedError`.
 */
export function laterChanges(before: Revision, after: Revision): LaterChanges {
  const comparison = new Comparison(before, after);
  const numbers = new Set([...before.numbers, ...after.numbers]);
  for (const number of numbers) comparison.look(number);
  comparison.lookAtTrailer();
  return { changes: [...comparison.changes].sort(), pages: [...comparison.pages].sort((a, b) => a - b) };
}

const drawnByForm = ['DR', 'DA'];
const fieldKeys = ['V', 'AP', 'F', 'MK', 'Lock'];

class Comparison {
  readonly changes = new Set<LaterChange>();
  readonly pages = new Set<number>();
  private readonly references: ReadonlyMap<number, number>;
  private readonly pageNumbers: ReadonlyMap<number, number>;
  private readonly fieldsBefore: readonly SignatureField[];
  private readonly fieldsAfter: readonly SignatureField[];

  constructor(
    private readonly before: Revision,
    private readonly after: Revision,
  ) {
    this.references = countReferences(before);
    this.pageNumbers = pagesOf(before);
    this.fieldsBefore = signatureFields(before);
    this.fieldsAfter = signatureFields(after);
  }

  look(number: number): void {
    // What nothing in the signed state refers to was not seen and cannot be.
    if (!this.references.has(number) || isSameEntry(this.before, this.after, number)) return;
    const [old, now] = [this.before.object(number), this.after.object(number)];
    if (isSame(old, now)) return;
    // An object that was missing but already referred to appears where the signer saw nothing.
    if (old === undefined || !this.isHarmless(number, old, now)) this.content(number);
  }

  lookAtTrailer(): void {
    const root = (revision: Revision): string | undefined => revision.trailer.get(PDFName.of('Root'))?.toString();
    const isSmaller = sizeOf(this.after.trailer) < sizeOf(this.before.trailer);
    if (isSmaller || root(this.before) !== root(this.after)) this.changes.add('content');
  }

  private content(number: number): void {
    this.changes.add('content');
    const page = this.pageNumbers.get(number);
    if (page !== undefined) this.pages.add(page);
  }

  private isHarmless(number: number, old: PDFObject, now: PDFObject | undefined): boolean {
    if (old instanceof PDFDict && now instanceof PDFDict && this.isHarmlessDict(number, old, now)) return true;
    if (old instanceof PDFArray && now instanceof PDFArray && this.isHarmlessArray(number, old, now)) return true;
    return (
      now instanceof PDFRawStream && number === this.numberIn(this.before.catalog, 'Metadata') && this.isMetadata(now)
    );
  }

  private isMetadata(stream: PDFRawStream): boolean {
    this.changes.add('metadata');
    return stream.dict.get(PDFName.of('Subtype'))?.toString() === '/XML';
  }

  private isHarmlessDict(number: number, old: PDFDict, now: PDFDict): boolean {
    const { before } = this;
    if (number === refNumber(before.trailer.get(PDFName.of('Root')))) return this.isHarmlessCatalog(old, now);
    if (this.pageNumbers.has(number)) return this.isHarmlessPage(number, old, now);
    if (!this.isReferredOnce(number)) return false;
    if (number === refNumber(before.trailer.get(PDFName.of('Info')))) return this.adds('metadata');
    if (number === this.numberIn(before.catalog, 'AcroForm')) return this.isHarmlessForm(old, now);
    const field = this.fieldsBefore.find((candidate) => candidate.number === number);
    if (field !== undefined) return this.isNowSigned(field, now);
    return this.isValidationData(number) && this.adds('validation_data');
  }

  private isHarmlessArray(number: number, old: PDFArray, now: PDFArray): boolean {
    if (!this.isReferredOnce(number)) return false;
    const form = this.before.dict(this.before.catalog.get(PDFName.of('AcroForm')));
    if (form !== null && this.numberIn(form, 'Fields') === number) return this.areFieldsAdded(old, now);
    const page = [...this.pageNumbers.keys()].find(
      (candidate) => this.numberIn(this.before.dict(this.before.object(candidate))!, 'Annots') === number,
    );
    if (page !== undefined) return this.areWidgetsAdded(page, old, now);
    return this.isValidationData(number) && this.adds('validation_data');
  }

  private isHarmlessCatalog(old: PDFDict, now: PDFDict): boolean {
    return differingKeys(old, now).every((key) => {
      if (key === 'DSS') return this.adds('validation_data');
      if (key === 'Metadata') return this.adds('metadata');
      if (key === 'AcroForm') return this.isHarmlessForm(this.formIn(this.before, old), this.formIn(this.after, now));
      return key === 'Extensions' || key === 'Version';
    });
  }

  private formIn(revision: Revision, catalog: PDFDict): PDFDict | null {
    return revision.dict(catalog.get(PDFName.of('AcroForm')));
  }

  private isHarmlessForm(old: PDFDict | null, now: PDFDict | null): boolean {
    if (now === null) return false;
    const keys = old === null ? now.keys().map((key) => key.decodeText()) : differingKeys(old, now);
    return keys.every((key) => {
      if (key === 'SigFlags' || (old === null && drawnByForm.includes(key))) return true;
      return key === 'Fields' && this.areFieldsAdded(old?.get(PDFName.of('Fields')), now.get(PDFName.of('Fields')));
    });
  }

  private areFieldsAdded(old: PDFObject | undefined, now: PDFObject | undefined): boolean {
    const added = addedTo(this.before.array(old), this.after.array(now));
    return added !== null && added.every((object) => this.isSignatureAdded(object));
  }

  private isSignatureAdded(object: PDFObject): boolean {
    const field = this.fieldsAfter.find((candidate) => candidate.field === this.after.dict(object));
    if (field === undefined) return false;
    if (this.isDrawn(field.field)) return this.adds('visible_signature');
    const isStamp = field.signature !== null && nameOf(this.after, field.signature, 'SubFilter') === 'ETSI.RFC3161';
    return this.adds(isStamp ? 'time_stamp' : 'signature');
  }

  private isNowSigned({ signature, field }: SignatureField, now: PDFDict): boolean {
    if (signature !== null || !differingKeys(field, now).every((key) => fieldKeys.includes(key))) return false;
    return this.adds(this.isDrawn(now) ? 'visible_signature' : 'signature');
  }

  private isHarmlessPage(number: number, old: PDFDict, now: PDFDict): boolean {
    const key = PDFName.of('Annots');
    const isOnlyAnnots = differingKeys(old, now).every((name) => name === 'Annots');
    return isOnlyAnnots && this.areWidgetsAdded(number, old.get(key), now.get(key));
  }

  private areWidgetsAdded(page: number, old: PDFObject | undefined, now: PDFObject | undefined): boolean {
    const added = addedTo(this.before.array(old), this.after.array(now));
    if (added === null) return false;
    return added.every((object) => {
      const widget = this.after.dict(object);
      const isSignature =
        widget !== null && this.fieldsAfter.some(({ field }) => field === widget || this.isKidOf(field, widget));
      if (!isSignature) return false;
      if (!this.isDrawn(widget)) return true;
      this.pages.add(this.pageNumbers.get(page)!);
      return this.adds('visible_signature');
    });
  }

  private isKidOf(field: PDFDict, widget: PDFDict): boolean {
    return this.after.array(field.get(PDFName.of('Kids'))).some((kid) => this.after.dict(kid) === widget);
  }

  /** Something is drawn for it: it has an appearance and an area, and is not hidden. */
  private isDrawn(widget: PDFDict): boolean {
    const flags = this.after.value(widget.get(PDFName.of('F')));
    const isHidden = flags instanceof PDFNumber && (flags.asNumber() & 2) !== 0;
    const sides = this.after
      .array(widget.get(PDFName.of('Rect')))
      .map((side) => Number(this.after.value(side)?.toString()));
    const isFlat = sides.length === 4 && (sides[0] === sides[2] || sides[1] === sides[3]);
    return widget.has(PDFName.of('AP')) && !isHidden && !isFlat;
  }

  /** The document's security store and its lists; signed content that is also listed there is referred to twice. */
  private isValidationData(number: number): boolean {
    const store = this.before.dict(this.before.catalog.get(PDFName.of('DSS')));
    if (store === null) return false;
    const lists = ['Certs', 'CRLs', 'OCSPs', 'VRI'].map((key) => this.numberIn(store, key));
    return number === this.numberIn(this.before.catalog, 'DSS') || lists.includes(number);
  }

  private isReferredOnce(number: number): boolean {
    return (this.references.get(number) ?? 0) <= 1;
  }

  private numberIn(dict: PDFDict, key: string): number | null {
    return refNumber(dict.get(PDFName.of(key)));
  }

  private adds(change: LaterChange): true {
    this.changes.add(change);
    return true;
  }
}

function isSameEntry(before: Revision, after: Revision, number: number): boolean {
  const [a, b] = [before.entry(number), after.entry(number)];
  // Objects in a stream are the same only if the stream is, which is compared by itself only when it is referred to.
  return a?.type === 'at' && b?.type === 'at' && a.offset === b.offset;
}

/** What was put behind the old items; `null` when these are not all still there in front. */
function addedTo(old: readonly PDFObject[], now: readonly PDFObject[]): PDFObject[] | null {
  const isKept = old.length <= now.length && old.every((item, index) => isSame(item, now[index]));
  return isKept ? now.slice(old.length) : null;
}
