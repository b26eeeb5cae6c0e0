import type { NoticesQuery, NoticeView, PageOf } from '@aigaq/api';
import { Directory } from '@aigaq/directory';
import type { EventContext } from '@aigaq/events';
import { type Actor, Clock, type Role } from '@aigaq/kernel';
import { loadNoticeTexts } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { LiveStream } from '../live/live-stream.service.js';
import { noticeErrors } from './notice.errors.js';
import { noticesFor, type Notice, type Occasion, type Recipient } from './notice.js';
import { type InboxPlace, NoticesRepository } from './notices.repository.js';

/** Who is told: those who hold one of the roles in one of the bodies. */
export interface Audience {
  organisationIds: readonly string[];
  roles: readonly Role[];
}

/** Without an id of its own an occasion is the event that it comes from. */
export type NamedOccasion = Omit<Occasion, 'occasionId' | 'at'> & Partial<Pick<Occasion, 'occasionId'>>;

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
    const added = await this.notices.add(noticesFor(whole, recipients, context.actor.id, this.texts));
    for (const notice of added) {
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
    const each = (await Promise.all(members)).flatMap((byBody) => [...byBody.values()].flat());
    return each.map(({ personId, locale, email }) => ({ personId, locale, email }));
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
