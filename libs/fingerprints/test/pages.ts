import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { GreyPicture, PaperPage } from '@aigaq/fingerprints';

const [WIDTH, HEIGHT] = [900, 1270];
const WORDS = 'в целях предупреждения коррупции и исполнения типового базового направления государственный орган определяет ответственное подразделение утверждает график анализа рисков доводит его до сведения работников размещает сведения на официальном ресурсе рассматривает обращения граждан и представляет отчёт руководителю аппарата'.split(' ');

/** Sentences that differ from seed to seed; the same words of the same language. */
export function sentence(seed: number, words: number): string[] {
  let state = seed * 2654435761;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The high bits: the low ones of such a generator come round again soon.
    return WORDS[(state >>> 12) % WORDS.length]!;
  });
}

export interface Scanned {
  /** Degrees, clockwise. */
  angle?: number;
  /** Share cut off at the top. */
  cut?: number;
  brightness?: number;
  scale?: number;
}

/** A page of print, laid on the glass of a scanner. */
export function scanned(words: readonly string[], { angle = 0, cut = 0, brightness = 0, scale = 1 }: Scanned = {}): PaperPage {
  const sheet = createCanvas(WIDTH, HEIGHT);
  const pen = sheet.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  print(pen, words);
  const isTurned = Math.abs(angle) === 90;
  const glass = createCanvas(Math.round((isTurned ? HEIGHT : WIDTH) * scale), Math.round((isTurned ? WIDTH : HEIGHT) * (1 - cut) * scale));
  const light = glass.getContext('2d');
  light.fillStyle = '#fff';
  light.fillRect(0, 0, glass.width, glass.height);
  light.translate(glass.width / 2, glass.height / 2);
  light.rotate((angle * Math.PI) / 180);
  light.scale(scale, scale);
  light.drawImage(sheet, -WIDTH / 2, -HEIGHT / 2 - (cut * HEIGHT) / 2);
  return { picture: greyOf(light.getImageData(0, 0, glass.width, glass.height), brightness), words };
}

function print(pen: SKRSContext2D, words: readonly string[]): void {
  pen.fillStyle = '#111';
  pen.font = '20px "DejaVu Serif"';
  let [x, y] = [110, 120];
  for (const word of words) {
    const wide = pen.measureText(word).width;
    if (x + wide > WIDTH - 110) [x, y] = [110, y + 29];
    pen.fillText(word, x, y);
    x += wide + 8;
  }
}

function greyOf({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }, brightness: number): GreyPicture {
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => Math.max(0, Math.min(255, data[at * 4]! + brightness))) };
}
