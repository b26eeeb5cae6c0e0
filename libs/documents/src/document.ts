import type { CertificateKind, CertificateRole, LaterChange, Reason, Validity } from '@aigaq/signatures';

/** Kinds of paper the reader can tell apart by their heading. */
export const documentKinds = ['order', 'protocol', 'note', 'policy', 'plan', 'announcement', 'letter'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What has pages. */
export type DocumentType = 'pdf' | 'jpeg' | 'png' | 'tiff' | 'heic' | 'docx' | 'xlsx';
/** `cms`: an electronic signature, around its document or beside it. */
export type FileType = DocumentType | 'cms';
/** A file of a paper: all of it, some pages, or an electronic signature. */
export interface PaperFile {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

export type Verdict = 'passed' | 'person' | 'failed';
export type Language = 'ru' | 'kk' | 'ru+kk';
export type SignatoryRole = 'head' | 'deputy' | 'head-of-apparatus' | 'acting';

/** x0, y0, x1, y1 from the top left corner; in a `Finding` fractions (0-1) of the page as a viewer shows it. */
export type Box = readonly [number, number, number, number];

/** A person who may sign; `from` and `until` (ISO days, both included) bound the entitlement. */
export interface ExpectedSignatory {
  readonly name: string;
  readonly position: string;
  readonly role: SignatoryRole;
  readonly from?: string;
  readonly until?: string;
}

/** What the task card wants of the paper. An absent `number` or `date` is not compared. */
export interface Expectation {
  /** Empty: any kind will do. */
  readonly kinds: readonly DocumentKind[];
  readonly number?: string;
  readonly date?: string;
  readonly approval: 'required' | 'none' | 'optional';
  readonly stamp: 'required' | 'optional';
  /** Empty: nobody is known, so a person looks at the signatory. */
  readonly signatories: readonly ExpectedSignatory[];
  readonly dateFrom?: string;
  readonly dateUntil?: string;
  /** BIN of the body for which it is signed; compared with that of an electronic signature's certificate. */
  readonly bin?: string;
}

export interface Finding {
  readonly code: string;
  readonly outcome: Verdict | 'note';
  readonly page?: number;
  readonly box?: Box;
  readonly data: Readonly<Record<string, string>>;
}

/** A place where somebody has to sign. `signed: null` means that the machine cannot tell. */
export interface SignatureBlock {
  readonly page: number;
  readonly box: Box;
  readonly position: string;
  readonly name: string;
  readonly signed: boolean | null;
  readonly inkBox: Box | null;
}

export interface ApprovalBlock extends SignatureBlock {
  readonly stamped: boolean;
}

export interface EndBlock extends SignatureBlock {
  readonly role: 'end' | 'agreement';
}

export interface StampMark {
  readonly page: number;
  readonly box: Box;
  readonly ink: 'colour' | 'black';
}

/** Pen ink that looks like a signature, at a block or not; `confidence` from 0 to 1. */
export interface SignatureMark {
  readonly type: 'signature';
  readonly page: number;
  readonly box: Box;
  readonly confidence: number;
}

export interface ElectronicMarks {
  readonly marginStamp: boolean;
  readonly qr: boolean;
  readonly boxes: readonly { readonly type: 'margin' | 'qr'; readonly page: number; readonly box: Box }[];
}

/** An electronic signature of the file itself, verified (@aigaq/signatures). Times in ISO. */
export interface ElectronicSignature {
  readonly validity: Validity;
  /** The one that decides. */
  readonly reason: Reason;
  /** All that were found, the graver first. */
  readonly reasons: readonly Reason[];
  /** As the certificate says it. */
  readonly signer: {
    readonly name: string;
    /** The last four digits of his IIN; the whole of it goes nowhere. */
    readonly iinEnd: string | null;
    readonly organisation: string | null;
    readonly bin: string | null;
    readonly kind: CertificateKind;
    readonly roles: readonly CertificateRole[];
  } | null;
  /** What the signer's own clock said. */
  readonly claimedTime: string | null;
  readonly trustedTime: string | null;
  /** Who vouches for the trusted time. */
  readonly timeAuthority: string | null;
  /** When to verify again; `null`: the answer will not change. */
  readonly nextCheck: string | null;
  /** Bytes that were added to the file since it was signed; `null`: which bytes are signed is not known. */
  readonly laterBytes: number | null;
  readonly laterChanges: readonly LaterChange[];
  /** Pages that look different since it was signed. */
  readonly changedPages: readonly number[];
}

export interface CheckedPage {
  readonly page: number;
  /** Degrees clockwise that the page is shown turned; turn it back by as much to read it. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly blank: boolean;
  readonly quality: 'good' | 'poor';
  /** Pixels of the picture that was read. */
  readonly width: number;
  readonly height: number;
}

export interface DocumentCheck {
  readonly verdict: Verdict;
  readonly kind: DocumentKind | null;
  readonly language: Language | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly approval: ApprovalBlock | null;
  readonly signatures: readonly EndBlock[];
  readonly stamps: readonly StampMark[];
  readonly marks: readonly SignatureMark[];
  readonly electronic: ElectronicMarks;
  readonly electronicSignatures: readonly ElectronicSignature[];
  readonly pages: readonly CheckedPage[];
  readonly findings: readonly Finding[];
  /** What was read, one text per page; middle pages hold only what the check needed. */
  readonly text: readonly string[];
  /** Milliseconds per step. */
  readonly timings: Readonly<Record<string, number>>;
}
