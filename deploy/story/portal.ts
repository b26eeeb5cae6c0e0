import { Person, type System } from './person.js';

/** The way in: whoever is named signs in when first needed, as demonstration accounts do. */
export class Portal {
  private readonly people = new Map<string, Person>();

  constructor(readonly system: System) {}

  as(username: string, locale: 'kk' | 'ru' = 'ru'): Person {
    const key = `${username} ${locale}`;
    const person = this.people.get(key) ?? new Person(this.system, username, locale);
    this.people.set(key, person);
    return person;
  }
}
