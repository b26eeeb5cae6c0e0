import type { PlacedWord, Point, TextPage } from '../full-text.js';
import { LETTER_WIDTH } from './glyphless-font.js';

/** The part of a page that a viewer shows, in the page's own units, and by how many degrees it turns it clockwise. */
export interface ShownArea {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly turned: number;
}

/** Drawing commands that put each word unseen onto its place, along its own line and stretched to its width. */
export function textContent({ lines }: Pick<TextPage, 'lines'>, area: ShownArea, font: string): string {
  const words = lines.flatMap((line) => line.flatMap((word) => wordCommands(word, area, font)));
  return `q\nBT\n3 Tr\n${words.join('\n')}\nET\nQ\n`;
}

function wordCommands({ text, foot, top }: PlacedWord, area: ShownArea, font: string): string[] {
  const [begin, end, above] = [foot[0], foot[1], top].map((point) => onPage(point, area)) as [Point, Point, Point];
  const length = Math.hypot(end[0] - begin[0], end[1] - begin[1]);
  const size = Math.hypot(above[0] - begin[0], above[1] - begin[1]);
  if (length === 0 || size === 0 || text === '') return [];
  const [cos, sin] = [(end[0] - begin[0]) / length, (end[1] - begin[1]) / length];
  const natural = (text.length * size * LETTER_WIDTH) / 1000;
  const place = [cos, sin, -sin, cos, begin[0], begin[1]].map(plain).join(' ');
  // The blank behind the word keeps it apart from the next one when the text is copied.
  return [`${font} ${plain(size)} Tf ${plain((100 * length) / natural)} Tz ${place} Tm <${hex(`${text} `)}> Tj`];
}

/** From the page as shown to the page's own units, which count from below and before the turn. */
function onPage([x, y]: Point, { left, bottom, width, height, turned }: ShownArea): Point {
  if (turned === 90) return [left + y * width, bottom + x * height];
  if (turned === 180) return [left + (1 - x) * width, bottom + y * height];
  if (turned === 270) return [left + (1 - y) * width, bottom + (1 - x) * height];
  return [left + x * width, bottom + (1 - y) * height];
}

function plain(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}
