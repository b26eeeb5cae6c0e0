import { type DomainError, errorTable, type ErrorData } from '@aigaq/kernel';

export const uploadErrors = errorTable('upload', {
  unknown: ['not_found', 'There is no such upload.'],
  not_received: ['conflict', 'The file has not arrived in the store, or its form has expired.'],
  wrong_size: ['invalid', 'The file that arrived has another size than was announced.'],
  wrong_hash: ['invalid', 'The file differs from what was announced: its SHA-256 is another.'],
  too_many_files: ['invalid', 'The paper has more than 30 files.'],
  paper_too_large: ['invalid', 'The files of the paper have more than 100 MB together.'],
  mixed_files: ['invalid', 'The files are neither pages of one paper nor one document with its signatures.'],
  scanner_unavailable: ['unavailable', 'Files cannot be checked for malware at the moment.'],
});

type Make = (data?: ErrorData) => DomainError;

/** Refusals of a file because of what is in it. */
export const fileErrors = errorTable('file', {
  empty: ['invalid', 'The file is empty.'],
  too_large: ['invalid', 'The file is larger than 50 MB.'],
  wrong_type: ['invalid', 'The content of the file is of another type than its name says.'],
  encrypted: ['invalid', 'The file is protected by a password.'],
  active_content: ['invalid', 'The file carries scripts or other files.'],
  macros: ['invalid', 'The file carries macros.'],
  polyglot: ['invalid', 'The file is files of two types at once.'],
  bomb: ['invalid', 'The file unpacks beyond what a paper can hold.'],
  malware: ['invalid', 'The file is known as malware.'],
  truncated: ['invalid', 'The file is cut off.'],
  too_many_pixels: ['invalid', 'The picture has too many pixels.'],
  broken: ['invalid', 'The file cannot be opened.'],
  too_many_pages: ['invalid', 'The paper has too many pages.'],
  signature_broken: ['invalid', 'The file is no electronic signature of a document, or a broken one.'],
  signature_nested: ['invalid', 'The signed file holds another signed file.'],
  signature_too_large: ['invalid', 'The signature is unusually large, or too many signed.'],
  signature_alone: ['invalid', 'There is a signature and no document.'],
});

const FINAL: Record<string, Make | undefined> = {
  ...prefixed('file', fileErrors),
  'upload.wrong_size': uploadErrors.wrong_size,
  'upload.wrong_hash': uploadErrors.wrong_hash,
  'upload.mixed_files': uploadErrors.mixed_files,
};

/** The refusal of a code, when it is one that ends an upload: sending the same again would change nothing. `fileName`: which of several files. */
export function finalRefusal(code: string, fileName: string | null = null): DomainError | undefined {
  return FINAL[code]?.(fileName === null ? {} : { fileName });
}

function prefixed(thing: string, table: Record<string, Make>): Record<string, Make> {
  return Object.fromEntries(Object.entries(table).map(([reason, make]) => [`${thing}.${reason}`, make]));
}
