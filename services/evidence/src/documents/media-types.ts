import type { MediaType } from './evidence.js';

const TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'application/cms': 'cms',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;

/** The short name by which the reader knows a media type. */
export function fileTypeOf(mediaType: MediaType): (typeof TYPES)[MediaType] {
  return TYPES[mediaType];
}
