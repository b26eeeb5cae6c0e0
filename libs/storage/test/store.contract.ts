import { createHash, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { ObjectStore, UploadForm, UploadRequest } from '../src/index.js';
import { uploadRefusal } from '../src/upload-refusal.js';

export interface StoreUnderTest {
  store: ObjectStore;
  /** What stands before a relative form address. */
  origin: string;
  stop(): Promise<void>;
}

const PDF = Buffer.from('%PDF-1.7 a signed scan');
const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const tomorrow = (): Date => new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_000);
const textOf = async (store: ObjectStore, bucket: 'quarantine' | 'vault', key: string): Promise<string> =>
  (await store.readBytes(bucket, key)).toString();

/** Every fact here holds for every object store. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`object store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: ObjectStore;
    beforeAll(async () => {
      under = await open();
      store = under.store;
    }, 60_000);
    afterAll(() => under?.stop());

    const newForm = (request: Partial<UploadRequest> = {}): Promise<UploadForm> =>
      store.uploadForm({ key: `uploads/${randomUUID()}`, contentType: 'application/pdf', maxBytes: 1000, expiresInSeconds: 60, ...request });

    async function post(form: UploadForm, bytes: Uint8Array, altered: Record<string, string> = {}): Promise<string> {
      const data = new FormData();
      for (const [field, value] of Object.entries({ ...form.fields, ...altered })) {
        data.set(field, value);
      }
      data.set('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), 'скан.pdf');
      const answer = await fetch(new URL(form.url, under.origin), { method: 'POST', body: data });
      const body = await answer.text();
      return answer.ok ? 'stored' : uploadRefusal(answer.status, body);
    }

    async function uploaded(bytes: Uint8Array = PDF): Promise<string> {
      const form = await newForm();
      expect(await post(form, bytes)).toBe('stored');
      return form.fields['key'] ?? '';
    }

    it('takes a posted file and tells its size, type and bytes', async () => {
      const form = await newForm({ sha256: hex(PDF) });
      const key = form.fields['key'] ?? '';
      expect(await post(form, PDF)).toBe('stored');
      expect(await store.stat('quarantine', key)).toMatchObject({ key, bytes: PDF.length, contentType: 'application/pdf', sha256: hex(PDF) });
      expect(await buffer(await store.read('quarantine', key))).toEqual(PDF);
    });

    it('takes a file of several megabytes unchanged', async () => {
      const big = Buffer.alloc(5_000_000, '\r\n--boundary');
      const form = await newForm({ maxBytes: big.length, sha256: hex(big) });
      expect(await post(form, big)).toBe('stored');
      expect(hex(await store.readBytes('quarantine', form.fields['key'] ?? ''))).toBe(hex(big));
    });

    it.each<[string, Partial<UploadRequest>, Uint8Array, Record<string, string>, string]>([
      ['too large a file', { maxBytes: 10 }, PDF, {}, 'upload.too_large'],
      ['an empty file', {}, new Uint8Array(), {}, 'upload.empty'],
      ['another content than announced', { sha256: hex(Buffer.from('other')) }, PDF, {}, 'upload.wrong_hash'],
      ['an expired form', { expiresInSeconds: -60 }, PDF, {}, 'upload.expired'],
      ['an altered key', {}, PDF, { key: 'uploads/other' }, 'upload.bad_signature'],
      ['an altered policy', {}, PDF, { policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') }, 'upload.bad_signature'],
    ])('refuses %s and keeps nothing of it', async (_case, request, bytes, altered, code) => {
      const form = await newForm(request);
      expect(await post(form, bytes, altered)).toBe(code);
      expect(await store.stat('quarantine', altered['key'] ?? form.fields['key'] ?? '')).toBeUndefined();
    });

    it('refuses another type than announced', async () => {
      const form = await newForm();
      expect(['upload.wrong_type', 'upload.bad_signature']).toContain(await post(form, PDF, { 'Content-Type': 'text/html' }));
      expect(await store.stat('quarantine', form.fields['key'] ?? '')).toBeUndefined();
    });

    it('never lets a replayed form change what was stored', async () => {
      const form = await newForm({ sha256: hex(PDF) });
      expect(await post(form, PDF)).toBe('stored');
      await post(form, Buffer.from('%PDF-1.7 an altered scan'));
      expect(await textOf(store, 'quarantine', form.fields['key'] ?? '')).toBe(PDF.toString());
    });

    it('promotes into the vault under a lock, and keeps the source', async () => {
      const key = await uploaded();
      const vaultKey = `sha256/${hex(Buffer.from(key))}`;
      const object = await store.stat('quarantine', key);
      const kept = await store.promote({ key, vaultKey, retainUntil: tomorrow(), revision: object?.revision ?? '' });
      expect(kept).toMatchObject({ key: vaultKey, bytes: PDF.length, contentType: 'application/pdf', retainUntil: tomorrow() });
      expect(await textOf(store, 'vault', vaultKey)).toBe(PDF.toString());
      expect(await store.stat('quarantine', key)).toBeDefined();
    });

    it('promotes again after a crash: nothing is replaced, the lock is only prolonged, the source may be gone', async () => {
      const [key, other] = [await uploaded(), await uploaded(Buffer.from('other'))];
      const vaultKey = `sha256/${hex(Buffer.from(key))}`;
      const later = new Date(tomorrow().getTime() + 86_400_000);
      await store.promote({ key, vaultKey, retainUntil: tomorrow() });
      await store.remove(key);
      expect(await store.promote({ key, vaultKey, retainUntil: later })).toMatchObject({ retainUntil: later });
      expect(await store.promote({ key: other, vaultKey, retainUntil: tomorrow() })).toMatchObject({ retainUntil: later });
      expect(await textOf(store, 'vault', vaultKey)).toBe(PDF.toString());
    });

    it('does not promote what was replaced after it was looked at', async () => {
      const key = `uploads/${randomUUID()}`;
      await store.write('quarantine', key, PDF, 'application/pdf');
      const looked = await store.stat('quarantine', key);
      await store.write('quarantine', key, Buffer.from('other'), 'application/pdf');
      const promotion = { key, vaultKey: `sha256/${randomUUID()}`, retainUntil: tomorrow(), revision: looked?.revision ?? '' };
      await expect(store.promote(promotion)).rejects.toMatchObject({ kind: 'conflict', code: 'store.changed' });
      expect(await store.stat('vault', promotion.vaultKey)).toBeUndefined();
    });

    it('does not promote what is not there', async () => {
      const promotion = { key: 'uploads/none', vaultKey: `sha256/${randomUUID()}`, retainUntil: tomorrow() };
      await expect(store.promote(promotion)).rejects.toMatchObject({ code: 'store.no_object' });
    });

    it('replaces previews', async () => {
      const key = `pages/${randomUUID()}.webp`;
      await store.write('previews', key, Buffer.from('first'), 'image/webp');
      await store.write('previews', key, Buffer.from('second'), 'image/webp');
      expect((await store.readBytes('previews', key)).toString()).toBe('second');
      expect(await store.stat('previews', key)).toMatchObject({ bytes: 6, contentType: 'image/webp' });
    });

    it('removes from quarantine, also what is gone already', async () => {
      const key = await uploaded();
      await store.remove(key);
      await store.remove(key);
      expect(await store.stat('quarantine', key)).toBeUndefined();
      await expect(store.read('quarantine', key)).rejects.toMatchObject({ kind: 'not_found', code: 'store.no_object' });
    });

    it('lists uploads that nobody finished', async () => {
      const key = await uploaded();
      const inAMinute = new Date(Date.now() + 60_000);
      expect(await all(store.abandoned(inAMinute))).toContain(key);
      expect(await all(store.abandoned(new Date(0)))).toEqual([]);
    });

    it.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a/./b', '.hidden', 'a\\b', 'a b', 'ключ', 'a\0b', 'a'.repeat(513)])(
      'refuses the key %j',
      async (key) => {
        await expect(newForm({ key })).rejects.toMatchObject({ code: 'store.bad_key' });
        await expect(store.stat('vault', key)).rejects.toMatchObject({ code: 'store.bad_key' });
        await expect(store.write('previews', key, PDF, 'text/plain')).rejects.toMatchObject({ code: 'store.bad_key' });
      },
    );

    it('starts again on what it keeps', async () => {
      const key = await uploaded();
      await store.start();
      expect(await store.stat('quarantine', key)).toBeDefined();
    });
  });
}

async function all(keys: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const key of keys) {
    found.push(key);
  }
  return found;
}
