import type { LiveChange } from '@aigaq/api';
import {
  type AssignmentAccepted,
  AssignmentAcceptedSchema,
  type AssignmentPassedOn,
  AssignmentPassedOnSchema,
  type AssignmentReturned,
  AssignmentReturnedSchema,
  type AssignmentSubmitted,
  AssignmentSubmittedSchema,
  type ComplianceDocumentRegistered,
  ComplianceDocumentRegisteredSchema,
  type EvidenceChecked,
  EvidenceCheckedSchema,
} from '@aigaq/contracts';
import { Directory } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { ROLES } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';
import { LiveStream } from './live-stream.service.js';

/** Tells open portals that something they may be showing has changed; they ask for it anew. */
@Controller()
export class ChangesConsumer {
  constructor(
    private readonly live: LiveStream,
    private readonly directory: Directory,
  ) {}

  @OnEvent('notifications', AssignmentSubmittedSchema)
  onAssignmentSubmitted({ assignmentId, organisationId }: AssignmentSubmitted, _context: EventContext): Promise<void> {
    return this.tell(organisationId, { thing: 'assignment', id: assignmentId });
  }

  @OnEvent('notifications', AssignmentPassedOnSchema)
  onAssignmentPassedOn({ assignmentId, organisationId }: AssignmentPassedOn, _context: EventContext): Promise<void> {
    return this.tell(organisationId, { thing: 'assignment', id: assignmentId });
  }

  @OnEvent('notifications', AssignmentReturnedSchema)
  onAssignmentReturned({ assignmentId, organisationId }: AssignmentReturned, _context: EventContext): Promise<void> {
    return this.tell(organisationId, { thing: 'assignment', id: assignmentId });
  }

  @OnEvent('notifications', AssignmentAcceptedSchema)
  onAssignmentAccepted({ assignmentId, organisationId }: AssignmentAccepted, _context: EventContext): Promise<void> {
    return this.tell(organisationId, { thing: 'assignment', id: assignmentId });
  }

  @OnEvent('notifications', EvidenceCheckedSchema)
  onEvidenceChecked({ evidenceId, organisationId }: EvidenceChecked, _context: EventContext): Promise<void> {
    return this.tell(organisationId, { thing: 'evidence', id: evidenceId });
  }

  @OnEvent('notifications', ComplianceDocumentRegisteredSchema)
  onComplianceDocumentRegistered({ entityId }: ComplianceDocumentRegistered, _context: EventContext): Promise<void> {
    return this.tell(entityId, { thing: 'compliance', id: entityId });
  }

  /** Only members of the body itself and of those above it: whoever may see the thing. */
  private async tell(organisationId: string, change: LiveChange): Promise<void> {
    const body = await this.directory.body(organisationId);
    const scope = body ? await this.directory.scopeOf(body) : [organisationId];
    const members = await Promise.all(scope.map((id) => this.directory.membersOf(id, [...ROLES])));
    for (const personId of new Set(members.flat().map((member) => member.personId))) {
      this.live.send(personId, { event: 'changed', data: change });
    }
  }
}
