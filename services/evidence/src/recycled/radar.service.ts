import { compareFingerprints, type Fingerprint, packFingerprint, soughtKeys, storedKeys, unpackFingerprint } from '@aigaq/fingerprints';
import { Injectable } from '@nestjs/common';
import type { Evidence, PaperCheck } from '../documents/evidence.js';
import { FingerprintsRepository } from './fingerprints.repository.js';
import { RadarIndex } from './radar-index.service.js';
import { bareFingerprint, isAnother, type Known, knownOf, markRecycled, type Twin, twinsOf } from './twin.js';

/** Finds out whether a paper was handed in before, and keeps by what it is known again. */
@Injectable()
export class RadarService {
  constructor(
    private readonly fingerprints: FingerprintsRepository,
    private readonly index: RadarIndex,
  ) {}

  /** The check with what the radar found. The paper is kept before it is compared: of two at the same moment at least one sees the other. */
  async mark(evidence: Evidence, check: PaperCheck, packed: Uint8Array | undefined): Promise<PaperCheck> {
    const { twins, known } = await this.seek(evidence, packed);
    return markRecycled(check, knownOf(evidence), twins, known);
  }

  /** Of a paper that cannot be read at least its bytes are known again. */
  async remember(evidence: Evidence): Promise<void> {
    await this.seek(evidence, undefined);
  }

  /** A paper from before gets the fingerprint of today. Whoever looks at it sees its twins; its verdict, on which others have relied, stays. */
  async recall(evidence: Evidence, packed: Uint8Array | undefined): Promise<void> {
    const before = (await this.fingerprints.find(evidence.id))?.twins ?? [];
    const { twins } = await this.seek(evidence, packed);
    // Those whose own fingerprint is still the old one cannot be found by the new one.
    const others = before.filter(({ id }) => twins.every((twin) => twin.id !== id));
    await this.fingerprints.keepTwins(evidence.id, twinsOf([...twins, ...others]));
  }

  private async seek(evidence: Evidence, packed: Uint8Array | undefined): Promise<{ twins: Twin[]; known: Known[] }> {
    const fingerprint = packed ? unpackFingerprint(packed) : bareFingerprint(evidence.sha256);
    const paper = knownOf(evidence);
    await this.fingerprints.keep(paper, packFingerprint(fingerprint), storedKeys(fingerprint));
    const found = await this.alike(paper, fingerprint);
    const twins = twinsOf(found);
    await this.fingerprints.keepTwins(evidence.id, twins);
    return { twins, known: found.map(({ known }) => known) };
  }

  private async alike(paper: Omit<Known, 'twins'>, fingerprint: Fingerprint) {
    const ids = [...(await this.fingerprints.idsOfSameFile(paper.sha256)), ...(await this.index.candidates(soughtKeys(fingerprint)))];
    const others = await this.fingerprints.knownWithPacked([...new Set(ids)]);
    return others.flatMap(({ known, packed }) => {
      const likeness = isAnother(paper, known) ? compareFingerprints(fingerprint, unpackFingerprint(packed)) : null;
      return likeness ? [{ id: known.id, known, ...likeness }] : [];
    });
  }
}
