import {
  type ClearanceEnded,
  ClearanceEndedSchema,
  type ClearanceGranted,
  ClearanceGrantedSchema,
  type HeadAppointed,
  HeadAppointedSchema,
  type MembershipEnded,
  MembershipEndedSchema,
  type MembershipGranted,
  MembershipGrantedSchema,
  type OrganisationChanged,
  OrganisationChangedSchema,
  type OrganisationRegistered,
  OrganisationRegisteredSchema,
} from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller, type Type } from '@nestjs/common';
import { DirectoryCopy } from './directory-copy.js';

/** The group is part of a decorator, so each service gets a class of its own. */
export function directoryConsumer(group: string): Type<unknown> {
  @Controller()
  class DirectoryConsumer {
    constructor(private readonly copy: DirectoryCopy) {}

    @OnEvent(group, OrganisationRegisteredSchema)
    onOrganisationRegistered(payload: OrganisationRegistered, _context: EventContext): Promise<void> {
      return this.copy.keepBody(payload.organisation);
    }

    @OnEvent(group, OrganisationChangedSchema)
    onOrganisationChanged(payload: OrganisationChanged, _context: EventContext): Promise<void> {
      return this.copy.keepBody(payload.organisation);
    }

    @OnEvent(group, HeadAppointedSchema)
    onHeadAppointed(payload: HeadAppointed, context: EventContext): Promise<void> {
      return this.copy.keepHead(payload, context.time);
    }

    @OnEvent(group, MembershipGrantedSchema)
    onMembershipGranted(payload: MembershipGranted, context: EventContext): Promise<void> {
      return this.copy.grant(payload, context.time);
    }

    @OnEvent(group, MembershipEndedSchema)
    onMembershipEnded(payload: MembershipEnded, context: EventContext): Promise<void> {
      return this.copy.end(payload, context.time);
    }

    @OnEvent(group, ClearanceGrantedSchema)
    onClearanceGranted(payload: ClearanceGranted, context: EventContext): Promise<void> {
      return this.copy.clear(payload, context.time);
    }

    @OnEvent(group, ClearanceEndedSchema)
    onClearanceEnded(payload: ClearanceEnded, context: EventContext): Promise<void> {
      return this.copy.endClearance(payload, context.time);
    }
  }
  return DirectoryConsumer;
}
