import { firstOf, merged, type Segment, segmentOf } from './segment.js';

/** A stored paper that shares keys with the one sought: its number in the index, and how many keys. */
export interface Candidate {
  readonly ordinal: number;
  readonly votes: number;
}

/** Postings that wait unsorted before they become a segment. */
const LOOSE = 0x8000;

/**
 * Which stored papers share keys with a new one: inverted lists in sorted typed arrays, 8 bytes for each key of each paper, in
 * segments that are merged when they have grown alike (log-structured merge, O'Neil et al. 1996). Papers are numbered from 0 in the
 * order in which they are added.
 */
export class FingerprintIndex {
  private readonly segments: Segment[] = [];
  private looseKeys: number[] = [];
  private looseOrdinals: number[] = [];
  private counts = new Uint16Array(1024);
  private papers = 0;

  /** Papers in the index. */
  get size(): number {
    return this.papers;
  }

  /** Bytes held by the typed arrays. */
  get bytes(): number {
    return this.counts.byteLength + this.segments.reduce((sum, { keys }) => sum + 2 * keys.byteLength, 0);
  }

  /** Adds a paper under its `storedKeys`; answers its number. */
  add(keys: Uint32Array): number {
    const ordinal = this.papers;
    this.papers += 1;
    for (const key of keys) {
      this.looseKeys.push(key);
      this.looseOrdinals.push(ordinal);
    }
    if (this.looseKeys.length >= LOOSE) {
      this.settle();
    }
    return ordinal;
  }

  /**
   * The papers that share most keys with the one sought (`soughtKeys`): best first, of equals the older one first.
   * @param leastVotes one key in common is mostly chance
   */
  candidates(keys: Uint32Array, atMost: number, leastVotes = 2): Candidate[] {
    if (this.counts.length < this.papers) {
      this.counts = new Uint16Array(Math.ceil(this.papers * 1.2));
    }
    const touched = this.vote(keys);
    const found = touched.map((ordinal) => ({ ordinal, votes: this.counts[ordinal]! })).filter(({ votes }) => votes >= leastVotes);
    for (const ordinal of touched) this.counts[ordinal] = 0;
    return found.sort((a, b) => b.votes - a.votes || a.ordinal - b.ordinal).slice(0, atMost);
  }

  private vote(keys: Uint32Array): number[] {
    const touched: number[] = [];
    const voteFor = (ordinal: number): void => {
      if (this.counts[ordinal] === 0) touched.push(ordinal);
      this.counts[ordinal]! += 1;
    };
    for (const key of keys) {
      for (const segment of this.segments) {
        for (let at = firstOf(segment, key); segment.keys[at] === key; at += 1) voteFor(segment.ordinals[at]!);
      }
    }
    const sought = new Set(keys);
    this.looseKeys.forEach((key, place) => sought.has(key) && voteFor(this.looseOrdinals[place]!));
    return touched;
  }

  private settle(): void {
    let newest = segmentOf(this.looseKeys, this.looseOrdinals);
    this.looseKeys = [];
    this.looseOrdinals = [];
    for (let last = this.segments.at(-1); last && last.keys.length <= newest.keys.length; last = this.segments.at(-1)) {
      newest = merged(last, newest);
      this.segments.pop();
    }
    this.segments.push(newest);
  }
}
