import { EvidenceView, pageOf, type Problem, type StartUpload, UploadView } from '@aigaq/api';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { badFiles, pdf } from './bad-files.js';
import { queueOf } from './evidence-step.js';
import type { Paper } from './papers.js';
import { Person } from './person.js';
import { Portal } from './portal.js';
import type { Shape } from './shapes.js';

const LOCALES = ['kk', 'ru'] as const;
const KAZAKH_LETTERS = /[әғқңөұүһі]/i;
const MEGABYTE = 1024 * 1024;
type Locale = (typeof LOCALES)[number];

/** Bad input: each a clear refusal in both languages, and nothing of it is kept. */
export function refusesWhatIsBad(shape: () => Shape): void {
  let portal: Portal;
  let assignmentId: string;
  let kept: unknown;
  const subject = () => ({ type: 'assignment' as const, id: assignmentId });
  const keptNow = async () => {
    const query = new URLSearchParams({ subjectType: 'assignment', subjectId: assignmentId });
    const { items } = await portal.as('executor').get(`/api/evidence/documents?${query}`, pageOf(EvidenceView));
    return { papers: items.length, vault: globSync('store/vault/**/*', { cwd: shape().dataFolder }).length };
  };
  const announce = (paper: Paper, other: Partial<StartUpload> = {}) => ({ subject: subject(), fileName: paper.name, mediaType: paper.type, size: paper.bytes.length, ...other });
  const start = (paper: Paper, other: Partial<StartUpload> = {}) => portal.as('executor').act('/api/evidence/uploads', announce(paper, other), UploadView);
  const inBoth = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const refusals = LOCALES.map((locale) => portal.as('executor', locale).refusalOf({ method, path, ...(body ? { body } : {}) }));
    return Promise.all(refusals);
  };

  beforeAll(async () => {
    portal = new Portal(shape());
    assignmentId = (await queueOf(portal)).find(({ status }) => status === 'open')?.id ?? '';
    kept = await keptNow();
  });
  afterEach(async () => {
    expect(await keptNow()).toEqual(kept);
  });

  it('files that are not what they say, or are dangerous', async () => {
    for (const [what, paper, code] of await badFiles()) {
      const { id, form } = await start(paper);
      await portal.as('executor').post(form, paper);
      const problems = await inBoth('POST', `/api/evidence/uploads/${id}/complete`, {});
      expect({ what, codes: problems.map((problem) => problem.code) }).toEqual({ what, codes: [code, code] });
      saysInBoth(problems);
    }
  });

  it.each([
    ['an empty file', 0],
    ['a file of 51 MB', 51 * MEGABYTE],
  ])('%s, when it is announced', async (_, size) => {
    const problems = await inBoth('POST', '/api/evidence/uploads', announce(pdf(Buffer.alloc(0)), { size }));
    expect(problems.map(({ status, code, fields }) => [status, code, fields?.map(({ path }) => path)])).toEqual([[400, 'request.invalid', ['size']], [400, 'request.invalid', ['size']]]);
    saysInBoth(problems);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), undefined, 'upload.empty'],
    ['a file of 51 MB', Buffer.alloc(51 * MEGABYTE, '%PDF-1.7\n'), undefined, 'upload.too_large'],
    ['other bytes than announced', Buffer.from('%PDF-1.4 other'), 'e'.repeat(64), 'upload.wrong_hash'],
  ])('%s, when it comes to the store', async (_, bytes, sha256, code) => {
    const { form } = await start(pdf(Buffer.from('%PDF-1.4 small')), sha256 ? { sha256 } : {});
    const problems = await Promise.all(LOCALES.map((locale) => postRefused(shape(), form, bytes, locale)));
    expect(problems.map((problem) => problem.code)).toEqual([code, code]);
    saysInBoth(problems);
  });

  it('a form that was used before', async () => {
    const bytes = Buffer.from('%PDF-1.4 once');
    const { form } = await start(pdf(bytes), { sha256: createHash('sha256').update(bytes).digest('hex') });
    await portal.as('executor').post(form, pdf(bytes));
    const problems = await Promise.all(LOCALES.map((locale) => postRefused(shape(), form, bytes, locale)));
    expect(problems.map(({ code }) => code)).toEqual(['upload.replayed', 'upload.replayed']);
    saysInBoth(problems);
  });

  it('a field that nobody knows', async () => {
    const problems = await inBoth('POST', `/api/tasks/assignments/${encodeURIComponent(assignmentId)}/submit`, { evidenceIds: [], status: 'accepted' });
    expect(problems.map(({ status, code }) => [status, code])).toEqual([[400, 'request.invalid'], [400, 'request.invalid']]);
    saysInBoth(problems);
  });

  it.each([
    ['assignment', `/api/tasks/assignments/${encodeURIComponent('2024:1.1.2:akimat-zhambyl-zhualy:2026')}`],
    ['paper', '/api/evidence/documents/019a0000-0000-7000-8000-000000000000'],
    ['overview', '/api/reports/overview/akimat-zhambyl-zhualy'],
  ])('the id of an %s of somebody else', async (_, path) => {
    const problems = await inBoth('GET', path);
    expect(problems.map(({ status }) => status)).toEqual([404, 404]);
    saysInBoth(problems);
  });

  it('a token that has expired', async () => {
    const problems = await Promise.all(LOCALES.map(async (locale) => me(shape(), await expiredToken(shape()), locale)));
    expect(problems.map(({ status }) => status)).toEqual([401, 401]);
    saysInBoth(problems);
  });

  it('a token for another application', async () => {
    const token = await new Person(shape(), 'executor', 'ru', 'aigaq-other').token();
    const problems = await Promise.all(LOCALES.map((locale) => me(shape(), token, locale)));
    expect(problems.map(({ status }) => status)).toEqual([401, 401]);
    saysInBoth(problems);
  });

  it('no token, and one that is not a token', async () => {
    for (const token of ['', 'nonsense', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.']) {
      expect((await me(shape(), token, 'kk')).status).toBe(401);
    }
  });
}

function saysInBoth([kk, ru]: Problem[]): void {
  expect([kk?.detail, KAZAKH_LETTERS.test(kk?.detail ?? '')]).toEqual([kk?.detail, true]);
  expect([ru?.detail, /[а-я]/i.test(ru?.detail ?? '') && ru?.detail !== kk?.detail]).toEqual([ru?.detail, true]);
}

async function postRefused({ address }: Shape, { url, fields }: UploadView['form'], bytes: Buffer, locale: Locale): Promise<Problem> {
  const body = new FormData();
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  body.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'x.pdf');
  return problemOf(await fetch(new URL(url, address), { method: 'POST', body, headers: { 'accept-language': locale } }));
}

async function me({ address }: Shape, token: string, locale: Locale): Promise<Problem> {
  const headers = { 'accept-language': locale, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
  return problemOf(await fetch(new URL('/api/organisations/me', address), { headers }));
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  expect([response.headers.get('content-type')?.split(';')[0], response.status >= 400, text]).toEqual(['application/problem+json', true, text]);
  return JSON.parse(text) as Problem;
}

/** Signed by the right key for the right person, an hour ago. */
async function expiredToken({ dataFolder, issuer }: Shape): Promise<string> {
  const { signing } = JSON.parse(readFileSync(join(dataFolder, 'identity/keys.json'), 'utf8')) as { signing: JWK };
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  return new SignJWT({ typ: 'Bearer', azp: 'aigaq-portal' })
    .setProtectedHeader({ alg: 'RS256', kid: signing.kid ?? '', typ: 'JWT' })
    .setSubject('a19a9000-0000-4000-8000-000000000010')
    .setIssuer(issuer)
    .setAudience('aigaq-api')
    .setIssuedAt(hourAgo - 300)
    .setExpirationTime(hourAgo)
    .sign(await importJWK(signing, 'RS256'));
}
