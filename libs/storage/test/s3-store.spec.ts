import { randomUUID } from 'node:crypto';
import { S3Store } from '../src/index.js';
import { storeContract, type StoreUnderTest } from './store.contract.js';

const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey = 'nobody', S3_SECRET_KEY: secretKey = 'nothing' } = process.env;

const options = { accessKey, secretKey, region: 'us-east-1', bucketPrefix: `t${randomUUID().slice(0, 8)}-`, lockMode: 'COMPLIANCE' } as const;

if (endpoint !== undefined) {
  storeContract('S3', async (): Promise<StoreUnderTest> => {
    const store = new S3Store({ ...options, endpoint, publicUrl: endpoint });
    await store.start();
    return { store, origin: endpoint, stop: () => Promise.resolve() };
  });
}

describe('S3 store', () => {
  it('is unavailable when nobody answers', async () => {
    const store = new S3Store({ ...options, endpoint: 'http://127.0.0.1:9', publicUrl: '/store' });
    await expect(store.start()).rejects.toMatchObject({ kind: 'unavailable', code: 'store.unavailable' });
  });

  it('makes forms for the address that browsers see', async () => {
    const store = new S3Store({ ...options, endpoint: 'http://127.0.0.1:9', publicUrl: '/store' });
    const form = await store.uploadForm({ key: 'a', contentType: 'image/png', maxBytes: 9, expiresInSeconds: 60 });
    expect(form.url).toBe(`/store/${options.bucketPrefix}quarantine`);
    expect(form.fields).toMatchObject({ key: 'a', 'Content-Type': 'image/png' });
  });
});
