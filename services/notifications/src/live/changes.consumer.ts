import type { LiveChange } from '@aigaq/api';
import {
  AssignmentAcceptedSchema,
  AssignmentActUndoneSchema,
  AssignmentExcusedSchema,
  AssignmentExcuseEndedSchema,
  AssignmentExtendedSchema,
  AssignmentPassedOnSchema,
  AssignmentReleasedSchema,
  AssignmentReopenedSchema,
  AssignmentRequestMadeSchema,
  AssignmentRequestRefusedSchema,
  type AssignmentRescheduled,
  AssignmentRescheduledSchema,
  AssignmentReturnedSchema,
  AssignmentReviewVacantSchema,
  AssignmentSubmittedSchema,
  AssignmentTakenSchema,
  AssignmentVerdictChangedSchema,
  type ComplianceDocumentRegistered,
  ComplianceDocumentRegisteredSchema,
  type EvidenceChecked,
  EvidenceCheckedSchema,
} from '@aigaq/contracts';
import { Directory } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { type Act, audienceOf } from '@aigaq/identity';
import { Controller } from '@nestjs/common';
import { LiveStream } from './live-stream.service.js';

/** Reports takes the same event and counts anew; a portal that asked at once would be shown the old numbers. */
const COUNTED_AFTER_MILLISECONDS = [1_500, 4_000];

/** After these an assignment is shown otherwise. */
const CHANGE_ASSIGNMENTS = [
  ...[AssignmentSubmittedSchema, AssignmentPassedOnSchema, AssignmentReturnedSchema, AssignmentAcceptedSchema, AssignmentVerdictChangedSchema],
  ...[AssignmentTakenSchema, AssignmentReleasedSchema, AssignmentReviewVacantSchema, AssignmentReopenedSchema, AssignmentActUndoneSchema],
  ...[AssignmentRequestMadeSchema, AssignmentRequestRefusedSchema, AssignmentExtendedSchema, AssignmentExcusedSchema, AssignmentExcuseEndedSchema],
];

/** Tells open portals that something they may be showing has changed; they ask for it anew. */
@Controller()
export class ChangesConsumer {
  constructor(
    private readonly live: LiveStream,
    private readonly directory: Directory,
  ) {}

  onAssignment({ assignmentId, organisationId }: { assignmentId: string; organisationId: string }, _context: EventContext): Promise<void> {
    return this.tellAssignment(organisationId, assignmentId);
  }

  // One listening method per fact of CHANGE_ASSIGNMENTS.
  static {
    for (const schema of CHANGE_ASSIGNMENTS) {
      const method = {
        value(this: ChangesConsumer, told: { assignmentId: string; organisationId: string }, context: EventContext) {
          return this.onAssignment(told, context);
        },
        configurable: true,
        writable: true,
      };
      const name = `on${schema.name}`;
      Object.defineProperty(this.prototype, name, method);
      OnEvent('notifications', schema)(this.prototype, name, method);
    }
  }

  /** Many at once, and no number changes but that of what is overdue: the overview is not asked for anew. */
  @OnEvent('notifications', AssignmentRescheduledSchema)
  async onAssignmentRescheduled({ assignmentId, organisationId }: AssignmentRescheduled, _context: EventContext): Promise<void> {
    await this.tell(organisationId, 'assignment.read', { thing: 'assignment', id: assignmentId });
  }

  @OnEvent('notifications', EvidenceCheckedSchema)
  async onEvidenceChecked({ evidenceId, organisationId }: EvidenceChecked, _context: EventContext): Promise<void> {
    await this.tell(organisationId, 'evidence.read', { thing: 'evidence', id: evidenceId });
  }

  @OnEvent('notifications', ComplianceDocumentRegisteredSchema)
  async onComplianceDocumentRegistered({ entityId }: ComplianceDocumentRegistered, _context: EventContext): Promise<void> {
    await this.tell(entityId, 'compliance.read', { thing: 'compliance', id: entityId });
  }

  private async tellAssignment(organisationId: string, id: string): Promise<void> {
    const people = await this.tell(organisationId, 'assignment.read', { thing: 'assignment', id });
    for (const milliseconds of COUNTED_AFTER_MILLISECONDS) {
      setTimeout(() => this.send(people, { thing: 'overview', id: organisationId }), milliseconds).unref();
    }
  }

  /** Only those who may see the thing: an executor of the region, say, sees nothing of its districts. */
  private async tell(organisationId: string, act: Act, change: LiveChange): Promise<ReadonlySet<string>> {
    const body = await this.directory.body(organisationId);
    const scope = body ? await this.directory.scopeOf(body) : [organisationId];
    const audience = audienceOf(act, { organisationId, scope });
    const members = await Promise.all(audience.map((each) => this.directory.membersOf(each.organisationId, each.roles)));
    const people = new Set(members.flat().map(({ personId }) => personId));
    this.send(people, change);
    return people;
  }

  private send(people: ReadonlySet<string>, change: LiveChange): void {
    for (const personId of people) {
      this.live.send(personId, { event: 'changed', data: change });
    }
  }
}
