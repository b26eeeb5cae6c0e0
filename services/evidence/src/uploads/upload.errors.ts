import { type DomainError, errorTable } from '@aigaq/kernel';

export const uploadErrors = errorTable('upload', {
  unknown: ['not_found', 'There is no such upload.'],
  not_received: ['conflict', 'The file has not arrived in the store, or its form has expired.'],
  wrong_size: ['invalid', 'The file that arrived has another size than was announced.'],
  wrong_hash: ['invalid', 'The file differs from what was announced: its SHA-256 is another.'],
  scanner_unavailable: ['unavailable', 'Files cannot be checked for malware at the moment.'],
});

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
});

const FINAL = { ...prefixed('file', fileErrors), 'upload.wrong_size': uploadErrors.wrong_size, 'upload.wrong_hash': uploadErrors.wrong_hash };

/** The refusal of a code, when it is one that ends an upload: sending the same file again would change nothing. */
export function finalRefusal(code: string): DomainError | undefined {
  return (FINAL as Record<string, (() => DomainError) | undefined>)[code]?.();
}

function prefixed(thing: string, table: Record<string, () => DomainError>): Record<string, () => DomainError> {
  return Object.fromEntries(Object.entries(table).map(([reason, make]) => [`${thing}.${reason}`, make]));
}
