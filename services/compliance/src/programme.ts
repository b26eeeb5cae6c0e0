import { type ComplianceDocument, loadComplianceDocuments, loadScoreScale, type ScoreScale } from '@aigaq/reference';

/** What the programme asks of quasi-state entities: data of an edition, read once. */
export class Programme {
  /** The eight documents, in order. */
  readonly documents: readonly ComplianceDocument[];
  readonly documentCodes: readonly string[];
  /** The subtask that asks to publish the eight; it follows from them and is not registered. */
  readonly publicationCode: string | undefined;

  constructor(
    readonly all: readonly ComplianceDocument[],
    readonly scale: ScoreScale,
  ) {
    this.documents = all.filter(({ isPublication }) => !isPublication).sort((one, other) => one.order - other.order);
    this.documentCodes = this.documents.map(({ code }) => code);
    this.publicationCode = all.find(({ isPublication }) => isPublication)?.code;
  }

  static load(): Programme {
    return new Programme(loadComplianceDocuments(), loadScoreScale());
  }
}
