import { MAX_PAPER_BYTES, MAX_PAPER_FILES, type MediaType } from '@aigaq/api';
import { uploadErrors } from './upload.errors.js';
import type { ReceivedFile } from './upload.js';

/** As many as one file may have. */
const MAX_PAGES = 300;
const PAGES: ReadonlySet<MediaType> = new Set<MediaType>(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff', 'image/heic']);

/** One paper has so many files and so many bytes at most. @throws upload.too_many_files, upload.paper_too_large */
export function mustFit(files: readonly { size: number }[]): void {
  if (files.length > MAX_PAPER_FILES) {
    throw uploadErrors.too_many_files();
  }
  if (files.length > 1 && files.reduce((sum, { size }) => sum + size, 0) > MAX_PAPER_BYTES) {
    throw uploadErrors.paper_too_large();
  }
}

type SetFile = Pick<ReceivedFile, 'pages'> & { mediaType: MediaType };

/**
 * Why files that are each in order make no paper together. Either they are its pages, or one document and the signatures beside it: of
 * several documents nobody could say which of them was signed.
 */
export function refusalOfSet(files: readonly SetFile[]): string | undefined {
  const papers = files.filter(({ pages }) => pages > 0);
  if (papers.length === 0) {
    return 'file.signature_alone';
  }
  if (papers.reduce((sum, { pages }) => sum + pages, 0) > MAX_PAGES) {
    return 'file.too_many_pages';
  }
  return isSound(papers, files.length - papers.length) ? undefined : 'upload.mixed_files';
}

function isSound(papers: readonly SetFile[], signatures: number): boolean {
  if (papers.length > 1) {
    return signatures === 0 && papers.every(({ mediaType }) => PAGES.has(mediaType));
  }
  // What is signed already by the CMS around it is not signed once more beside it.
  return signatures === 0 || papers[0]?.mediaType !== 'application/cms';
}
