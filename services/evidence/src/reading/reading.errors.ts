import { errorTable } from '@aigaq/kernel';

export const readingErrors = errorTable('reading', {
  unavailable: ['unavailable', 'Papers cannot be read at the moment.'],
});

/** The reading process fell over this very paper, or took too long: not an outage, trying again later would not help. */
export class PaperUnreadable extends Error {
  override readonly name = 'PaperUnreadable';
}
