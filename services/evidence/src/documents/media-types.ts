import type { MediaType } from './evidence.js';

const TYPES = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const;

/** The short name by which the reader knows a media type. */
export function fileTypeOf(mediaType: MediaType): (typeof TYPES)[MediaType] {
  return TYPES[mediaType];
}
