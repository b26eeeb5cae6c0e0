import type { Box } from '@aigaq/api';
import type { DocumentCheck } from '@aigaq/documents';
import { ObjectStore } from '@aigaq/storage';
import { Injectable, Logger } from '@nestjs/common';
import type { Evidence, PaperCheck, PaperDetail } from '../documents/evidence.js';
import { fileTypeOf } from '../documents/media-types.js';
import { PreviewsService } from '../documents/previews.service.js';
import { PaperUnreadable } from '../reading/reading.errors.js';
import { ReadingService } from '../reading/reading.service.js';
import { RadarService } from '../recycled/radar.service.js';
import type { PaperExpectation } from './expectation.js';

@Injectable()
export class PaperReadingService {
  private readonly log = new Logger(PaperReadingService.name);

  constructor(
    private readonly store: ObjectStore,
    private readonly reading: ReadingService,
    private readonly previews: PreviewsService,
    private readonly radar: RadarService,
  ) {}

  /** Reads a copy of the paper; `keep` gets what was found, null when the paper cannot be read. Pictures of the pages are made meanwhile. */
  async read(evidence: Evidence, expectation: PaperExpectation, keep: (read: PaperCheck | null) => Promise<void>): Promise<void> {
    const bytes = await this.store.readBytes('vault', evidence.sha256);
    const drawn = this.draw(evidence, bytes);
    try {
      await keep(await this.tryToRead(evidence, bytes, expectation));
    } finally {
      await drawn;
    }
  }

  private async tryToRead(evidence: Evidence, bytes: Uint8Array, expectation: PaperExpectation): Promise<PaperCheck | null> {
    const began = Date.now();
    try {
      const check = await this.reading.check(bytes, fileTypeOf(evidence.mediaType), expectation, evidence.pageCount);
      const read = { ...paperCheckOf(check, Date.now() - began), detail: detailOf(check, expectation) };
      return await this.radar.mark(evidence, read, check.fingerprint);
    } catch (error) {
      if (error instanceof PaperUnreadable) {
        this.log.warn(`evidence ${evidence.id} cannot be read: ${error.message}`);
        await this.radar.remember(evidence);
        return null;
      }
      throw error;
    }
  }

  /** A verdict does not depend on pictures: those that are missing are drawn when somebody asks. */
  private async draw(evidence: Evidence, bytes: Uint8Array): Promise<void> {
    try {
      await this.previews.drawAll(evidence, bytes);
    } catch (error) {
      this.log.warn(`pages of evidence ${evidence.id} are not drawn yet: ${String(error)}`);
    }
  }
}

function paperCheckOf(check: DocumentCheck, milliseconds: number): PaperCheck {
  const { verdict, kind, number, date, language, findings, pages } = check;
  return {
    ...{ verdict, kind, number, date, language, milliseconds },
    signatory: signatoryOf(check),
    findings: findings.map(({ code, outcome, page, box, data }) => ({
      ...{ code, outcome, page: page ?? null, data: { ...data } },
      box: box ? [...box] : null,
    })),
    pages: pages.map(({ page, width, height, blank, rotation }) => ({ page, width, height, blank, rotation })),
  };
}

/** The name at the block that decides: the approval, else the first signature at the end. */
function signatoryOf({ approval, signatures }: DocumentCheck): string | null {
  const name = approval?.name ?? signatures.find(({ role }) => role === 'end')?.name;
  return name || null;
}

/** What people see beside the findings, and what their corrections are measured against. */
function detailOf({ approval, signatures, stamps, marks, electronic }: DocumentCheck, expected: PaperExpectation): PaperDetail {
  const blocks = [...(approval ? [{ ...approval, role: 'approval' as const }] : []), ...signatures];
  return {
    expected,
    blocks: blocks.map(({ role, page, box, position, name, signed, inkBox }) => ({
      ...{ role, page, position, name, signed },
      ...{ box: boxOf(box), inkBox: inkBox ? boxOf(inkBox) : null },
    })),
    marks: [
      ...marks.map(({ type, page, box, confidence }) => ({ type, page, box: boxOf(box), confidence })),
      ...stamps.map(({ page, box }) => ({ type: 'stamp' as const, page, box: boxOf(box), confidence: null })),
      ...electronic.boxes.map(({ type, page, box }) => ({ type, page, box: boxOf(box), confidence: null })),
    ],
  };
}

function boxOf(box: readonly [number, number, number, number]): Box {
  return [...box];
}
