import { deflateRawSync } from 'node:zlib';
import { readSheets, writeSheets } from '@aigaq/documents/tables';
import { PEOPLE, type TestService, tokenFor } from '@aigaq/testing';
import { API, publishCard, SECOND_ADMIN, startTasks } from './house.js';

const CARD = `${API}/editions/2024`;
let service: TestService;
beforeAll(async () => {
  service = await startTasks();
  await publishCard(service);
  await service.as(PEOPLE.admin).post(`${CARD}/amend`, {});
}, 180_000);
afterAll(() => service.stop());

type Person = { id: string; name: string };

async function ask(method: 'GET' | 'POST', url: string, { by = PEOPLE.admin, language = 'ru', file }: { by?: Person; language?: string; file?: Buffer } = {}) {
  const headers = { authorization: `Bearer ${await tokenFor(by)}`, 'accept-language': language, ...(file && { 'content-type': 'application/octet-stream' }) };
  const answer = await service.app.inject({ method, url, headers, ...(file && { payload: file }) });
  return { status: answer.statusCode, raw: answer.rawPayload, body: /json/.test(String(answer.headers['content-type'])) ? answer.json() : undefined };
}

async function exported(query = '', by: Person = PEOPLE.admin): Promise<Buffer> {
  const { status, raw } = await ask('GET', `${CARD}/sheet${query}`, { by });
  expect(status).toBe(200);
  return raw;
}
async function sent(file: Buffer, dryRun: boolean, language: 'kk' | 'ru' = 'ru') {
  const { revision } = (await service.as(PEOPLE.admin).get(`${CARD}?version=2`)).body;
  return ask('POST', `${CARD}/sheet?dryRun=${dryRun}&revision=${revision}`, { language, file });
}
/** The file with one cell written otherwise. */
async function written(file: Buffer, sheet: string, row: number, column: string, text: string): Promise<Buffer> {
  const sheets = (await readSheets(file)).map(({ name, rows }) => ({ name, rows: rows.map((each) => [...each]) }));
  const rows = sheets.find(({ name }) => name === sheet)!.rows;
  rows[row - 1]![rows[0]!.indexOf(column)] = text;
  return writeSheets(sheets);
}

/** A file that claims little and unfolds to 80 MB. */
function bomb(): Buffer {
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
}

describe('a card as a spreadsheet', () => {
  it('brought back as it is changes nothing', async () => {
    expect((await sent(await exported('?version=2'), false)).body).toEqual({ dryRun: false, written: false, faults: [], changes: [] });
  });

  it('says first what it would change, then does it, and is exported the same again', async () => {
    const file = await written(await exported('?version=2'), 'subtasks', 2, 'description_ru', 'Уточнённое описание');
    const dry = (await sent(file, true)).body;
    expect(dry).toMatchObject({ dryRun: true, written: false, changes: [{ kind: 'changed', code: '1.1.1', field: 'description', after: { ru: 'Уточнённое описание' } }] });
    expect((await service.as(PEOPLE.admin).get(`${CARD}/diff`)).body.changes).toEqual([]);
    expect((await sent(file, false)).body).toEqual({ ...dry, dryRun: false, written: true });
    expect(await readSheets(await exported('?version=2'))).toEqual(await readSheets(file));
    expect((await service.as(PEOPLE.admin).get(`${CARD}/diff`)).body.changes).toEqual(dry.changes);
  });

  it.each([
    ['ru', 'Текст нужен на обоих языках: «title_kk» не заполнен.'],
    ['kk', 'Мәтін екі тілде де керек: «title_kk» толтырылмаған.'],
  ] as const)('with one wrong cell does nothing and says where, in %s', async (language, words) => {
    const file = await written(await written(await exported('?version=2'), 'subtasks', 3, 'title_kk', ''), 'subtasks', 4, 'title_ru', 'Другое');
    expect((await sent(file, false, language)).body).toEqual({ dryRun: false, written: false, faults: [{ sheet: 'subtasks', row: 3, column: 'title_kk', words }], changes: [] });
  });

  it('is refused when somebody changed the draft since it was exported', async () => {
    const file = await written(await exported('?version=2'), 'subtasks', 5, 'title_ru', 'Другое');
    const { revision } = (await service.as(PEOPLE.admin).get(`${CARD}?version=2`)).body;
    await service.as(SECOND_ADMIN).post(`${CARD}/edits`, { revision, edits: [{ act: 'change', code: '1.1.3', fields: { secrecy: 'tax' } }] });
    const late = await ask('POST', `${CARD}/sheet?dryRun=false&revision=${revision}`, { file });
    expect(late).toMatchObject({ status: 409, body: { code: 'edition.changed_meanwhile', data: { by: SECOND_ADMIN.name, codes: '1.1.3' } } });
  });

  it.each([
    ['sheet.empty', Buffer.alloc(0)],
    ['sheet.not_a_table', Buffer.from('not a table')],
    ['sheet.too_large', Buffer.alloc(10 * 1024 * 1024 + 1)],
    ['sheet.unpacks_too_large', bomb()],
  ])('is refused: %s', async (code, file) => {
    expect(await sent(file, true)).toMatchObject({ status: 400, body: { code } });
  });

  it('of what is in force is for all, of what is prepared for those who prepare it', async () => {
    expect((await exported('', PEOPLE.executor)).length).toBeGreaterThan(10_000);
    expect(await service.as(PEOPLE.executor).get(`${CARD}/sheet?version=2`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect((await ask('POST', `${CARD}/sheet?dryRun=true&revision=1`, { by: PEOPLE.executor, file: Buffer.from('x') })).status).toBe(403);
  });
});
