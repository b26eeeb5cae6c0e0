import { scopeFilter } from '@aigaq/identity';
import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { uploadErrors } from './upload.errors.js';
import { UPLOAD } from './upload.schema.js';
import type { Upload } from './upload.js';

@Injectable()
export class UploadsRepository {
  private readonly uploads: Aggregates<Upload>;

  constructor(@InjectModel(UPLOAD, 'evidence') model: Model<Stored<Upload>>, relay: OutboxRelay) {
    this.uploads = new Aggregates<Upload>(model, relay);
  }

  create(actor: Actor, upload: Upload): Promise<Upload> {
    return this.uploads.create(actor, { next: upload, events: [] }, () => uploadErrors.unknown({ uploadId: upload.id }));
  }

  /** An upload of one's own, in a body for which one may still upload. */
  async get(actor: Actor, id: string): Promise<Kept<Upload>> {
    const found = await this.uploads.find(id, own(actor));
    if (!found) {
      throw uploadErrors.unknown({ uploadId: id });
    }
    return found;
  }

  change(actor: Actor, id: string, decide: (state: Upload) => Decision<Upload> | undefined): Promise<Kept<Upload>> {
    return this.uploads.change(actor, id, decide, { where: own(actor), notFound: () => uploadErrors.unknown({ uploadId: id }) });
  }
}

function own(actor: Actor): Record<string, unknown> {
  return { $and: [{ 'uploadedBy.id': actor.id }, scopeFilter(actor, 'evidence.upload')] };
}
