import type { StartUpload, UploadView } from '@aigaq/api';
import { covers, mustBeListed, type Scoped, under } from '@aigaq/identity';
import { type Actor, Clock, DomainError, sortableId } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { type Evidence, storeEvidence } from '../documents/evidence.js';
import { subjectErrors } from '../subjects/subject.errors.js';
import { SubjectsService } from '../subjects/subjects.service.js';
import { QuarantineService } from './quarantine.service.js';
import { finalRefusal } from './upload.errors.js';
import { mustFit } from './upload-set.js';
import { announcedFiles, closeUpload, paperOf, rejectUpload, type Upload } from './upload.js';
import { UploadsRepository } from './uploads.repository.js';

@Injectable()
export class UploadsService {
  constructor(
    private readonly uploads: UploadsRepository,
    private readonly documents: DocumentsRepository,
    private readonly subjects: SubjectsService,
    private readonly quarantine: QuarantineService,
    private readonly clock: Clock,
  ) {}

  /** @throws subject.unknown, secret.not_listed, upload.too_many_files, upload.paper_too_large */
  async start(actor: Actor, { subject, further = [], ...first }: StartUpload): Promise<UploadView> {
    const { organisationId, scope, edition, subtaskCode, secrecy } = await this.subjects.find(subject);
    if (!covers(actor, 'evidence.upload', { organisationId, scope })) {
      throw subjectErrors.unknown({ subjectId: subject.id });
    }
    mustBeListed(actor, secrecy);
    mustFit([first, ...further]);
    const now = this.clock.now();
    const id = sortableId(now);
    const [file, ...others] = [first, ...further].map((each, place) => ({ ...each, key: place === 0 ? id : `${id}.${place + 1}`, sha256: each.sha256 ?? null }));
    const upload: Upload = {
      ...file!,
      ...{ id, evidenceId: sortableId(now), subject, edition, subtaskCode, secrecy, organisationId, scope, further: others },
      ...{ uploadedBy: { id: actor.id, name: actor.name }, ...uploadedFrom(actor, { organisationId, scope }), state: 'open', refusal: null, refusedFile: null, startedAt: now, expiresAt: now },
    };
    const forms = await Promise.all(announcedFiles(upload).map((each) => this.quarantine.formFor(each)));
    const [form, ...furtherForms] = forms.map(({ url, fields }) => ({ url, fields }));
    const { expiresAt } = forms[0]!;
    await this.uploads.create(actor, { ...upload, expiresAt });
    return { id, form: form!, furtherForms, expiresAt: expiresAt.toISOString() };
  }

  /** Makes evidence of the file that came. However often it is called, there is one paper. */
  async complete(actor: Actor, id: string): Promise<Evidence> {
    const upload = await this.uploads.get(actor, id);
    mustBeListed(actor, upload.secrecy);
    const evidence = await this.evidenceOf(actor, upload);
    await this.quarantine.clear(upload);
    await this.uploads.change(actor, id, closeUpload);
    return evidence;
  }

  private async evidenceOf(actor: Actor, upload: Upload): Promise<Evidence> {
    try {
      return (await this.settled(upload)) ?? (await this.store(actor, upload));
    } catch (error) {
      // While we looked, another request with the same upload may have come to its end.
      const settled = isAboutTheFile(error) && (await this.settled(await this.uploads.get(actor, upload.id)));
      if (settled) {
        return settled;
      }
      await this.reject(actor, upload, error);
      throw error;
    }
  }

  /** The paper that the upload has become already, or its refusal. */
  private async settled({ evidenceId, refusal, refusedFile }: Upload): Promise<Evidence | undefined> {
    const refused = refusal === null ? undefined : finalRefusal(refusal, refusedFile);
    if (refused) {
      throw refused;
    }
    return this.documents.find(evidenceId);
  }

  /** Vault first, then the record: a crash in between leaves a locked file that nobody knows, and completing again goes on from there. */
  private async store(actor: Actor, upload: Upload): Promise<Evidence> {
    const files = await this.quarantine.takeIn(upload);
    const now = this.clock.now();
    return this.documents.store(actor, upload.evidenceId, upload.subject, (number) => storeEvidence(paperOf(upload, files, number, now)));
  }

  private async reject(actor: Actor, upload: Upload, error: unknown): Promise<void> {
    if (error instanceof DomainError && finalRefusal(error.code)) {
      const fileName = typeof error.data['fileName'] === 'string' ? error.data['fileName'] : null;
      await this.uploads.change(actor, upload.id, (state) => rejectUpload(state, error.code, this.clock.now(), fileName));
      await this.quarantine.clear(upload);
    }
  }
}

/** On record is for which body it was uploaded, and of which body the person is who did. */
function uploadedFrom(actor: Actor, thing: Scoped): { uploadedFrom?: string } {
  const by = under(actor, 'evidence.upload', thing).under;
  return by ? { uploadedFrom: by.organisationId } : {};
}

/** Not an outage: that the file is gone, or is not what it should be, may be because it was dealt with already. */
function isAboutTheFile(error: unknown): error is DomainError {
  return error instanceof DomainError && error.kind !== 'unavailable';
}
