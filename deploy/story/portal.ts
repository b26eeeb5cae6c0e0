import { Live } from './live.js';
import { Person, type System } from './person.js';

/** The way in: whoever is named signs in when first needed, as demonstration accounts do. */
export class Portal {
  private readonly people = new Map<string, Person>();
  private readonly streams: Live[] = [];

  constructor(readonly system: System) {}

  as(username: string, locale: 'kk' | 'ru' = 'ru'): Person {
    const key = `${username} ${locale}`;
    const person = this.people.get(key) ?? new Person(this.system, username, locale);
    this.people.set(key, person);
    return person;
  }

  /** Keeps the portal open in the background: what is told live comes in. */
  async listenAs(username: string, locale: 'kk' | 'ru'): Promise<Live> {
    const live = await Live.of(this.as(username, locale));
    this.streams.push(live);
    return live;
  }

  close(): void {
    this.streams.forEach((live) => live.close());
  }
}
