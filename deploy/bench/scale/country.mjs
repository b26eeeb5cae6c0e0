// A country of a wanted size in five levels, and its people: Agency, regions and ministries, districts and committees, towns and
// departments, rural okrugs; every fourth body is a quasi-state entity. The same size is the same country.

const REGIONS = 20;
const PEOPLE_PER_BODY = 2.5;
const ROLES = ['executor', 'head', 'ethics-officer'];

/**
 * @typedef {import('@aigaq/api').RegisterBody} Draft
 * @typedef {{ personId: string, personName: string, locale: 'kk' | 'ru', email: string, organisationId: string, role: string, from: string, until: null }} Role
 */

/** @param {number} size @returns {Draft[]} parents before children */
export function countryOf(size) {
  /** @type {[Draft['kind'], number][]} */
  const levels = [['agency', 1], ['akimat-region', REGIONS], ['akimat-district', Math.round(size * 0.1)], ['akimat-city', Math.round(size * 0.25)]];
  const entities = Math.round(size * 0.25);
  const rest = Math.max(0, size - entities - levels.reduce((sum, [, count]) => sum + count, 0));
  /** @type {Draft[][]} */
  const made = [];
  levels.push(['akimat-rural', rest]);
  for (const [kind, count] of levels) {
    made.push(Array.from({ length: count }, (_, number) => draft(kind, number, made.at(-1))));
  }
  const above = made[2] ?? [];
  const owned = Array.from({ length: entities }, (_, number) => entity(number, /** @type {Draft} */ (above[number % above.length])));
  return [...made.flat(), ...owned];
}

/** @param {readonly Draft[]} bodies @returns {Role[]} two or three people in each body; one of a region is its coordinator */
export function rolesOf(bodies) {
  return bodies.flatMap((body, place) => {
    const people = place % 2 === 0 ? Math.floor(PEOPLE_PER_BODY) : Math.ceil(PEOPLE_PER_BODY);
    return Array.from({ length: people }, (_, number) => roleIn(body, number));
  });
}

/** @param {Draft} body @param {number} number @returns {Role} */
function roleIn({ id, kind }, number) {
  const role = kind === 'agency' ? ['agency-admin', 'curator'][number] : number === 0 && kind !== 'quasi-state' ? 'coordinator' : ROLES[number % ROLES.length];
  const personId = `${id}.${number}`;
  return { personId, personName: `Әлия ${personId}`, locale: number % 2 === 0 ? 'kk' : 'ru', email: `${personId}@example.kz`, organisationId: id, role: role ?? 'executor', from: '2026-01-01', until: null };
}

/** @param {Draft['kind']} kind @param {number} number @param {Draft[] | undefined} above @returns {Draft} */
function draft(kind, number, above) {
  const parent = above?.[number % above.length];
  const id = kind === 'agency' ? 'agency' : `${kind}-${number}`;
  const regionId = kind === 'agency' ? null : (parent?.regionId ?? `region-${number}`);
  return { id, kind, name: { kk: `${number} ауылдық округі әкімінің аппараты`, ru: `Аппарат акима округа ${number}` }, shortName: { kk: '', ru: '' }, legalForm: null, bin: null, parentId: parent?.id ?? null, supervisorIds: [], regionId, validFrom: '2021-01-01' };
}

/** @param {number} number @param {Draft} supervisor @returns {Draft} */
function entity(number, { id, regionId }) {
  return { id: `qs-${number}`, kind: 'quasi-state', name: { kk: `«Кәсіпорын ${number}» ЖШС`, ru: `ТОО «Предприятие ${number}»` }, shortName: { kk: '', ru: '' }, legalForm: 'too', bin: null, parentId: null, supervisorIds: [id], regionId, validFrom: '2021-01-01' };
}
