import type { LiveChange, NoticeView } from '@aigaq/api';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { filter, map, type Observable, Subject } from 'rxjs';

export type LiveMessage = { event: 'notice'; data: NoticeView } | { event: 'changed'; data: LiveChange };

/** What is told at once to people who have the portal open. Nothing is kept: who was away reads the inbox. */
@Injectable()
export class LiveStream implements BeforeApplicationShutdown {
  private readonly messages = new Subject<{ personId: string; message: LiveMessage }>();

  send(personId: string, message: LiveMessage): void {
    this.messages.next({ personId, message });
  }

  /** A stream that stays open would keep the process from ending. */
  beforeApplicationShutdown(): void {
    this.messages.complete();
  }

  of(personId: string): Observable<LiveMessage> {
    return this.messages.pipe(
      filter((sent) => sent.personId === personId),
      map(({ message }) => message),
    );
  }
}
