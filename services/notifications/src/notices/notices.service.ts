import type { NoticesQuery, NoticeView, PageOf } from '@aigaq/api';
import { Directory } from '@aigaq/directory';
import type { EventContext } from '@aigaq/events';
import { type Actor, Clock, type Role } from '@aigaq/kernel';
import { loadNoticeTexts } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { LiveStream } from '../live/live-stream.service.js';
import { noticeErrors } from './notice.errors.js';
import { noticesFor, type Notice, type Occasion, passedOn, type Recipient } from './notice.js';
import { type InboxPlace, NoticesRepository } from './notices.repository.js';

/** Who is told: those who hold one of the roles in one of the bodies. */
export interface Audience {
  organisationIds: readonly string[];
  roles: readonly Role[];
}

/** Without an id of its own an occasion is the event that it comes from. */
export type NamedOccasion = Omit<Occasion, 'occasionId' | 'at'> & Partial<Pick<Occasion, 'occasionId'>>;

const PAGE = 100;

@Injectable()
export class NoticesService {
  private readonly texts = loadNoticeTexts();

  constructor(
    private readonly notices: NoticesRepository,
    private readonly directory: Directory,
    private readonly live: LiveStream,
    private readonly clock: Clock,
  ) {}

  /** Tells everybody of the audiences what an event means for them, once. */
  async raise(context: EventContext, occasion: NamedOccasion, audiences: readonly Audience[]): Promise<void> {
    const recipients = await this.recipients(audiences);
    const whole = { occasionId: context.id, ...occasion, at: context.time };
    await this.tell(noticesFor(whole, recipients, context.actor.id, this.texts));
  }

  /** Everybody in the country who holds one of the roles. */
  async raiseForRoles(context: EventContext, occasion: NamedOccasion, roles: readonly Role[]): Promise<void> {
    const whole = { occasionId: context.id, ...occasion, at: context.time };
    for await (const page of this.directory.holdersOf(roles)) {
      const recipients = page.map(({ personId, locale, email, organisationId }) => ({ personId, locale, email, organisationIds: [organisationId] }));
      await this.tell(noticesFor(whole, recipients, context.actor.id, this.texts));
    }
  }

  /** What the giver of a role was told for the sake of the body and has not read goes to the receiver, once; for the giver it is settled. */
  async handOver(fromPersonId: string, toPersonId: string, organisationId: string): Promise<void> {
    const receiver = await this.directory.person(toPersonId);
    if (!receiver) {
      return;
    }
    const { personId, locale, email } = receiver;
    for (let page = await this.unread(fromPersonId, organisationId); page.length > 0; page = await this.unread(fromPersonId, organisationId)) {
      await this.tell(page.map((notice) => passedOn(notice, { personId, locale, email, organisationIds: [organisationId] })));
      await this.notices.markEachRead(fromPersonId, page.map(({ id }) => id), this.clock.now());
    }
  }

  private unread(personId: string, organisationId: string): Promise<Notice[]> {
    return this.notices.unreadFor(personId, organisationId, PAGE);
  }

  private async tell(notices: readonly Notice[]): Promise<void> {
    for (const notice of await this.notices.add(notices)) {
      this.live.send(notice.personId, { event: 'notice', data: viewOf(notice) });
    }
  }

  async list(actor: Actor, { limit, cursor, unread }: NoticesQuery): Promise<PageOf<NoticeView>> {
    const found = await this.notices.list(actor.id, unread ?? false, placeOf(cursor), limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(viewOf), nextCursor: found.length > limit && last ? `${last.raisedAt.toISOString()} ${last.id}` : null };
  }

  countUnread(actor: Actor): Promise<number> {
    return this.notices.countUnread(actor.id);
  }

  async markRead(actor: Actor, id: string): Promise<void> {
    if (!(await this.notices.markRead(actor.id, id, this.clock.now()))) {
      throw noticeErrors.unknown({ noticeId: id });
    }
  }

  markAllRead(actor: Actor): Promise<void> {
    return this.notices.markAllRead(actor.id, this.clock.now());
  }

  private async recipients(audiences: readonly Audience[]): Promise<Recipient[]> {
    const members = audiences.map(({ organisationIds, roles }) => this.directory.membersOfEach(organisationIds, roles));
    const bodies = (await Promise.all(members)).flatMap((byBody) => [...byBody]);
    return bodies.flatMap(([organisationId, each]) => each.map(({ personId, locale, email }) => ({ personId, locale, email, organisationIds: [organisationId] })));
  }
}

function placeOf(cursor: string | undefined): InboxPlace | undefined {
  const [time = '', ...id] = (cursor ?? '').split(' ');
  const raisedAt = new Date(time);
  // A cursor that we did not make starts at the beginning.
  return Number.isNaN(raisedAt.getTime()) ? undefined : { raisedAt, id: id.join(' ') };
}

function viewOf({ id, code, text, path, raisedAt, readAt }: Notice): NoticeView {
  return { id, code, text, path, raisedAt: raisedAt.toISOString(), readAt: readAt?.toISOString() ?? null };
}
