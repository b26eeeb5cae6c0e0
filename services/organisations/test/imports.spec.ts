import { deflateRawSync, gzipSync } from 'node:zlib';
import { ObjectReadSchema, OrganisationChangedSchema, OrganisationRegisteredSchema, RegisterImportedSchema } from '@aigaq/contracts';
import { supervised } from '@aigaq/kernel';
import { DatabaseSettings } from '@aigaq/service';
import { PEOPLE, startService, type TestService, tokenFor } from '@aigaq/testing';
import { BodiesRepository } from '../src/bodies/bodies.repository.js';
import { planImport } from '../src/imports/import-plan.js';
import { COLUMNS, type Column, rowOfBody, rowsOf } from '../src/imports/register-row.js';
import { TableFiles } from '../src/imports/table-files.service.js';
import { DemonstrationSeed, OrganisationsModule } from '../src/organisations.module.js';

const NOW = '2026-10-12T05:00:00Z';
const IMPORTS = '/api/organisations/imports';
const REGION = 'akimat-kostanay';
const SAPA = '980140900002';

let service: TestService;
let bodies: BodiesRepository;
const files = new TableFiles();

beforeAll(async () => {
  service = await startService(OrganisationsModule, { name: 'organisations', now: NOW });
  bodies = service.app.get(BodiesRepository);
  await service.app.get(DemonstrationSeed).run();
}, 180_000);
afterAll(() => service.stop());

type Row = Partial<Record<Column, string>>;
const row = (id: string, fields: Row = {}): Row => ({ id, kind: 'other', name_kk: id, name_ru: id, valid_from: '2021-01-01', ...fields });
const table = (rows: readonly Row[]): string[][] => [[...COLUMNS], ...rows.map((each) => COLUMNS.map((column) => each[column] ?? ''))];
const csv = (...rows: Row[]): Promise<Buffer> => files.write(table(rows), 'csv');

interface Sent {
  person?: { id: string; name: string };
  dryRun?: boolean;
  language?: string;
  app?: TestService;
}
async function send(file: Buffer, { person = PEOPLE.admin, dryRun = false, language = 'ru', app = service }: Sent = {}) {
  const answer = await app.app.inject({
    method: 'POST',
    url: `${IMPORTS}?dryRun=${dryRun}&fileName=bodies.csv`,
    headers: { authorization: `Bearer ${await tokenFor(person)}`, 'accept-language': language, 'content-type': 'application/octet-stream' },
    payload: file,
  });
  return { status: answer.statusCode, body: answer.json() };
}
async function exported(format: 'csv' | 'xlsx', person = PEOPLE.admin): Promise<Buffer> {
  const answer = await service.app.inject({
    url: `/api/organisations/bodies/export?format=${format}`,
    headers: { authorization: `Bearer ${await tokenFor(person)}` },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}
const NOTHING = { created: 0, changed: 0, closed: 0, refused: 0 };

describe('importing bodies', () => {
  const file = () =>
    csv(
      // Its superior stands below it in the file.
      row('branch-one', { parent_id: 'root-one', name_kk: '«Бірінші» филиалы', name_ru: 'Филиал «Первый»' }),
      row('root-one', { parent_id: REGION, region_id: 'kostanay' }),
      row('company-one', { kind: 'quasi-state', legal_form: 'nao', bin: '180340000045', supervisor_ids: 'root-one, cgo-mf' }),
    );

  it('says beforehand what would become of each row, and writes nothing', async () => {
    const { status, body } = await send(await file(), { dryRun: true });
    expect([status, body.dryRun, body.written]).toEqual([200, true, false]);
    expect(body.counts).toEqual({ ...NOTHING, created: 3, unchanged: 0 });
    expect(body.rows[0]).toEqual({ number: 2, id: 'branch-one', name: 'Филиал «Первый»', outcome: 'created', words: ['Новая организация.'] });
    expect((await send(await file(), { dryRun: true, language: 'kk' })).body.rows[0]).toMatchObject({ name: '«Бірінші» филиалы', words: ['Жаңа ұйым.'] });
    expect(await bodies.byIds(['root-one'])).toEqual([]);
  });

  it('writes all and tells it, with the import', async () => {
    const { body } = await send(await file());
    expect([body.written, body.counts.created]).toEqual([true, 3]);
    const [branch, company] = await bodies.byIds(['branch-one', 'company-one']);
    expect(branch?.ancestorIds).toEqual(['root-one', REGION, 'agency']);
    expect(company?.scope).toEqual(['company-one', ...['root-one', REGION, 'agency', 'cgo-mf'].map(supervised)]);
    await service.eventually(() => {
      expect(service.told(RegisterImportedSchema)).toMatchObject([{ fileName: 'bodies.csv', created: 3, changed: 0, closed: 0 }]);
      expect(service.told(OrganisationRegisteredSchema).map(({ organisation }) => organisation?.id)).toEqual(
        expect.arrayContaining(['branch-one', 'root-one', 'company-one']),
      );
    });
  });

  it('finds everything unchanged when the same file comes again', async () => {
    const { body } = await send(await file());
    expect([body.written, body.rows, body.counts]).toEqual([true, [], { ...NOTHING, unchanged: 3 }]);
    expect(service.told(RegisterImportedSchema)).toHaveLength(1);
  });

  it('changes, moves and closes, and says in words what', async () => {
    const changes = await csv(
      row('root-one', { parent_id: 'akimat-zhambyl', region_id: 'zhambyl' }),
      row('branch-one', { parent_id: 'root-one', name_kk: '«Бірінші» филиалы', name_ru: '=Филиал', short_name_ru: 'Ф1' }),
      row('company-one', { kind: 'quasi-state', legal_form: 'nao', bin: '180340000045', supervisor_ids: 'root-one cgo-mf', valid_until: '2026-12-31', successor_ids: 'branch-one' }),
    );
    const { body } = await send(changes);
    expect(body.counts).toEqual({ ...NOTHING, changed: 2, closed: 1, unchanged: 0 });
    expect(body.rows.map(({ words }: { words: string[] }) => words)).toEqual([
      ['Вышестоящая организация: было «akimat-kostanay», станет «akimat-zhambyl».', 'Регион: было «kostanay», станет «zhambyl».'],
      ['Наименование на русском: было «Филиал «Первый»», станет «=Филиал».', 'Краткое наименование на русском: было «—», станет «Ф1».'],
      ['Закрывается: последний день 2026-12-31.', 'Последний день: было «—», станет «2026-12-31».', 'Правопреемники: было «—», станет «branch-one».'],
    ]);
    const [branch, company] = await bodies.byIds(['branch-one', 'company-one']);
    expect(branch).toMatchObject({ ancestorIds: ['root-one', 'akimat-zhambyl', 'agency'], names: [{ until: '2026-10-11' }, { from: '2026-10-12' }] });
    expect(company).toMatchObject({ validUntil: '2026-12-31', successorIds: ['branch-one'] });
    await service.eventually(() =>
      expect(service.told(OrganisationChangedSchema).map(({ organisation }) => organisation)).toContainEqual(
        expect.objectContaining({ id: 'branch-one', version: 2, reason: 'bodies.csv' }),
      ),
    );
    expect((await send(changes)).body.counts.unchanged).toBe(3);
  });

  it('lets two living bodies exchange their BINs', async () => {
    const [one, other] = ['190440000050', '170240000030'];
    await send(await csv(row('swap-a', { bin: one }), row('swap-b', { bin: other })));
    const swapped = await csv(row('swap-a', { bin: other }), row('swap-b', { bin: one }));
    expect((await send(swapped)).body.counts.changed).toBe(2);
    expect((await bodies.byIds(['swap-a', 'swap-b'])).map(({ livingBin }) => livingBin)).toEqual([other, one]);
  });

  it('moves what stands in no row with its superior', async () => {
    await send(await csv(row('root-one', { parent_id: REGION, region_id: 'kostanay' })));
    expect((await bodies.byIds(['branch-one']))[0]?.ancestorIds).toEqual(['root-one', REGION, 'agency']);
  });

  it('reads commas, no mark of byte order, quoted line ends, dropped zeros and empty lines', async () => {
    const text = `${COLUMNS.join(',')}\nplain,other,,"Қазақша, ""тырнақша""","По-русски\nв две строки",,,,,,,2021-01-01,,\n,,,,,,,,,,,,,\n`;
    const { body } = await send(Buffer.from(text), { dryRun: true });
    expect(body.rows).toMatchObject([{ number: 2, id: 'plain', outcome: 'created', name: 'По-русски\nв две строки' }]);
    const zeros = await send(await csv(row('zeros', { bin: '50640900374' })), { dryRun: true });
    expect(zeros.body.rows[0].words).toEqual(['БИН 050640900374 уже принадлежит другой действующей организации.']);
  });
});

describe('a row is refused, and with it all', () => {
  it.each<[string, Row[], string]>([
    ['БИН 980140900003 указан неверно', [row('bad', { bin: '980140900003' })], 'bad'],
    ['уже принадлежит другой', [row('bad', { bin: SAPA })], 'bad'],
    ['уже принадлежит другой', [row('bad', { bin: '160140000024' }), row('bad-too', { bin: '160140000024' })], 'bad'],
    ['повторяется в строке 4', [row('bad'), row('bad')], 'bad'],
    ['Вида организации «king» нет', [row('bad', { kind: 'king' })], 'bad'],
    ['формы «ООО» нет', [row('bad', { legal_form: 'ООО' })], 'bad'],
    ['Вышестоящей организации «nowhere» нет', [row('bad', { parent_id: 'nowhere' })], 'bad'],
    ['Курирующего органа «nowhere» нет', [row('bad', { supervisor_ids: 'nowhere' })], 'bad'],
    ['нужно указать курирующий орган', [row('bad', { kind: 'quasi-state' })], 'bad'],
    ['не может подчиняться самой себе', [row('bad', { parent_id: 'worse' }), row('worse', { parent_id: 'bad' })], 'bad'],
    ['«31.12.2026» — не дата', [row('bad', { valid_until: '31.12.2026' })], 'bad'],
    ['раньше первого дня', [row('bad', { valid_until: '2020-01-01' })], 'bad'],
    ['на казахском и русском', [row('bad', { name_kk: '' })], 'bad'],
    ['строчных латинских', [row('Плохо')], 'Плохо'],
    ['вместе с последним днём', [row('bad', { successor_ids: 'agency' })], 'bad'],
    ['Правопреемника «nowhere» нет', [row('bad', { valid_until: '2026-12-31', successor_ids: 'nowhere' })], 'bad'],
    ['Первый день организации (2021-01-01)', [row('branch-one', { valid_from: '2020-01-01' })], 'branch-one'],
    ['есть нижестоящие', [row('root-one', { parent_id: REGION, region_id: 'kostanay', valid_until: '2026-12-31' })], 'root-one'],
    ['Организация закрыта или закрывается 2026-12-31', [row('company-one', { kind: 'quasi-state', supervisor_ids: 'cgo-mf' })], 'company-one'],
  ])('%s', async (words, rows, id) => {
    const { status, body } = await send(await csv(row('good'), ...rows));
    expect([status, body.written, body.counts.created <= 2]).toEqual([200, false, true]);
    expect(body.rows[0]).toMatchObject({ id, outcome: 'refused', words: expect.arrayContaining([expect.stringContaining(words)]) });
    expect(await bodies.byIds(['good', 'bad'])).toEqual([]);
  });
});

describe('a file is refused', () => {
  const bomb = (): Buffer => {
    const data = deflateRawSync(Buffer.alloc(80 * 1024 * 1024));
    const name = Buffer.from('xl/workbook.xml');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(80 * 1024 * 1024, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(80 * 1024 * 1024, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(46 + name.length, 12);
    end.writeUInt32LE(30 + name.length + data.length, 16);
    return Buffer.concat([local, name, data, central, name, end]);
  };
  const headings = (...columns: string[]) => Buffer.from(`${columns.join(';')}\n`);

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['import.empty', () => Buffer.alloc(0)],
    ['import.empty', () => headings(...COLUMNS)],
    ['import.empty', () => Buffer.from('\n\n')],
    ['import.unknown_column', () => headings(...COLUMNS, 'owner')],
    ['import.unknown_column', () => headings(...COLUMNS, 'id')],
    ['import.missing_column', () => headings(...COLUMNS.slice(1))],
    ['import.not_a_table', () => Buffer.from([0xff, 0xfe, 0x00, 0x41])],
    ['import.not_a_table', () => Buffer.from(`${COLUMNS.join(';')}\n"open`)],
    ['import.not_a_table', () => Buffer.from('PK\u0003\u0004 not an archive')],
    ['import.not_a_table', () => gzipSync('x')],
    ['import.too_many_rows', () => Buffer.from(`${COLUMNS.join(';')}\n${'a;;;;;;;;;;;;;\n'.repeat(50_001)}`)],
    ['import.too_large', () => Buffer.alloc(10 * 1024 * 1024 + 1, 0x41)],
    ['import.unpacks_too_large', bomb],
  ])('%s', async (code, file) => {
    const { status, body } = await send(await file());
    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).not.toContain('{');
  });

  it('when the sender may not change the register, before it is read', async () => {
    expect((await send(await csv(row('good')), { person: PEOPLE.coordinator })).body).toMatchObject({ status: 403, code: 'act.forbidden' });
    expect((await send(await csv(row('good')), { person: PEOPLE.analyst, dryRun: true })).body).toMatchObject({ status: 403, code: 'act.forbidden' });
  });
});

describe('the export', () => {
  it('comes back byte by byte as CSV, and as the same table as XLSX', async () => {
    const first = await exported('csv');
    expect(first.toString('utf8')).toContain("'=Филиал");
    expect((await send(first)).body).toMatchObject({ written: true, rows: [], counts: NOTHING });
    expect((await exported('csv')).equals(first)).toBe(true);
    const sheet = await exported('xlsx');
    expect(await files.read(sheet)).toEqual(await files.read(first));
    expect((await send(sheet)).body).toMatchObject({ written: true, rows: [], counts: NOTHING });
    expect(await files.read(await exported('xlsx'))).toEqual(await files.read(first));
  });

  it('makes an empty register the same register', async () => {
    const [heading, ...given] = await files.read(await exported('csv'));
    const plan = planImport(rowsOf([heading!, ...given]), [], '2026-10-12', '');
    expect(plan.rows.filter(({ refusals }) => refusals.length > 0)).toEqual([]);
    expect(plan.created.map(({ next }) => COLUMNS.map((column) => rowOfBody(next)[column]))).toEqual(given);
  });

  it('holds what lies in the scope of the one who takes it, and is recorded before', async () => {
    const rows = await files.read(await exported('csv', PEOPLE.coordinator));
    expect(rows.slice(1).map(([id]) => id)).toEqual((await bodies.all(PEOPLE.coordinator)).map(({ id }) => id));
    expect(rows.flat()).not.toContain('akimat-zhambyl-zhualy');
    await service.eventually(() =>
      expect(service.told(ObjectReadSchema)).toContainEqual(
        expect.objectContaining({ actorId: PEOPLE.coordinator.id, act: 'download', thing: 'register', thingId: 'csv' }),
      ),
    );
    expect((await service.as(PEOPLE.executor).get('/api/organisations/bodies/export?format=csv')).body).toMatchObject({ status: 403, code: 'act.forbidden' });
    expect((await service.as(PEOPLE.admin).get('/api/organisations/bodies/export?format=pdf')).status).toBe(400);
  });
});

describe('an import whose process fell', () => {
  const rows = Array.from({ length: 1200 }, (_, at) => row(`mass-${at}`, { parent_id: at === 0 ? REGION : `mass-${Math.floor((at - 1) / 10)}` }));

  it('is finished by the next one, and until then nothing else changes the register', async () => {
    const enterAll = bodies.enterAll.bind(bodies);
    // The first five hundred are written, then the process falls.
    bodies.enterAll = async (actor, decisions) => {
      await enterAll(actor, decisions.slice(0, 500));
      throw new Error('killed');
    };
    const file = await csv(...rows);
    expect((await send(file)).status).toBe(500);
    expect((await service.as(PEOPLE.admin).post(`/api/organisations/bodies/${REGION}/rename`, { name: { kk: 'X', ru: 'X' }, from: '2026-10-01', reason: 'Указ' })).body).toMatchObject({
      status: 503,
      code: 'register.busy',
    });
    expect(await bodies.byIds(['mass-1199'])).toEqual([]);
    const prefix = service.databases[0]!.replace(/_organisations$/, '');
    const doors = [{ provide: DatabaseSettings, useValue: new DatabaseSettings(process.env['MONGODB_URI'] ?? '', prefix) }];
    const next = await startService(OrganisationsModule, { name: 'organisations', now: '2026-11-01T05:00:00Z', doors });
    try {
      await service.eventually(async () => expect(await bodies.byIds(rows.map(({ id }) => id!))).toHaveLength(rows.length));
      const again = await service.eventually(async () => {
        const answer = await send(file, { dryRun: true, app: next });
        expect(answer.body.counts).toMatchObject({ ...NOTHING, unchanged: 1200 });
        return answer;
      });
      expect(again.status).toBe(200);
      expect((await bodies.byIds(['mass-1199']))[0]?.ancestorIds).toEqual(['mass-119', 'mass-11', 'mass-1', 'mass-0', REGION, 'agency']);
    } finally {
      await next.app.close();
      bodies.enterAll = enterAll;
    }
  }, 90_000);
});
