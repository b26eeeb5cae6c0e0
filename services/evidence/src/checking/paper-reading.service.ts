import type { Box } from '@aigaq/api';
import type { DocumentCheck, ElectronicSignature, PaperFile } from '@aigaq/documents';
import { ObjectStore } from '@aigaq/storage';
import { Injectable, Logger } from '@nestjs/common';
import type { Evidence, PaperCheck, PaperDetail } from '../documents/evidence.js';
import type { FoundSignature } from '../documents/found-signature.js';
import { readOriginals } from '../documents/original-files.service.js';
import type { ReadingNews } from '../documents/preliminary.js';
import { PreviewsService } from '../documents/previews.service.js';
import { PaperUnreadable } from '../reading/reading.errors.js';
import type { CheckNews } from '../reading/reading-job.dto.js';
import { ReadingService } from '../reading/reading.service.js';
import { RadarService } from '../recycled/radar.service.js';
import type { PaperExpectation } from './expectation.js';
import { NewsInOrder } from './news-in-order.js';

/** Where it goes what is found; `null`: the paper cannot be read. */
export interface PaperKeeper {
  meanwhile(news: ReadingNews): Promise<void>;
  whole(read: PaperCheck | null): Promise<void>;
}

interface Sought {
  expectation: PaperExpectation;
  keep: PaperKeeper;
}

@Injectable()
export class PaperReadingService {
  private readonly log = new Logger(PaperReadingService.name);

  constructor(
    private readonly store: ObjectStore,
    private readonly reading: ReadingService,
    private readonly previews: PreviewsService,
    private readonly radar: RadarService,
  ) {}

  /** Reads a copy of the paper; `keep` gets what was found. Pictures of the pages are made meanwhile. */
  async read(evidence: Evidence, expectation: PaperExpectation, keep: PaperKeeper): Promise<void> {
    const files = await readOriginals(this.store, evidence);
    const drawn = this.draw(evidence, files);
    try {
      await keep.whole(await this.tryToRead(evidence, files, { expectation, keep }));
    } finally {
      await drawn;
    }
  }

  /** The electronic signatures as they stand now. @throws PaperUnreadable, reading.unavailable */
  verify(files: readonly PaperFile[]): Promise<ElectronicSignature[]> {
    return this.reading.verify(files);
  }

  /** Measured by the same as before; `null` when nothing is known of that. @throws PaperUnreadable, reading.unavailable */
  async readAgain({ check, pageCount }: Evidence, files: readonly PaperFile[]): Promise<PaperCheck | null> {
    const expectation = check?.detail?.expected;
    return expectation ? paperCheckOf(await this.reading.check(files, expectation, { pageCount }), 0) : null;
  }

  private async tryToRead(evidence: Evidence, files: readonly PaperFile[], { expectation, keep }: Sought): Promise<PaperCheck | null> {
    const began = Date.now();
    const keepNews = (told: CheckNews): Promise<void> => keep.meanwhile(meanwhileOf(told, Date.now() - began));
    const news = new NewsInOrder(keepNews, (message) => this.log.warn(`evidence ${evidence.id}: ${message}`));
    try {
      const way = { pageCount: evidence.pageCount, onNews: (told: CheckNews) => news.take(told) };
      const check = await this.reading.check(files, expectation, way);
      const read = { ...paperCheckOf(check, Date.now() - began), detail: detailOf(check, expectation) };
      return await this.radar.mark(evidence, read, check.fingerprint);
    } catch (error) {
      if (error instanceof PaperUnreadable) {
        this.log.warn(`evidence ${evidence.id} cannot be read: ${error.message}`);
        await this.radar.remember(evidence);
        return null;
      }
      throw error;
    } finally {
      await news.kept;
    }
  }

  /** A verdict does not depend on pictures: those that are missing are drawn when somebody asks. */
  private async draw(evidence: Evidence, files: readonly PaperFile[]): Promise<void> {
    try {
      await this.previews.drawAll(evidence, files);
    } catch (error) {
      this.log.warn(`pages of evidence ${evidence.id} are not drawn yet: ${String(error)}`);
    }
  }
}

function meanwhileOf({ pagesRead, check }: CheckNews, milliseconds: number): ReadingNews {
  return check ? { pagesRead, check: paperCheckOf(check, milliseconds) } : { pagesRead };
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
    signatures: check.electronicSignatures.map(foundSignature),
  };
}

function foundSignature({ signer, reasons, laterChanges, changedPages, ...rest }: ElectronicSignature): FoundSignature {
  const lists = { reasons: [...reasons], laterChanges: [...laterChanges], changedPages: [...changedPages] };
  return { ...rest, ...lists, signer: signer && { ...signer, roles: [...signer.roles] } };
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
