import type { Box, DocumentKind, ElectronicSignature, Expectation, Language, SignatureMark, StampMark } from './document.js';
import type { PersonName } from './fields/names.js';
import type { InkSource } from './ink/signature.js';

/** Something read, with its place; `isConfirmed` when a second reading of the same place said the same. */
export interface Reading<T> {
  readonly value: T;
  readonly page: number;
  readonly box: Box;
  readonly isConfirmed: boolean;
}

/** What was found at a block; boxes in fractions of the shown page. */
export interface BlockFacts {
  readonly role: 'approval' | 'end' | 'agreement';
  readonly page: number;
  readonly box: Box;
  readonly position: string;
  readonly name: PersonName | null;
  /** All readings of the name, the first one first. */
  readonly names: readonly PersonName[];
  readonly nameText: string;
  readonly signed: boolean | null;
  readonly inkBox: Box | null;
  readonly inkSource: InkSource | null;
  /** What `signed` rests on. */
  readonly measured: Readonly<Record<string, string>>;
  readonly isStamped: boolean;
  readonly slashBox: Box | null;
  readonly isDigital: boolean;
}

export interface PlacedBox {
  readonly page: number;
  readonly box: Box;
}

export interface PageFacts {
  readonly page: number;
  readonly rotation: 0 | 90 | 180 | 270;
  readonly isBlank: boolean;
  readonly isPoor: boolean;
}

/** Everything the verdict rests on. */
export interface Facts {
  readonly expectation: Expectation;
  readonly kind: Reading<DocumentKind> | null;
  readonly language: Language | null;
  readonly number: Reading<string> | null;
  readonly date: Reading<string> | null;
  readonly approval: BlockFacts | null;
  /** A second look at the place where an approval block stands found none either. */
  readonly isApprovalAbsent: boolean;
  readonly ends: readonly BlockFacts[];
  readonly agreement: readonly BlockFacts[];
  readonly stamps: readonly StampMark[];
  /** Pen signatures of all pages, at a block or not. */
  readonly marks: readonly SignatureMark[];
  readonly hasWeakStamps: boolean;
  readonly marginStamp: PlacedBox | null;
  readonly qrCodes: readonly PlacedBox[];
  /** Of the file itself, verified. */
  readonly electronicSignatures: readonly ElectronicSignature[];
  readonly pages: readonly PageFacts[];
  readonly missingPages: readonly { readonly number: number; readonly page: number; readonly isConfirmed: boolean }[];
}

/** A paper of which nothing could be told: spread what was found over it. */
export const nothingFound: Omit<Facts, 'expectation'> = {
  kind: null,
  language: null,
  number: null,
  date: null,
  approval: null,
  isApprovalAbsent: true,
  ends: [],
  agreement: [],
  stamps: [],
  marks: [],
  hasWeakStamps: false,
  marginStamp: null,
  qrCodes: [],
  electronicSignatures: [],
  pages: [],
  missingPages: [],
};
