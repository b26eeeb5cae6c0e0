/** Kinds of documents that the card names. */
export const DOCUMENT_KINDS = [
  'order',
  'protocol',
  'note',
  'policy',
  'plan',
  'announcement',
  'letter',
  'schedule',
  'list',
  'report-form',
  'regulation',
  'instruction',
  'standard',
  'code-of-ethics',
  'certificate',
  'act',
  'table',
  'reference-note',
  'publication',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Levels of people who may sign evidence. */
export const SIGNER_LEVELS = ['first-head', 'deputy', 'head-of-apparatus', 'akim', 'ethics-officer', 'compliance-officer'] as const;
export type SignerLevel = (typeof SIGNER_LEVELS)[number];

/** Kinds that the reader of scans tells apart by the heading; of every other kind only people can say that a paper is one. */
const READABLE: ReadonlySet<string> = new Set(['order', 'protocol', 'note', 'policy', 'plan', 'announcement', 'letter']);

/** A heading «Справка» is read as a note, whether the card calls it an analytical or a reference note. */
const SAME_HEADING: Partial<Record<DocumentKind, string>> = { 'reference-note': 'note' };

/** The kind that the reader would say of such a document; null: it knows no such kind. */
export function readAs(kind: DocumentKind): string | null {
  const read = SAME_HEADING[kind] ?? kind;
  return READABLE.has(read) ? read : null;
}
