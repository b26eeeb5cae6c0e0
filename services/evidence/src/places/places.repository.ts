import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { PAGE_TEXT } from '../copies/copy-job.schema.js';
import { EVIDENCE } from '../documents/evidence.schema.js';
import { FINGERPRINT } from '../recycled/fingerprint.schema.js';
import { UPLOAD } from '../uploads/upload.schema.js';

interface Placed {
  organisationId: string;
  scope: string[];
  version?: number;
}

/** All that says who may look at it. */
@Injectable()
export class PlacesRepository {
  private readonly decided: readonly Model<Placed>[];
  private readonly plain: readonly Model<Placed>[];

  constructor(
    @InjectModel(UPLOAD, 'evidence') uploads: Model<Placed>,
    @InjectModel(EVIDENCE, 'evidence') evidence: Model<Placed>,
    @InjectModel(FINGERPRINT, 'evidence') fingerprints: Model<Placed>,
    @InjectModel(PAGE_TEXT, 'evidence') pageTexts: Model<Placed>,
  ) {
    this.decided = [uploads, evidence];
    this.plain = [fingerprints, pageTexts];
  }

  /** The body has another place in the tree: others may look at what is its. */
  async place(organisationId: string, scope: string[]): Promise<void> {
    const outdated = { organisationId, scope: { $ne: scope } };
    // Uploads first: what becomes of one in the meantime has its scope.
    for (const model of this.decided) {
      await model.collection.updateMany(outdated, { $set: { scope }, $inc: { version: 1 } });
    }
    for (const model of this.plain) {
      await model.collection.updateMany(outdated, { $set: { scope } });
    }
  }
}
