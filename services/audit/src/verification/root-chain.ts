import { type DayRoot, followsRoot, isIntactRoot } from '../roots/root.js';
import { type Fault, faultOf } from './verdict.js';
import type { RootLine } from './lines.js';

/** What the verifier has of its own, besides what it verifies. */
export interface OwnEvidence {
  /** Hashes of the roots that were published, by day. */
  published?: ReadonlyMap<string, string>;
  /** Does the token prove the root's hash by an authority that is trusted? */
  provesStamp?: (token: Uint8Array, rootHash: string) => Promise<boolean>;
}

/** The roots of the days, each tied to the one before and to what is known of them elsewhere. */
export class RootChain {
  readonly roots: DayRoot[] = [];
  private stamped = 0;
  private unchecked = 0;
  fault: Fault | null = null;

  constructor(
    private readonly before: DayRoot | undefined,
    private readonly own: OwnEvidence,
  ) {
    if (before && !isIntactRoot(before)) {
      this.fault = faultOf('root', { day: before.day });
    } else if (before) {
      this.fault = this.publicationFault(before);
    }
  }

  async take({ root, stamp }: RootLine): Promise<void> {
    if (!this.fault && !followsRoot(this.roots.at(-1) ?? this.before, root)) {
      this.fault = faultOf('root', { day: root.day });
    }
    this.fault ??= this.publicationFault(root) ?? (await this.stampFault(root, stamp));
    this.roots.push(root);
  }

  /** A root that was published for a day of the period must be there; only days after the last one may be open. */
  finish(): void {
    const days = new Set(this.roots.map(({ day }) => day));
    const [since, last] = [this.before?.day ?? '', this.roots.at(-1)?.day ?? ''];
    const missing = [...(this.own.published?.keys() ?? [])].sort().find((day) => day > since && day < last && !days.has(day));
    if (missing !== undefined) {
      this.fault ??= faultOf('root_missing', { day: missing });
    }
  }

  summary(): { count: number; lastDay: string | null; stamped: number; unchecked: number } {
    return { count: this.roots.length, lastDay: this.roots.at(-1)?.day ?? null, stamped: this.stamped, unchecked: this.unchecked };
  }

  private publicationFault(root: DayRoot): Fault | null {
    const published = this.own.published;
    return published === undefined || published.get(root.day) === root.hash ? null : faultOf('root_unpublished', { day: root.day });
  }

  private async stampFault(root: DayRoot, stamp: string | null): Promise<Fault | null> {
    if (stamp === null) {
      return null;
    }
    if (!this.own.provesStamp) {
      this.unchecked += 1;
      return null;
    }
    if (await this.own.provesStamp(Buffer.from(stamp, 'base64'), root.hash)) {
      this.stamped += 1;
      return null;
    }
    return faultOf('stamp', { day: root.day });
  }
}
