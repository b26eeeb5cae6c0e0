import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ObjectReadSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { ASSIGNMENT, House, sha256 } from './house.js';
import { plainPdf } from './papers.js';

jest.setTimeout(60_000);

let house: House;
let pdf: Buffer;
let id: string;
beforeAll(async () => {
  house = await House.open();
  pdf = await plainPdf(2);
  id = (await house.upload(pdf, { fileName: 'Бұйрық № 7.pdf' })).body.id as string;
}, 60_000);
afterAll(() => house.close());

describe('showing evidence', () => {
  it('gives the original byte for byte, after recording who took it', async () => {
    const token = house.service.as(PEOPLE.auditor);
    const answer = await token.get(`/api/evidence/documents/${id}/file`);
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(pdf.length),
        'content-disposition': expect.stringContaining("filename*=UTF-8''%D0%91%D2%B1%D0%B9%D1%80%D1%8B%D2%9B%20%E2%84%96%207.pdf"),
        'x-content-type-options': 'nosniff',
      },
    });
    expect(sha256(await readFile(join(house.folder, 'vault', sha256(pdf))))).toBe(sha256(pdf));
    expect(answer.body).toBe(pdf.toString('utf8'));
    await house.service.eventually(() => {
      const downloads = house.service.told(ObjectReadSchema).filter(({ thingId, act }) => thingId === id && act === 'download');
      expect(downloads).toMatchObject([{ actorId: PEOPLE.auditor.id, thing: 'evidence', organisationId: 'akimat-kostanay-auliekol' }]);
    });
  });

  it('draws a page when somebody asks before the check, and keeps it', async () => {
    const answer = await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}/pages/2`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' } });
    expect(await house.filesIn('previews')).toContain('2.jpg');
  });

  it.each(['0', '3', '1.5', 'x', '-1'])('has no page %s', async (page) => {
    expect(await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}/pages/${page}`)).toMatchObject({
      status: 404,
      body: { code: 'evidence.no_page' },
    });
  });

  it('records who was shown it', async () => {
    expect((await house.service.as(PEOPLE.curator).get(`/api/evidence/documents/${id}`)).status).toBe(200);
    await house.service.eventually(() => {
      const reads = house.service.told(ObjectReadSchema).filter(({ thingId, act, actorId }) => thingId === id && act === 'read' && actorId === PEOPLE.curator.id);
      expect(reads).toHaveLength(1);
    });
  });

  it('is «not found» for strangers, in all its forms', async () => {
    for (const person of [PEOPLE.stranger, PEOPLE.strangerCoordinator, PEOPLE.ministry, PEOPLE.compliance2]) {
      for (const path of ['', '/file', '/pages/1']) {
        expect(await house.service.as(person).get(`/api/evidence/documents/${id}${path}`)).toMatchObject({ status: 404, body: { code: 'evidence.unknown' } });
      }
      const list = await house.service.as(person).get(`/api/evidence/documents?subjectType=assignment&subjectId=${ASSIGNMENT}`);
      expect(list.body).toEqual({ items: [], nextCursor: null });
    }
  });
});
