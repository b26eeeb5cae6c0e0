import { PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef, PDFString } from 'pdf-lib';
import sharp from 'sharp';
import type { PaperFile } from '../document.js';
import type { TextPage } from '../full-text.js';
import { openPaper } from '../pages/source.js';
import { documentsIn } from '../signed/cms-document.js';
import { glyphlessFont, LETTER_WIDTH, oneGlyphForAll, toUnicode } from './glyphless-font.js';
import { textContent } from './text-content.js';

/** Of a picture of a page, where the copy cannot hold the page itself. */
const pictureLongSide = 2400;
const a4LongSide = 842;

/**
 * A PDF that looks like the paper and whose words can be found and copied: pages of a PDF that comes alone stay as they are, other papers become pictures
 * of their pages; the words lie under them, unseen. The bytes are only read.
 * @param pages what `readWholePaper` gave; pages with good text of their own get none added
 */
export async function searchableCopy(files: readonly PaperFile[], pages: readonly TextPage[]): Promise<Uint8Array> {
  const [first, ...others] = documentsIn(files);
  const isOnePdf = first?.type === 'pdf' && others.length === 0;
  const asTheyAre = isOnePdf ? await pagesAsTheyAre(first.bytes, pages.length) : null;
  const document = asTheyAre ?? (await picturesOf(files));
  const font = embedFont(document);
  const shown = document.getPages();
  for (const page of pages) {
    const target = shown[page.page - 1];
    const hasOwnText = page.digital && asTheyAre !== null;
    if (target !== undefined && !hasOwnText && page.lines.length > 0) addText(target, page, font);
  }
  return document.save();
}

/** Null when the file is so damaged that only a viewer can make sense of it. */
async function pagesAsTheyAre(bytes: Uint8Array, count: number): Promise<PDFDocument | null> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    if (document.getPageCount() !== count) return null;
    withoutSignatures(document);
    return document;
  } catch {
    return null;
  }
}

/** An electronic signature holds for the original alone: in a copy it would be shown as broken. */
function withoutSignatures({ catalog, context }: PDFDocument): void {
  catalog.delete(PDFName.of('Perms'));
  catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)?.delete(PDFName.of('SigFlags'));
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(PDFName.of('FT')) === PDFName.of('Sig')) object.delete(PDFName.of('V'));
  }
}

async function picturesOf(files: readonly PaperFile[]): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const source = await openPaper(files);
  try {
    for (let page = 1; page <= source.pages; page += 1) {
      const { picture } = await source.draw(page, { longSide: pictureLongSide });
      const { width, height, channels, data } = picture;
      const jpeg = await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 82 }).toBuffer();
      const scale = a4LongSide / Math.max(width, height);
      const added = document.addPage([width * scale, height * scale]);
      added.drawImage(await document.embedJpg(jpeg), { x: 0, y: 0, width: width * scale, height: height * scale });
    }
  } finally {
    source.close();
  }
  return document;
}

function embedFont({ context }: PDFDocument): PDFRef {
  const descriptor = context.register(
    context.obj({
      ...{ Type: 'FontDescriptor', FontName: 'GlyphlessFont', Flags: 5, FontBBox: [0, 0, LETTER_WIDTH, 1000] },
      ...{ ItalicAngle: 0, Ascent: 1000, Descent: 0, CapHeight: 1000, StemV: 80 },
      FontFile2: context.register(context.flateStream(glyphlessFont())),
    }),
  );
  const descendant = context.obj({
    ...{ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'GlyphlessFont', DW: LETTER_WIDTH, FontDescriptor: descriptor },
    CIDToGIDMap: context.register(context.flateStream(oneGlyphForAll())),
  });
  descendant.set(PDFName.of('CIDSystemInfo'), context.obj({ Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 }));
  return context.register(
    context.obj({
      ...{ Type: 'Font', Subtype: 'Type0', BaseFont: 'GlyphlessFont', Encoding: 'Identity-H' },
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(context.flateStream(toUnicode)),
    }),
  );
}

function addText(page: PDFPage, text: TextPage, font: PDFRef): void {
  const { context } = page.doc;
  const name = page.node.newFontDictionary('Glyphless', font);
  const content = context.flateStream(textContent(text, shownArea(page), name.toString()));
  // The page's own drawing may leave the coordinates changed behind it: the text comes before it, within a frame of its own.
  page.node.wrapContentStreams(context.getPushGraphicsStateContentStream(), context.getPopGraphicsStateContentStream());
  const { Contents } = page.node.normalizedEntries();
  Contents?.insert(0, context.register(content));
}

/** What a viewer shows of the page: its crop box within its media box, turned. */
function shownArea(page: PDFPage) {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - left;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - bottom;
  const isCut = width > 0 && height > 0;
  const area = isCut ? { left, bottom, width, height } : { left: media.x, bottom: media.y, width: media.width, height: media.height };
  return { ...area, turned: ((page.getRotation().angle % 360) + 360) % 360 };
}
