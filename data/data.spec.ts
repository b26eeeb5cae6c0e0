import { WorkingCalendar } from '@aigaq/calendar';
import {
  isValidBin,
  loadAnalysisRules,
  loadCalendar,
  loadCard,
  loadCentralBodies,
  loadComplianceDocuments,
  loadDeadlines,
  loadEntities,
  loadGlossary,
  loadHeads,
  loadOrganisations,
  loadPeople,
  loadRiskPicture,
  loadScoreScale,
  loadUnits,
  ORGANISATION_KINDS,
  type OrganisationKind,
  signersFor,
  subtasksOf,
} from '@aigaq/reference';

const KAZAKH_LETTERS = /[әғқңөұүһі]/i;
const card = loadCard('2024');
const subtasks = subtasksOf(card);
const organisations = loadOrganisations();
const ids = new Set(organisations.map(({ id }) => id));
const units = loadUnits();
const entities = loadEntities();
const heads = loadHeads();
const people = loadPeople();

const ofKind = (kind: OrganisationKind): number => organisations.filter((body) => body.kind === kind).length;
const kindOf = (id: string): OrganisationKind | undefined => organisations.find((body) => body.id === id)?.kind;
const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Every `{ ru, kk }` in the value, with its path. */
function textsIn(value: unknown, path = ''): { path: string; ru: string; kk: string }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { ru, kk } = value as { ru?: unknown; kk?: unknown };
  const own = typeof ru === 'string' && typeof kk === 'string' ? [{ path, ru, kk }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, child]) => textsIn(child, `${path}.${key}`))];
}

describe('the card of 2024', () => {
  it('has 4 projects, 16 tasks and 39 subtasks with codes in order', () => {
    const tasks = card.projects.flatMap((project) => project.tasks);
    expect([card.projects.length, tasks.length, subtasks.length]).toEqual([4, 16, 39]);
    expect(isUnique(subtasks.map(({ code }) => code))).toBe(true);
    expect(tasks.every((task) => task.subtasks.every(({ code }, index) => code === `${task.code}.${index + 1}`))).toBe(true);
  });

  it('marks every Kazakh title as proposed and writes it in Kazakh', () => {
    const titled = card.projects.flatMap((project) => [project, ...project.tasks, ...project.tasks.flatMap((task) => task.subtasks)]);
    expect(titled).toHaveLength(59);
    expect(titled.filter(({ title, kkStatus }) => kkStatus !== 'proposed' || !KAZAKH_LETTERS.test(title.kk))).toEqual([]);
  });

  it('has a Kazakh text wherever there is a Russian one, and never the same', () => {
    const texts = textsIn(card);
    expect(texts.length).toBeGreaterThan(250);
    expect(texts.filter(({ ru, kk }) => ru === kk || KAZAKH_LETTERS.test(ru) || !KAZAKH_LETTERS.test(kk))).toEqual([]);
  });

  it.each(subtasks.map((subtask) => [subtask.code, subtask] as const))('%s: the evidence rule can be applied', (_code, subtask) => {
    const { evidence, audience, submission } = subtask;
    const documents = evidence.documents.map(({ id }) => id);
    expect(isUnique(documents)).toBe(true);
    expect(documents.length > 0).toBe(submission === 'upload');
    const referred = [...evidence.alternatives.flatMap(({ anyOf }) => anyOf), ...(evidence.dateWindow?.appliesTo ?? [])];
    expect(referred.filter((id) => !documents.includes(id))).toEqual([]);
    const isSomethingWanted = evidence.documents.some(({ required }) => required) || evidence.alternatives.some(({ required }) => required);
    expect(isSomethingWanted).toBe(submission === 'upload');
    // The table of state social orders (4.1.2) is the only file that nobody signs.
    const wantsSignature = evidence.accepts.includes('file') && subtask.code !== '4.1.2';
    expect(audience.kinds.filter((kind) => signersFor(evidence, kind).length > 0 !== wantsSignature)).toEqual([]);
    expect(Object.keys(evidence.signersByKind).filter((kind) => !audience.kinds.includes(kind as OrganisationKind))).toEqual([]);
  });

  it('keeps what is special about single subtasks', () => {
    const byCode = new Map(subtasks.map((subtask) => [subtask.code, subtask]));
    expect([byCode.get('2.1.1')?.secrecy, byCode.get('2.5.5')?.secrecy, byCode.get('4.2.2')?.submission]).toEqual([
      'restricted',
      'tax',
      'agency-confirms',
    ]);
    expect(byCode.get('1.3.2')?.evidence.alternatives[0]?.anyOf).toEqual(['link', 'justification']);
    expect(subtasks.filter(({ code }) => code.startsWith('3.')).every(({ audience }) => audience.kinds.join() === 'quasi-state')).toBe(true);
    const order = byCode.get('1.1.2');
    for (const kind of ['akimat-district', 'akimat-city'] as const) {
      expect(order && signersFor(order.evidence, kind)).toEqual(['akim', 'head-of-apparatus']);
    }
  });

  // The Instruction speaks of regions and cities of republican significance, of districts and cities, in one breath.
  it.each(subtasks.map((subtask) => [subtask.code, subtask] as const))('%s: speaks to cities as to their like', (_code, { audience, evidence }) => {
    for (const [one, other] of [['akimat-region', 'akimat-republican-city'], ['akimat-district', 'akimat-city']] as const) {
      expect(audience.kinds.includes(other)).toBe(audience.kinds.includes(one));
      expect(signersFor(evidence, other)).toEqual(signersFor(evidence, one));
    }
  });
});

describe('organisations', () => {
  it('are the bodies of the sources', () => {
    expect(loadCentralBodies()).toHaveLength(38);
    expect([units.filter(({ parent }) => parent === null).length, units.filter(({ parent }) => parent !== null).length]).toEqual([20, 228]);
    expect(Object.fromEntries(ORGANISATION_KINDS.map((kind) => [kind, ofKind(kind)]))).toEqual({
      agency: 1,
      'agency-department': 20,
      central: 25,
      'akimat-region': 17,
      'akimat-republican-city': 3,
      'akimat-district': 189,
      // Without Baikonyr, which has no akimat of the usual kind.
      'akimat-city': 38,
      'quasi-state': 200,
    });
  });

  it('have unique ids and refer only to each other', () => {
    expect(isUnique(organisations.map(({ id }) => id))).toBe(true);
    const referred = organisations.flatMap(({ parent, supervisor }) => [parent, supervisor]).filter((id) => id !== null);
    expect(referred.filter((id) => !ids.has(id))).toEqual([]);
    const regions = new Set(units.filter(({ parent }) => parent === null).map(({ id }) => id));
    expect(organisations.filter(({ region }) => region !== null && !regions.has(region))).toEqual([]);
  });

  it('all end at the Agency', () => {
    const upward = new Map(organisations.map(({ id, parent, supervisor }) => [id, supervisor ?? parent]));
    const top = (id: string, depth = 0): string => (upward.get(id) && depth < 5 ? top(upward.get(id) ?? '', depth + 1) : id);
    expect(new Set(organisations.map(({ id }) => top(id)))).toEqual(new Set(['agency']));
  });

  it('are named in the official form', () => {
    const name = (id: string) => organisations.find((body) => body.id === id)?.name;
    expect(name('akimat-kostanay')).toEqual({ ru: 'Акимат Костанайской области', kk: 'Қостанай облысының әкімдігі' });
    expect(name('akimat-kostanay-auliekol')).toEqual({ ru: 'Акимат Аулиекольского района', kk: 'Әулиекөл ауданының әкімдігі' });
    expect(name('akimat-kostanay-rudny-city')).toEqual({ ru: 'Акимат города Рудного', kk: 'Рудный қаласының әкімдігі' });
    expect(name('agency-department-kostanay')).toEqual({
      ru: 'Департамент Антикоррупционной службы по Костанайской области',
      kk: 'Қостанай облысы бойынша Сыбайлас жемқорлыққа қарсы қызмет департаменті',
    });
    expect(isUnique(organisations.map(({ fullName }) => fullName.ru))).toBe(true);
    expect(isUnique(organisations.map(({ fullName }) => fullName.kk))).toBe(true);
  });

  it('have 200 fictional entities with unique, valid BINs', () => {
    expect(entities).toHaveLength(200);
    expect(isUnique(entities.map(({ bin }) => bin))).toBe(true);
    expect(entities.filter(({ id, bin }) => id !== `qs-${bin}` || !isValidBin(bin))).toEqual([]);
    expect(entities.filter(({ supervisor }) => supervisor === 'akimat-kostanay')).toHaveLength(10);
  });
});

describe('people and heads', () => {
  it('have unique ids and names and belong to known bodies', () => {
    expect(isUnique(people.map(({ id }) => id)) && isUnique(people.map(({ username }) => username))).toBe(true);
    expect(people.flatMap(({ memberships }) => memberships).filter(({ organisationId }) => !ids.has(organisationId))).toEqual([]);
    expect(isUnique(heads.map(({ id }) => id))).toBe(true);
    expect(heads.filter(({ organisationId, from, until }) => !ids.has(organisationId) || (until !== null && until < from))).toEqual([]);
  });

  it('give every body of the programme a head', () => {
    const headed = new Set(heads.filter(({ level }) => level === 'first-head' || level === 'akim').map(({ organisationId }) => organisationId));
    expect(organisations.filter(({ id }) => !headed.has(id))).toEqual([]);
  });

  it('hold a person for each step of the story', () => {
    const roles = new Map(people.map(({ username, memberships }) => [username, memberships.map(({ organisationId, role }) => `${role}@${organisationId}`)]));
    expect(roles.get('executor')).toEqual(['executor@akimat-kostanay-auliekol']);
    expect(roles.get('both')).toEqual(['executor@akimat-kostanay-auliekol', 'coordinator@akimat-kostanay']);
    expect(roles.get('compliance')).toEqual([`compliance-officer@${entities[0]?.id}`]);
    expect(entities[0]?.supervisor).toBe('akimat-kostanay');
  });

  // The demonstration scans that are in order: who signs for which body on the date of the document.
  it.each([
    ['akimat-kostanay', 'А.Б. Сериков', '2022-02-20'],
    ['akimat-kostanay-auliekol', 'А.Б. Сериков', '2022-02-20'],
    ['akimat-kostanay-auliekol', 'А.Б. Сериков', '2023-02-11'],
    ['akimat-kostanay-auliekol', 'А.Б. Сериков', '2022-08-26'],
    ['akimat-zhambyl', 'Г.М. Ахметова', '2023-03-21'],
    ['akimat-zhambyl', 'Г.М. Ахметова', '2022-03-12'],
    ['akimat-zhambyl', 'Г.М. Ахметова', '2025-09-27'],
    ['qs-980140900002', 'Е.К. Нурланов', '2025-05-23'],
    ['qs-980140900002', 'Е.К. Нурланов', '2022-07-16'],
    ['akimat-kostanay-auliekol', 'С.А. Кожахметов', '2023-07-25'],
    ['akimat-kostanay-auliekol', 'С.А. Кожахметов', '2022-09-18'],
    ['akimat-kostanay-auliekol', 'С.А. Кожахметов', '2025-05-23'],
    ['akimat-kostanay', 'Д.С. Оспанов', '2025-09-27'],
    ['akimat-kostanay', 'Д.С. Оспанов', '2024-04-22'],
    ['akimat-zhambyl', 'Р.И. Петренко', '2022-01-10'],
    ['akimat-zhambyl', 'Б.Ж. Төлегенов', '2025-06-15'],
    ['akimat-zhambyl', 'Б.Ж. Тулегенов', '2024-07-16'],
    ['akimat-zhambyl', 'Б.Ж. Тулегенов', '2023-09-27'],
    ['cgo-mj', 'Г.М. Ахметова', '2025-04-13'],
    ['cgo-mj', 'Г.М. Ахметова', '2023-03-21'],
    ['cgo-mj', 'М.Т. Жумабаева', '2022-05-14'],
    ['akimat-kostanay', 'Е.Қ. Нұрланов', '2023-06-15'],
    ['akimat-kostanay-auliekol', 'Е.Қ. Нұрланов', '2023-06-15'],
    ['akimat-kostanay-rudny-city', 'А.Б. Сериков', '2023-01-19'],
  ])('%s: %s may sign on %s', (organisationId, name, day) => {
    const inOffice = heads.filter(
      (head) =>
        head.organisationId === organisationId &&
        (head.personName.ru === name || head.personName.kk === name) &&
        head.from <= day &&
        (head.until === null || head.until >= day),
    );
    const order = subtasks.find(({ code }) => code === '1.1.2');
    const allowed = order ? signersFor(order.evidence, kindOf(organisationId) ?? 'central') : [];
    expect(inOffice.some(({ level }) => allowed.includes(level))).toBe(true);
  });

  it('do not let the acting akim of Rudny sign after his order ended', () => {
    const rudny = heads.filter(({ organisationId }) => organisationId === 'akimat-kostanay-rudny-city');
    const on = (day: string) => rudny.filter(({ from, until }) => from <= day && (until ?? '9999') >= day).map(({ personName }) => personName.ru);
    expect(on('2024-02-20')).toEqual(['Р.И. Петренко']);
  });
});

describe('the other files', () => {
  it('hold the calendars of 2022 to 2027, the later ones marked as not settled', () => {
    const years = loadCalendar();
    expect(years.map(({ year, workingDays, isForecast }) => [year, workingDays, isForecast])).toEqual([
      [2022, 246, false],
      [2023, 246, false],
      [2024, 249, false],
      [2025, 246, false],
      [2026, 247, false],
      [2027, 247, true],
    ]);
    expect(years.map(({ confidence }) => confidence)).toEqual(['high', 'high', 'high', 'high', 'medium', 'low']);
    expect(() => WorkingCalendar.from(years)).not.toThrow();
  });

  it('hold the eight documents, their publication and the scale that scores them', () => {
    const documents = loadComplianceDocuments();
    const codes = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((last) => `3.2.${last}`);
    expect(documents.map(({ code }) => code)).toEqual(codes);
    expect(documents.filter(({ isPublication }) => isPublication).map(({ code }) => code)).toEqual(['3.2.9']);
    const scale = loadScoreScale();
    expect(scale.subtasks).toEqual(codes);
    expect(scale.openQuestions.map(({ key }) => key)).toEqual(['belowFloorPoints', 'unit', 'denominator', 'rounding']);
    const stepsToFloor = scale.floorPercent / scale.stepPercent;
    expect([stepsToFloor * scale.pointsPerStep, (100 / scale.stepPercent) * scale.pointsPerStep]).toEqual([scale.floorPoints, scale.maximumPoints]);
  });

  it('hold proposed dates for every period, opening before they are due', () => {
    const deadlines = loadDeadlines('2024');
    const clocks = [...Object.values(deadlines.byPeriod), ...Object.values(deadlines.bySubtask)];
    const place = ({ monthOffset, day }: { monthOffset: number; day: number }): number => monthOffset * 31 + day;
    expect(clocks.filter(({ opens, due }) => place(opens) >= place(due))).toEqual([]);
    expect(Object.keys(deadlines.bySubtask).filter((code) => !subtasks.some((subtask) => subtask.code === code))).toEqual([]);
  });

  it('hold the glossary with its doubts', () => {
    const terms = loadGlossary();
    expect([terms.length, terms.filter(({ kkStatus }) => kkStatus === 'proposed').length]).toEqual([139, 21]);
  });
});

describe('the rules of risk analyses', () => {
  const rules = loadAnalysisRules('2024');
  const byCode = new Map(subtasks.map((subtask) => [subtask.code, subtask]));

  it('count as the card does: amount, anchor and direction of each step', () => {
    const offsets = rules.steps.map((step) =>
      step.kind === 'offset' ? step : { ...step.review, subtask: step.subtask, anchor: step.makes, direction: 'after' as const },
    );
    expect(offsets).toHaveLength(7);
    for (const { subtask, anchor, amount, unit, direction } of offsets) {
      expect(byCode.get(subtask)?.deadlineRules).toMatchObject([{ anchor, amount, unit, direction }]);
    }
  });

  it('count each step from a day of the analysis or from what a step before it makes', () => {
    const made = new Set(['analysis_start', 'analysis_end']);
    for (const { anchor, makes } of rules.steps) {
      expect(made).toContain(anchor);
      made.add(makes);
    }
    const codes = rules.steps.map(({ code }) => code);
    expect([...rules.checks.inside.steps, ...rules.checks.notLate.steps].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('concern those of whom the card asks the order of an analysis', () => {
    expect(rules.audience.kinds).toEqual(byCode.get('1.1.2')?.audience.kinds);
  });

  it('have Kazakh texts, and so has the picture of risks, with a place for every region', () => {
    const texts = [...textsIn(rules), ...textsIn(loadRiskPicture())];
    expect(texts.filter(({ ru, kk }) => ru === kk || KAZAKH_LETTERS.test(ru) || !KAZAKH_LETTERS.test(kk))).toEqual([]);
    const { places, columns, rows } = loadRiskPicture().tiles;
    expect(Object.keys(places).sort()).toEqual(units.filter(({ parent }) => parent === null).map(({ id }) => id).sort());
    expect(isUnique(Object.values(places).map(String))).toBe(true);
    expect(Object.values(places).every(([column, row]) => column < columns && row < rows)).toBe(true);
  });
});
