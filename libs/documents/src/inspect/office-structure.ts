import { attributeOf, definesEntities, elementsOf, walkXml } from '../sources/xml.js';
import { firstBytesOf, type FirstBytes } from './file-type.js';
import { inspectImage } from './image-header.js';
import type { FileRefusal } from './refusals.js';
import { inspectTiff } from './tiff-header.js';
import { ZipArchive, ZipRefused, type ZipFault } from './zip-archive.js';

export type OfficeType = 'docx' | 'xlsx';

const mainTypes: Readonly<Record<string, OfficeType>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
};
const faults: Readonly<Record<ZipFault, FileRefusal>> = {
  broken: 'file.broken',
  truncated: 'file.truncated',
  encrypted: 'file.encrypted',
  bomb: 'file.bomb',
  polyglot: 'file.polyglot',
};
const macroParts = /vbaproject|vbadata|macrosheets\/|\.bin\.rels$|(^|\/)macros?\//i;
/** Parts by which an archive is a program or a document of another kind as well. */
const foreignParts = /^(META-INF\/|mimetype$|AndroidManifest\.xml$|classes\.dex$)|\.class$/;
const macroTypes = /macroEnabled|vbaProject|ms-office\.vba|macrosheet/i;
/** Parts that run, load or carry something. Printer settings are the one binary part that every office program writes. */
const activeParts = /(^|\/)(embeddings|activeX|externalLinks|ctrlProps)\/|\.(exe|dll|js|vbs|hta|bat|cmd|ps1|scr|jar|lnk|html?|swf|ole)$/i;
/** Fields of a text document that ask other programs for their content. */
const activeFields = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON)\b/;

/** What kind of office document an archive says it is, or null. @throws ZipRefused */
export function officeTypeOf(archive: ZipArchive): OfficeType | 'macros' | null {
  const types = archive.readText('[Content_Types].xml');
  if (macroTypes.test(types)) return 'macros';
  for (const piece of walkXml(types)) {
    const type = piece.type === 'open' ? attributeOf(piece.attributes, 'ContentType') : undefined;
    if (type !== undefined && mainTypes[type] !== undefined) return mainTypes[type];
  }
  return null;
}

/** Looks through every part of a text document or table: macros, foreign objects, links that load, pictures that are bombs. */
export function inspectOffice(bytes: Uint8Array): { type: OfficeType } | FileRefusal {
  try {
    const archive = new ZipArchive(bytes);
    const type = officeTypeOf(archive);
    if (type === null) return 'file.wrong_type';
    if (type === 'macros' || archive.names.some((name) => macroParts.test(name))) return 'file.macros';
    if (archive.names.some((name) => foreignParts.test(name))) return 'file.polyglot';
    if (archive.names.some((name) => activeParts.test(name))) return 'file.active_content';
    return partsFault(archive) ?? { type };
  } catch (error) {
    if (error instanceof ZipRefused) return faults[error.fault];
    throw error;
  }
}

function partsFault(archive: ZipArchive): FileRefusal | null {
  for (const name of archive.names) {
    const fault = partFault(archive, name);
    if (fault !== null) return fault;
  }
  return null;
}

function partFault(archive: ZipArchive, name: string): FileRefusal | null {
  const bytes = archive.read(name)!;
  // The content types may call any part XML: its first letter tells.
  if (/\.(xml|rels)$/i.test(name) || /^(\u00ef\u00bb\u00bf)?\s*</.test(bytes.toString('latin1', 0, 64))) return xmlFault(name, archive.readText(name));
  const type = firstBytesOf(bytes);
  // A file in the file, whatever its name says.
  if (type === 'ole' || type === 'zip' || type === 'pdf') return 'file.active_content';
  return pictureFault(bytes, type);
}

/** Pictures of a document are pages of it: the same rules. Other formats are not opened at all. */
function pictureFault(bytes: Buffer, type: FirstBytes | null): FileRefusal | null {
  const found = type === 'png' || type === 'jpeg' ? inspectImage(bytes, type) : type === 'tiff' ? inspectTiff(bytes) : null;
  return found === 'file.too_many_pixels' ? found : null;
}

function xmlFault(name: string, xml: string): FileRefusal | null {
  if (definesEntities(xml)) return 'file.active_content';
  // Written in two bytes to the letter: what it says would be read by others, not here.
  if (xml.includes('\0')) return 'file.broken';
  if (name.endsWith('.rels')) return hasActiveLink(xml) ? 'file.active_content' : null;
  return hasActiveField(xml) ? 'file.active_content' : null;
}

/** Links that a reader follows by a click stay; links that the program follows by itself do not. */
function hasActiveLink(xml: string): boolean {
  for (const piece of walkXml(xml)) {
    if (piece.type === 'open' && piece.name === 'Relationship' && isActiveLink(piece.attributes)) return true;
  }
  return false;
}

function isActiveLink(attributes: string): boolean {
  const [type = '', target = '', mode] = ['Type', 'Target', 'TargetMode'].map((name) => attributeOf(attributes, name));
  if (/\/(oleObject|package|attachedTemplate|externalLink|control|frame|aFChunk|subDocument)$/i.test(type) && !isInside(type, attributes)) return true;
  return mode === 'External' && !(type.endsWith('/hyperlink') && /^(https?:|mailto:|#|tel:)/i.test(target));
}

/** A template of the author's own is named in many documents; only one from elsewhere is loaded when the document is opened. */
function isInside(type: string, attributes: string): boolean {
  return type.endsWith('/attachedTemplate') && attributeOf(attributes, 'TargetMode') !== 'External';
}

/** Instructions of fields may be cut into many runs: they are joined before they are looked at. */
function hasActiveField(xml: string): boolean {
  if (/<(\w+:)?(oleObject|OLEObject|ddeLink|control)\b/.test(xml)) return true;
  let instructions = '';
  for (const { name, attributes, text } of elementsOf(xml)) {
    if (name === 'fldSimple') instructions += ` ${attributeOf(attributes, 'instr') ?? ''} `;
    else if (name === 'fldChar' && attributeOf(attributes, 'fldCharType') === 'begin') instructions += ' ';
    else if (name === 'instrText') instructions += text;
  }
  return activeFields.test(instructions);
}
