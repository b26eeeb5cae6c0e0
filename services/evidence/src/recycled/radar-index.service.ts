import { FingerprintIndex, type Keys } from '@aigaq/fingerprints';
import { Injectable } from '@nestjs/common';
import { Turns } from '../reading/turns.js';
import { FingerprintsRepository } from './fingerprints.repository.js';

/** Papers that share most keys of a kind: a twin is among the first few, forms that many bodies share fill the rest. */
const CANDIDATES = { picture: 60, text: 100 };
/** Workers whose clocks differ by less see each other's papers. */
const OVERLAP_MS = 60_000;

/** Keys of all papers in memory: made from the database when it is first needed, and brought up to date before each search. */
@Injectable()
export class RadarIndex {
  private readonly ids: string[] = [];
  private readonly picture = new FingerprintIndex();
  private readonly text = new FingerprintIndex();
  private readonly turns = new Turns(1);
  private latest = new Date(0);
  /** Papers of the last minute before `latest`: they are given again. */
  private recent = new Map<string, number>();

  constructor(private readonly fingerprints: FingerprintsRepository) {}

  /** Ids of the papers that are worth comparing. */
  async candidates(keys: Keys): Promise<string[]> {
    await this.turns.take(() => this.catchUp());
    const found = [...this.picture.candidates(keys.picture, CANDIDATES.picture), ...this.text.candidates(keys.text, CANDIDATES.text)];
    return [...new Set(found.map(({ ordinal }) => this.ids[ordinal]!))];
  }

  private async catchUp(): Promise<void> {
    for await (const { id, keptAt, picture, text } of this.fingerprints.keysSince(new Date(this.latest.getTime() - OVERLAP_MS))) {
      // Made anew it has other keys; those that it had stay until the worker starts again.
      if (this.recent.get(id) !== keptAt.getTime()) {
        this.picture.add(picture);
        this.text.add(text);
        this.ids.push(id);
      }
      this.recent.set(id, keptAt.getTime());
      this.latest = keptAt > this.latest ? keptAt : this.latest;
      this.forgetOld();
    }
  }

  private forgetOld(): void {
    for (const [id, keptAt] of this.recent) {
      if (keptAt >= this.latest.getTime() - OVERLAP_MS) {
        return;
      }
      this.recent.delete(id);
    }
  }
}
