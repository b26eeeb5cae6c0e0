import { createHash } from 'node:crypto';
import { randomOf } from '../../scans/random.mjs';

const BODIES = 12_000;
const PEOPLE = 30_000;
const THINGS = 2_500_000;
const PARTITIONS = 16;
const DAYS = 365;
const FIRST = Date.parse('2026-01-01T00:00:00Z');
const SURNAMES = ['Серікова', 'Ахметжанов', 'Соколова', 'Қуанышева', 'Литвинов', 'Сағынбаев', 'Оспанова', 'Бекенов', 'Жұмабаева', 'Ибраев', 'Ким', 'Нұрланқызы'];
const NAMES = ['Айгүл', 'Дәурен', 'Елена', 'Мәдина', 'Виктор', 'Ерлан', 'Гүлнар', 'Қайрат', 'Сәуле', 'Тимур', 'Ольга', 'Болат'];

/** Share of all records in per mille: most are reads, some kinds are hardly ever told. @type {[string, number][]} */
const KINDS = [
  ['audit.v1.ObjectRead', 620], ['evidence.v1.EvidenceStored', 70], ['evidence.v1.EvidenceChecked', 90], ['tasks.v1.AssignmentSubmitted', 70],
  ['tasks.v1.AssignmentAccepted', 60], ['tasks.v1.AssignmentReturned', 20], ['tasks.v1.AssignmentPassedOn', 40], ['evidence.v1.EvidenceFieldCorrected', 20],
  ['organisations.v1.MembershipGranted', 4], ['organisations.v1.HeadAppointed', 3], ['compliance.v1.ScoreChanged', 2], ['organisations.v1.ClearanceGranted', 1],
];
const RARE = KINDS.slice(-4).map(([name]) => `aigaq.${name}`);
const BY_SYSTEM = new Set(['evidence.v1.EvidenceChecked', 'compliance.v1.ScoreChanged']);

/** Records as a year of the whole country would leave them; hashes are made up, since only pages are measured. */
export class RecordMaker {
  made = 0;
  #whole;
  #source = randomOf('audit');
  #numbers = Array.from({ length: PARTITIONS }, () => 0);

  /** @param {number} whole how many a year has */
  constructor(whole) {
    this.#whole = whole;
  }

  /** @param {number} limit */
  #below(limit) {
    return Math.floor(this.#source.real(0, 1) * limit);
  }

  #kind() {
    let at = this.#below(1000);
    return (KINDS.find(([, share]) => (at -= share) < 0) ?? ['audit.v1.ObjectRead', 0])[0];
  }

  person = () => `person-${this.#below(PEOPLE)}`;
  /** Every fiftieth act concerns the Agency. */
  body = () => (this.#source.chance(0.02) ? 'agency' : `body-${this.#below(BODIES)}`);
  thing = () => `2024:1.1.2:body-${this.#below(BODIES)}:${this.#below(THINGS / BODIES)}`;
  type = () => `aigaq.${KINDS[this.#below(KINDS.length)]?.[0]}`;
  rareType = () => RARE[this.#below(RARE.length)] ?? '';
  /** @param {number} count */
  types = (count) => KINDS.slice(0, count).map(([name]) => `aigaq.${name}`);
  namePart = () => `${NAMES[this.#below(NAMES.length)]?.slice(0, 3)} ${SURNAMES[this.#below(SURNAMES.length)]?.slice(0, 4)}`;

  #period(/** @type {number} */ days) {
    const past = Math.floor((DAYS * this.made) / this.#whole);
    const from = FIRST + this.#below(Math.max(1, past - days)) * 86_400_000;
    return { from: new Date(from).toISOString(), until: new Date(from + days * 86_400_000).toISOString() };
  }
  day = () => this.#period(1);
  month = () => this.#period(30);

  /** @param {number} number */
  #nameOf(number) {
    return `${NAMES[number % NAMES.length]} ${SURNAMES[Math.floor(number / NAMES.length) % SURNAMES.length]}`;
  }

  people() {
    return Array.from({ length: PEOPLE }, (_, number) => {
      const name = this.#nameOf(number);
      return { _id: `person-${number}`, name, words: name.toLowerCase().split(' ') };
    });
  }

  /** @param {number} number */
  fact(number) {
    const kind = this.#kind();
    const [thingId, organisationId] = [this.thing(), this.body()];
    const person = this.#below(PEOPLE);
    const actor = BY_SYSTEM.has(kind) ? { id: 'system', name: 'Aigaq' } : { id: `person-${person}`, name: this.#nameOf(person) };
    return {
      eventId: `${number}-${this.#below(2 ** 31)}`,
      time: new Date(FIRST + this.#below(DAYS * 86_400_000)).toISOString(),
      type: `aigaq.${kind}`,
      thingId,
      organisationId,
      actor,
      under: { organisationId, role: 'executor' },
      correlationId: `c-${number}`,
      payload: { assignmentId: thingId, organisationId, submission: 1, evidenceIds: [`evidence-${number}`], submittedAt: '2026-05-20T04:00:00.123Z', title: { kk: 'Бұйрық шығару', ru: 'Издание приказа' } },
      changes: [{ field: 'status', before: 'open', after: 'submitted' }, { field: 'submittedOn', before: null, after: '2026-05-20' }],
      reason: '',
      from: { address: '10.20.30.40', agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    };
  }

  /** A record as it lies in the collection. Times run on from the first day to the last. */
  next() {
    const { time: _, ...fact } = this.fact(this.made);
    const time = new Date(FIRST + (this.made / this.#whole) * DAYS * 86_400_000).toISOString();
    const partition = this.#below(PARTITIONS);
    this.#numbers[partition] = (this.#numbers[partition] ?? 0) + 1;
    const _id = `${String(partition).padStart(2, '0')}-${String(this.#numbers[partition]).padStart(12, '0')}`;
    this.made += 1;
    const hash = createHash('sha256').update(_id).digest('hex');
    return { _id, at: `${time}/${_id}`, ...fact, eventId: `event-${this.made}`, recordedAt: time, previousHash: hash, hash };
  }
}
