import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { FileStore, fileStorePlugin, type UploadForm } from '../src/index.js';
import { storeFailure } from '../src/store.errors.js';
import { storeContract } from './store.contract.js';

interface Mounted {
  store: FileStore;
  folder: string;
  origin: string;
  stop(): Promise<void>;
}

async function mounted(): Promise<Mounted> {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-store-'));
  const store = new FileStore({ folder, publicUrl: '/store' });
  await store.start();
  const app: FastifyInstance = fastify();
  await app.register(fileStorePlugin(store), { prefix: '/store' });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const stop = async (): Promise<void> => {
    await app.close();
    await rm(folder, { recursive: true });
  };
  return { store, folder, origin, stop };
}

const field = (value: string): string => `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${value}\r\n`;
const file = '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n1\r\n--b--\r\n';

storeContract('files', mounted);

describe('file store', () => {
  let files: Mounted;
  const bytes = Buffer.from('%PDF-1.7');
  const newForm = (key: string): Promise<UploadForm> =>
    files.store.uploadForm({ key, contentType: 'application/pdf', maxBytes: 100_000_000, expiresInSeconds: 60 });
  beforeAll(async () => {
    files = await mounted();
  });
  afterAll(() => files.stop());

  async function post(form: UploadForm, content: Uint8Array = bytes): Promise<Response> {
    const data = new FormData();
    Object.entries(form.fields).forEach(([name, value]) => data.set(name, value));
    data.set('file', new Blob([Uint8Array.from(content)]), 'a.pdf');
    return fetch(files.origin + form.url, { method: 'POST', body: data });
  }

  it('refuses a form that was used, with a problem document', async () => {
    const form = await newForm('once');
    expect((await post(form)).status).toBe(204);
    const again = await post(form);
    expect(again.headers.get('content-type')).toContain('application/problem+json');
    expect(await again.json()).toMatchObject({ status: 409, code: 'upload.replayed' });
  });

  it('refuses a used form also when its object was taken away and the store started again', async () => {
    const form = await newForm('taken');
    await post(form);
    await files.store.remove('taken');
    await files.store.start();
    expect((await post(form)).status).toBe(409);
    expect(await files.store.stat('quarantine', 'taken')).toBeUndefined();
  });

  it('lets exactly one of two equal forms through', async () => {
    const form = await newForm('twins');
    const answers = await Promise.all([post(form), post(form), post(form)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });

  it('accepts a form made before a restart', async () => {
    const form = await newForm('before-restart');
    await files.store.start();
    expect((await post(form)).status).toBe(204);
  });

  it('stores nothing of an upload that breaks off', async () => {
    const form = await newForm('broken-off');
    const { port } = new URL(files.origin);
    const sending = request({ port: Number(port), path: form.url, method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' } });
    sending.on('error', () => undefined);
    for (const [name, value] of Object.entries(form.fields)) {
      sending.write(`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    }
    sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n');
    sending.write(Buffer.alloc(200_000));
    await eventually(async () => (await readdir(join(files.folder, 'incoming'))).length === 1);
    sending.destroy();
    await eventually(async () => (await readdir(join(files.folder, 'incoming'))).length === 0);
    expect(await files.store.stat('quarantine', 'broken-off')).toBeUndefined();
    expect((await post(form)).status).toBe(204);
  });

  it.each([
    ['no form at all', 'application/json', '{}', 'upload.malformed'],
    ['no boundary', 'multipart/form-data', 'x', 'upload.malformed'],
    ['no file', 'multipart/form-data; boundary=b', `${field('1')}--b--\r\n`, 'upload.malformed'],
    ['an endless field', 'multipart/form-data; boundary=b', field('1'.repeat(99_999)), 'upload.malformed'],
    ['a form not made here', 'multipart/form-data; boundary=b', `${field('1')}${file}`, 'upload.bad_signature'],
  ])('refuses %s', async (_case, type, body, code) => {
    const answer = await fetch(`${files.origin}/store/quarantine`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(await answer.json()).toMatchObject({ code });
  });

  it.each(['/store/vault', '/store/quarantine/once', '/store/'])('shows nothing at %s', async (path) => {
    expect((await fetch(files.origin + path)).status).toBe(404);
  });

  it('forgets on start what was half-received before a kill', async () => {
    await writeFile(join(files.folder, 'incoming', 'torn'), 'half');
    await files.store.start();
    expect(await readdir(join(files.folder, 'incoming'))).toEqual([]);
  });

  it('calls a full disk by its name', () => {
    expect(storeFailure(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatchObject({ kind: 'unavailable', code: 'store.full' });
  });

  it('is unavailable when its folder cannot be made', async () => {
    await writeFile(join(files.folder, 'a-file'), '');
    const store = new FileStore({ folder: join(files.folder, 'a-file', 'store'), publicUrl: '/store' });
    await expect(store.start()).rejects.toMatchObject({ name: 'DomainError' });
  });
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Error('did not happen within 5 seconds');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
