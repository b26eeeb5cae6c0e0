import { Directory } from '@aigaq/directory';
import { Injectable } from '@nestjs/common';
import type { Evidence } from '../documents/evidence.js';
import { SubjectsService } from '../subjects/subjects.service.js';
import { expectationOf, type PaperExpectation } from './expectation.js';

@Injectable()
export class ExpectationsService {
  constructor(
    private readonly subjects: SubjectsService,
    private readonly directory: Directory,
  ) {}

  /** @throws subject.rule_unknown when the card or the body has not arrived here: the check is tried again */
  async of({ edition, subtaskCode, organisationId }: Evidence): Promise<PaperExpectation> {
    const { rule } = await this.subjects.rule(edition, subtaskCode);
    const body = await this.directory.body(organisationId);
    const heads = await this.directory.heads(organisationId);
    const expectation = expectationOf(rule, body?.kind ?? '', heads);
    return body?.bin ? { ...expectation, bin: body.bin } : expectation;
  }
}
