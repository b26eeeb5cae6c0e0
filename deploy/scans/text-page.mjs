import { capture, captureStyles } from './capture/capture.mjs';
import { picturePdf } from './files/picture-pdf.mjs';
import { Flow } from './page/flow.mjs';
import { paperCanvas } from './page/sheet.mjs';
import { randomOf } from './random.mjs';
import { lookOf } from './look.mjs';
import { storyteller } from './texts/phrases.mjs';

/**
 * A page of plain text, captured in usual quality unless told otherwise, with every letter of it: for the share of letters that are read wrongly.
 * @param {string} id @param {{ seed: number | string, family: import('./typefaces.mjs').Family, quality?: 'good' | 'usual' }} settings @param {import('./texts/people.mjs').Tongue} tongue
 */
export async function composeTextPage(id, { seed, family, quality: wanted = 'usual' }, tongue) {
  const random = randomOf(`${seed}/${family}/${tongue}/${id}`);
  const flow = new Flow({ ...lookOf(family, random), numbering: 'none' });
  const tell = storyteller(family, tongue, random);
  while (flow.y < flow.floor - 40) flow.paragraph(tell(random.integer(1, 3)));
  const { canvas, context } = paperCanvas();
  flow.sheets[0]?.drawPrint(context);
  const style = random.pick(captureStyles(family).filter(({ quality }) => quality === wanted)).name;
  const captured = await capture(canvas, style, random.fork('capture'));
  const lines = (flow.sheets[0]?.lines ?? []).map(({ text, box }) => ({ text, box: captured.toCaptured(box).map((side) => Number(side.toFixed(4))) }));
  return { pdf: await picturePdf([captured], 595), truth: { id, file: `${id}.pdf`, language: tongue, style, text: lines.map(({ text }) => text).join('\n'), lines } };
}
