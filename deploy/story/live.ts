import { NoticeView } from '@aigaq/api';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from './person.js';
import { until } from './persistence.js';

/** The live stream of one person, opened again whenever it breaks, as the portal does. */
export class Live {
  readonly notices: NoticeView[] = [];
  readonly changes: string[] = [];
  private readonly closed = new AbortController();
  private opened = false;

  private constructor(private readonly person: Person) {}

  static async of(person: Person): Promise<Live> {
    const live = new Live(person);
    void live.listen();
    await until(() => Promise.resolve(live.opened), Boolean, 30_000);
    return live;
  }

  /** The first notice of this kind about this path that comes, or has come. */
  async notice(code: string, path: string, milliseconds = 10_000): Promise<NoticeView> {
    const find = () => Promise.resolve(this.notices.find((notice) => notice.code === code && notice.path === path));
    return (await until(find, (notice) => notice !== undefined, milliseconds, 20)) as NoticeView;
  }

  close(): void {
    this.closed.abort();
  }

  private async listen(): Promise<void> {
    while (!this.closed.signal.aborted) {
      await this.hear().catch(() => undefined);
      await pause(200);
    }
  }

  private async hear(): Promise<void> {
    const headers = { authorization: `Bearer ${await this.person.token()}`, accept: 'text/event-stream' };
    const response = await fetch(new URL('/api/notifications/live', this.person.system.address), { headers, signal: this.closed.signal });
    if (!response.ok || !response.body) {
      return;
    }
    this.opened = true;
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
      rest = frames.pop() ?? '';
      frames.forEach((frame) => this.take(frame));
    }
  }

  private take(frame: string): void {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(frame)?.[1] ?? '';
    if (field('event') === 'notice') {
      this.notices.push(NoticeView.parse(JSON.parse(field('data'))));
    } else if (field('event') === 'changed') {
      this.changes.push(field('data'));
    }
  }
}
