export { type NamePart, parsePerson, type Person } from './person.js';
export { comparePersons, isSamePerson, type Likeness } from './same-person.js';
