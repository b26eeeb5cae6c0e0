import { AnyActor, CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Sse } from '@nestjs/common';
import { endWith, ignoreElements, interval, map, merge, type Observable, takeUntil } from 'rxjs';
import { LiveStream } from './live-stream.service.js';

/** Proxies close a silent connection after a minute. */
const HEARTBEAT_MILLISECONDS = 20_000;

interface Frame {
  type: string;
  data: object;
}

@ServiceController('notifications')
export class LiveController {
  constructor(private readonly live: LiveStream) {}

  @Sse('live')
  @AnyActor()
  @Answers({ mediaType: 'text/event-stream' })
  live$(@CurrentActor() actor: Actor): Observable<Frame> {
    const messages = this.live.of(actor.id).pipe(map(({ event, data }) => ({ type: event, data })));
    const end = messages.pipe(ignoreElements(), endWith(true));
    const heartbeat = interval(HEARTBEAT_MILLISECONDS).pipe(
      map(() => ({ type: 'heartbeat', data: {} })),
      takeUntil(end),
    );
    return merge(messages, heartbeat);
  }
}
