import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ObjectReadSchema } from '@aigaq/contracts';
import { AccessLog } from '@aigaq/service';
import { PEOPLE } from '@aigaq/testing';
import { ASSIGNMENT, House, sha256 } from './house.js';
import { plainPdf } from './papers.js';

let house: House;
let pdf: Buffer;
let id: string;
beforeAll(async () => {
  house = await House.open();
  pdf = await plainPdf(2);
  id = (await house.upload(pdf, { fileName: 'Бұйрық № 7.pdf' })).body.id as string;
}, 180_000);
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

  it('records every picture of it that was shown', async () => {
    for (const what of ['pages/1', 'thumbnails/1']) {
      expect((await house.service.as(PEOPLE.head).get(`/api/evidence/documents/${id}/${what}`)).status).toBe(200);
    }
    await house.service.eventually(() => {
      const reads = house.service.told(ObjectReadSchema).filter(({ thingId, actorId }) => thingId === id && actorId === PEOPLE.head.id);
      expect(reads.map(({ purpose, organisationId }) => [purpose, organisationId]).sort()).toEqual([
        ['page 1', 'akimat-kostanay-auliekol'],
        ['thumbnail 1', 'akimat-kostanay-auliekol'],
      ]);
    });
  });

  it.each(['', '/file', '/files/1', '/pages/1', '/thumbnails/1', '/twins', `?subjectType=assignment&subjectId=${encodeURIComponent(ASSIGNMENT)}`])(
    'shows nothing at …%s while that cannot be recorded',
    async (path) => {
      const log = house.service.app.get(AccessLog, { strict: false });
      const record = jest.spyOn(log, 'record').mockRejectedValue(Object.assign(new Error('gone'), { name: 'MongoServerSelectionError' }));
      const url = `/api/evidence/documents${path.startsWith('?') ? path : `/${id}${path}`}`;
      const answer = await house.service.as(PEOPLE.curator).get(url);
      record.mockRestore();
      expect(answer).toMatchObject({ status: 503, headers: { 'content-type': expect.stringContaining('application/problem+json') } });
      expect((await house.service.as(PEOPLE.curator).get(url)).status).toBe(200);
    },
  );

  it('records who was shown it', async () => {
    expect((await house.service.as(PEOPLE.curator).get(`/api/evidence/documents/${id}`)).status).toBe(200);
    await house.service.eventually(() => {
      const reads = house.service.told(ObjectReadSchema).filter(({ thingId, act, actorId }) => thingId === id && act === 'read' && actorId === PEOPLE.curator.id);
      expect(reads.filter(({ purpose }) => purpose === '').length).toBeGreaterThan(0);
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
