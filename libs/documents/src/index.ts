export * from './document.js';
export { checkDocument, type CheckOptions } from './check-document.js';
export { inspectFile, type FileInspection, type FileRefusal } from './inspect/inspect-file.js';
export { MalwareScanner, StructureScanner } from './inspect/malware-scanner.js';
export { languageFolder } from './language-folder.js';
export { renderPages, type PagePreview, type PreviewOptions } from './pages/preview.js';
export { PageReader, type GreyOrColourPage, type ReadOptions } from './words/page-reader.js';
export { TesseractReader, type TesseractReaderOptions } from './words/tesseract-reader.js';
export type { Word } from './words/word.js';
