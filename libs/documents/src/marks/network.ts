import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Box } from '../document.js';
import { areaOf, overlap } from '../pages/geometry.js';
import { detector as limits } from '../thresholds.js';

/** A network answers for squares of this many pixels. */
const stride = 8;

/** What a network is asked about: planes of darkness and their size, both sides a multiple of 32. */
export interface Planes {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** A place where a network sees what it looks for; `score` from 0 to 1. */
export interface Find<Kind extends string> {
  readonly kind: Kind;
  readonly score: number;
  readonly box: Box;
}

/** A network of `deploy/marks`: `marks` looks for every mark on a page, `block` for the signature of one block. */
export class Network<Kind extends keyof typeof limits.apart> {
  private session: Promise<InferenceSession> | undefined;

  /** @param kinds what it looks for, in the order of its answers */
  constructor(
    private readonly name: 'marks' | 'block',
    private readonly kinds: readonly Kind[],
  ) {}

  /** @returns every place with at least this score, kind by kind, strongest first, boxes in pixels of the planes */
  async finds({ data, width, height }: Planes, least: number): Promise<Find<Kind>[]> {
    const planes = data.length / (width * height);
    const answer = await (await this.open()).run({ x: new Tensor('float32', data, [1, planes, height, width]) });
    const [heat, peak, sides] = ['heat', 'peak', 'box'].map((name) => answer[name]!.data as Float32Array);
    const cells = (width / stride) * (height / stride);
    const found: Find<Kind>[] = [];
    for (let at = 0; at < heat!.length; at += 1) {
      const score = heat![at]!;
      if (score < least || score !== peak![at]) continue;
      const cell = at % cells;
      const [left, top, right, bottom] = [0, 1, 2, 3].map((side) => sides![side * cells + cell]!);
      const x = (cell % (width / stride)) * stride + stride / 2;
      const y = Math.floor(cell / (width / stride)) * stride + stride / 2;
      found.push({ kind: this.kinds[Math.floor(at / cells)]!, score, box: [x - left!, y - top!, x + right!, y + bottom!] });
    }
    return this.kinds.flatMap((kind) => apart(found.filter((find) => find.kind === kind), limits.apart[kind]));
  }

  /** One thread, so that the same picture always gives the same numbers; papers are read side by side instead. No memory is kept between runs. */
  private open(): Promise<InferenceSession> {
    const file = fileURLToPath(new URL(`../../models/${this.name}.onnx`, import.meta.url));
    this.session ??= InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false });
    return this.session;
  }
}

interface Overlap {
  readonly union: number;
  readonly contained: number;
}

/** Keeps the strongest of places that overlap too much, measured against their union and against the smaller one. */
function apart<F extends Find<string>>(found: readonly F[], { union, contained }: Overlap): F[] {
  const kept: F[] = [];
  for (const find of [...found].sort((a, b) => b.score - a.score)) {
    const isNew = kept.every((other) => {
      const both = overlap(find.box, other.box);
      const [one, two] = [areaOf(find.box), areaOf(other.box)];
      return both < union * (one + two - both) && both < contained * Math.min(one, two);
    });
    if (isNew) kept.push(find);
  }
  return kept;
}
