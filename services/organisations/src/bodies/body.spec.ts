import { readFileSync } from 'node:fs';
import { supervised } from '@aigaq/kernel';
import { bodyErrors } from './body.errors.js';
import { type Body, type BodyDraft, registerBody } from './body.js';
import { closeBody, type KeptBody, moveBody, renameBody, settleBody, superviseBody } from './body-changes.js';
import { wordsOf } from './body.search.js';

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../proto/organisations/v1/samples/${name}.json`, import.meta.url), 'utf8'));
const TODAY = '2026-10-12';
const NONE = { kk: '', ru: '' };
const reason = 'Указ';
const draft = (fields: Partial<BodyDraft>): BodyDraft => ({
  id: 'akimat-kostanay-auliekol',
  kind: 'akimat-district',
  legalForm: null,
  name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' },
  shortName: NONE,
  bin: null,
  parentId: 'akimat-kostanay',
  supervisorIds: [],
  regionId: 'kostanay',
  validFrom: '2021-01-01',
  ...fields,
});
const known = new Map<string, KeptBody>();
function enter(fields: Partial<BodyDraft>): KeptBody {
  const body = { ...registerBody(draft(fields), known, TODAY).next, version: 1 };
  known.set(body.id, body);
  return body;
}
enter({ id: 'agency', kind: 'agency', parentId: null, regionId: null });
const region = enter({ id: 'akimat-kostanay', kind: 'akimat-region', parentId: 'agency' });
const zhambyl = enter({ id: 'akimat-zhambyl', kind: 'akimat-region', parentId: 'agency' });
enter({ id: 'cgo-mf', kind: 'central', parentId: 'agency' });
const district = enter({});
const entity = { id: 'qs-980140900002', kind: 'quasi-state', legalForm: 'ao', bin: '980140900002', parentId: null } as const;
const company = enter({ ...entity, supervisorIds: ['akimat-kostanay', 'cgo-mf'] });
const closing = { ...zhambyl, validUntil: '2026-12-31' };
const register = { known, today: TODAY };

describe('registering a body', () => {
  it('puts it into its place in the tree and tells all that a copy needs', () => {
    const { next, events } = registerBody(draft({}), known, TODAY);
    const whole = { from: '2021-01-01', until: null };
    const { name, parentId, supervisorIds, shortName, ...rest } = draft({});
    expect(next).toEqual({
      ...rest,
      organisationId: 'akimat-kostanay-auliekol',
      validUntil: null,
      successorIds: [],
      names: [{ name, shortName, ...whole }],
      parents: [{ bodyId: parentId, ...whole }],
      supervisors: [],
      name,
      shortName,
      parentId,
      supervisorIds,
      ancestorIds: ['akimat-kostanay', 'agency'],
      scope: ['akimat-kostanay-auliekol', 'akimat-kostanay', 'agency'],
      searchWords: ['әулиекөл', 'ауданының', 'әкімдігі', 'акимат', 'аулиекольского', 'района'],
      turnsOn: null,
    });
    expect(events).toEqual([sample('OrganisationRegistered')]);
  });

  it('lets those who supervise an entity, and those above them, look at it', () => {
    expect(company.scope).toEqual(['qs-980140900002', ...['akimat-kostanay', 'agency', 'cgo-mf'].map(supervised)]);
    expect(company.livingBin).toBe('980140900002');
  });

  it.each([
    ['body.unknown_parent', draft({ parentId: 'nowhere' })],
    ['body.parent_closed', draft({ parentId: closing.id })],
    ['body.bad_bin', { ...draft(entity), bin: '980140900003', supervisorIds: ['akimat-kostanay'] }],
    ['body.name_missing', draft({ name: { kk: ' ', ru: 'Акимат' } })],
    ['body.no_supervisor', draft(entity)],
    ['body.unknown_supervisor', draft({ ...entity, supervisorIds: ['akimat-kostanay', 'nowhere'] })],
    ['body.supervisor_closed', draft({ ...entity, supervisorIds: [closing.id] })],
    ['body.cycle', draft({ parentId: null, supervisorIds: ['akimat-kostanay-auliekol'] })],
  ] as [string, BodyDraft][])('is refused: %s', (code, refused) => {
    const others = new Map<string, Body>([...known, [closing.id, closing]]);
    expect(() => registerBody(refused, others, TODAY)).toThrow(expect.objectContaining({ code }));
  });
});

describe('renaming a body', () => {
  const name = { kk: 'Жаңа ауданның әкімдігі', ru: 'Акимат Нового района' };
  const rename = (from: string, called = name) => ({ name: called, shortName: NONE, from, reason });

  it('keeps the old name for its days and finds the body by either', () => {
    const { next, events } = renameBody(district, rename('2026-10-01'), register)!;
    expect(next.name).toEqual(name);
    expect(next.names.map(({ from, until }) => [from, until])).toEqual([
      ['2021-01-01', '2026-09-30'],
      ['2026-10-01', null],
    ]);
    expect(next.searchWords).toEqual(expect.arrayContaining(['аулиекольского', 'нового', 'жаңа']));
    expect(events).toEqual([sample('OrganisationChanged')]);
  });

  it('waits for its day', () => {
    const { next } = renameBody(district, rename('2027-01-01'), register)!;
    expect([next.name, next.turnsOn]).toEqual([district.name, '2027-01-01']);
    const turned = settleBody({ ...next, version: 2 }, { known, today: '2027-01-01' })!;
    expect([turned.next.name, turned.next.turnsOn, turned.events.length]).toEqual([name, null, 1]);
    expect(settleBody({ ...turned.next, version: 3 }, { known, today: '2027-01-02' })).toBeUndefined();
  });

  it('corrects a name on its first day', () => {
    const { next } = renameBody(district, rename('2021-01-01'), register)!;
    expect(next.names).toEqual([{ name, shortName: NONE, from: '2021-01-01', until: null }]);
  });

  it('changes nothing when it is so already', () => {
    expect(renameBody(district, rename('2026-10-01', district.name), register)).toBeUndefined();
  });

  it('is refused before a later name, before the body, without a language and when the body is closed', () => {
    const later = { ...renameBody(district, rename('2027-01-01'), register)!.next, version: 2 };
    expect(() => renameBody(later, rename('2026-12-31', { kk: 'Y', ru: 'Y' }), register)).toThrow(
      bodyErrors.dates_overlap({ from: '2026-12-31', last: '2027-01-01' }),
    );
    expect(() => renameBody(district, rename('2020-12-31'), register)).toThrow(expect.objectContaining({ code: 'body.wrong_dates' }));
    expect(() => renameBody(district, rename('2026-10-01', { kk: '', ru: 'Y' }), register)).toThrow(expect.objectContaining({ code: 'body.name_missing' }));
    expect(() => renameBody(closing, rename('2026-10-01'), register)).toThrow(expect.objectContaining({ code: 'body.closed' }));
  });
});

describe('moving a body', () => {
  const move = (parentId: string | null, from = '2026-10-01') => ({ parentId, from, reason });

  it('changes its way up, keeps the old superior for his days, and marks what has to follow', () => {
    const { next } = moveBody(district, move('akimat-zhambyl'), register)!;
    expect(next).toMatchObject({
      parentId: 'akimat-zhambyl',
      ancestorIds: ['akimat-zhambyl', 'agency'],
      scope: ['akimat-kostanay-auliekol', 'akimat-zhambyl', 'agency'],
      isUnsettled: true,
      parents: [
        { bodyId: 'akimat-kostanay', from: '2021-01-01', until: '2026-09-30' },
        { bodyId: 'akimat-zhambyl', from: '2026-10-01', until: null },
      ],
    });
  });

  it('may leave it without a superior', () => {
    expect(moveBody(district, move(null), register)!.next).toMatchObject({ parentId: null, ancestorIds: [], scope: [district.id] });
  });

  it('is refused in a circle, also with what is decided for a later day', () => {
    expect(() => moveBody(region, move(district.id), register)).toThrow(expect.objectContaining({ code: 'body.cycle' }));
    expect(() => moveBody(region, move(region.id), register)).toThrow(expect.objectContaining({ code: 'body.cycle' }));
    const later = { ...moveBody(zhambyl, move(district.id, '2027-01-01'), register)!.next, version: 2 };
    const planned = { known: new Map([...known, [later.id, later]]), today: TODAY };
    expect(() => moveBody(district, move('akimat-zhambyl'), planned)).toThrow(expect.objectContaining({ code: 'body.cycle' }));
  });
});

describe('supervising a body', () => {
  const supervise = (...supervisorIds: string[]) => ({ supervisorIds, from: '2026-10-01', reason });
  const spans = (body: Body) => body.supervisors.map(({ bodyId, from, until }) => [bodyId, from, until]);

  it('keeps the days of those who stay', () => {
    const { next } = superviseBody(company, supervise('akimat-kostanay', 'akimat-zhambyl'), register)!;
    expect(next.supervisorIds).toEqual(['akimat-kostanay', 'akimat-zhambyl']);
    expect(spans(next)).toEqual([
      ['cgo-mf', '2021-01-01', '2026-09-30'],
      ['akimat-kostanay', '2021-01-01', null],
      ['akimat-zhambyl', '2026-10-01', null],
    ]);
  });

  it('keeps the order: the first one reviews', () => {
    const { next } = superviseBody(company, supervise('cgo-mf', 'akimat-kostanay'), register)!;
    expect(next.supervisorIds).toEqual(['cgo-mf', 'akimat-kostanay']);
  });

  it('is refused when an entity would have nobody', () => {
    expect(() => superviseBody(company, supervise(), register)).toThrow(expect.objectContaining({ code: 'body.no_supervisor' }));
  });
});

describe('closing a body', () => {
  const close = (until: string, ...successorIds: string[]) => ({ until, successorIds, reason });

  it('ends its names and relations and gives its BIN free when the day is over', () => {
    const { next } = closeBody(company, close('2026-12-31', 'cgo-mf'), [], register)!;
    expect(next).toMatchObject({ validUntil: '2026-12-31', successorIds: ['cgo-mf'], livingBin: '980140900002', turnsOn: '2027-01-01' });
    expect([...next.names, ...next.supervisors].map(({ until }) => until)).toEqual(['2026-12-31', '2026-12-31', '2026-12-31']);
    const turned = settleBody({ ...next, version: 2 }, { known, today: '2027-01-01' })!.next;
    expect([turned.livingBin, turned.turnsOn, turned.supervisorIds]).toEqual([undefined, null, ['akimat-kostanay', 'cgo-mf']]);
  });

  it.each([
    ['body.has_below', region, close('2026-12-31'), [district]],
    ['body.has_below', region, close('2026-12-31'), [company]],
    ['body.unknown_successor', district, close('2026-12-31', 'nowhere'), []],
    ['body.unknown_successor', district, close('2026-12-31', district.id), []],
    ['body.wrong_dates', district, close('2020-12-31'), []],
    ['body.closed', closing, close('2026-12-31'), []],
  ] as const)('is refused: %s', (code, body, wanted, below) => {
    expect(() => closeBody(body, wanted, below, register)).toThrow(expect.objectContaining({ code }));
  });

  it('is possible when all below have moved by then', () => {
    const moved = moveBody(district, { parentId: 'akimat-zhambyl', from: '2026-12-01', reason }, register)!.next;
    expect(closeBody(region, close('2026-11-30'), [moved], register)!.next.validUntil).toBe('2026-11-30');
    expect(() => closeBody(region, close('2026-11-29'), [moved], register)).toThrow(expect.objectContaining({ code: 'body.has_below' }));
  });
});

describe('what is searched', () => {
  it.each([
    ['  ҚОСТАНАЙ   Облысы ', ['қостанай', 'облысы']],
    ['«Королёв» (ТОО)', ['королев', 'тоо']],
    ['.*', []],
  ])('%j is %j', (text, words) => expect(wordsOf(text)).toEqual(words));
});
