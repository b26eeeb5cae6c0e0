import { KeptRecords, type Payload } from './kept-records.js';

const KINDS = ['Session', 'Grant', 'AuthorizationCode', 'RefreshToken', 'AccessToken', 'Interaction', 'ReplayDetection'];

/** What oidc-provider asks of a store for one kind of record. */
export interface Adapter {
  upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
  find(id: string): Promise<Payload | undefined>;
  findByUid(uid: string): Promise<Payload | undefined>;
  findByUserCode(): Promise<undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

export interface Adapters {
  adapter: (kind: string) => Adapter;
  /** Nothing that was given to this person is taken any more. */
  endSessionsOf: (accountId: string) => Promise<void>;
}

/** Opens the kept records of all kinds. */
export async function openAdapters(folder: string): Promise<Adapters> {
  const opened = await Promise.all(KINDS.map(async (kind) => [kind, await KeptRecords.open(folder, kind)] as const));
  const kinds = new Map(opened);
  const adapter = (kind: string): Adapter => {
    const records = kinds.get(kind);
    if (records === undefined) {
      throw new Error(`the embedded identity server does not keep records of the kind ${kind}`);
    }
    return adapterOf(records);
  };
  const endSessionsOf = async (accountId: string): Promise<void> => {
    await Promise.all([...kinds.values()].map((records) => records.delete((_id, payload) => payload.accountId === accountId)));
  };
  return { adapter, endSessionsOf };
}

function adapterOf(records: KeptRecords): Adapter {
  return {
    upsert: (id, payload, expiresIn) => records.set(id, payload, expiresIn),
    find: (id) => Promise.resolve(records.get(id)),
    findByUid: (uid) => Promise.resolve(records.find((payload) => payload.uid === uid)),
    findByUserCode: () => Promise.resolve(undefined),
    consume: async (id) => {
      const payload = records.get(id);
      if (payload !== undefined) {
        payload.consumed = Math.floor(Date.now() / 1000);
        await records.save();
      }
    },
    destroy: (id) => records.delete((each) => each === id),
    revokeByGrantId: (grantId) => records.delete((_id, payload) => payload.grantId === grantId),
  };
}
