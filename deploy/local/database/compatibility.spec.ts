// The part of MongoDB that the services may use, checked on whatever engine MONGODB_URI names. What is not here may not be used.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';

interface Thing extends mongo.Document {
  _id: string | number;
}

const DUPLICATE = 11000;
const WRITE_CONFLICT = 112;
const client = new mongo.MongoClient(process.env.MONGODB_URI ?? 'MONGODB_URI is not set', { serverSelectionTimeoutMS: 5_000 });
const database = client.db(`aigaq_compatibility_${process.pid}`);

beforeAll(async () => {
  await client.connect();
});

afterAll(async () => {
  await database.dropDatabase();
  await client.close();
});

let collections = 0;
async function collectionOf(...things: Thing[]) {
  collections += 1;
  const collection = database.collection<Thing>(`things_${collections}`);
  if (things.length > 0) {
    await collection.insertMany(things);
  }
  return collection;
}

const sixteenTimes = <T>(work: (index: number) => Promise<T>) => Promise.allSettled(Array.from({ length: 16 }, (_, index) => work(index)));
const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: number }).code] : []));

describe('findOneAndUpdate', () => {
  it.each<[string, Thing, object | object[], object]>([
    ['$set $inc $unset $rename', { _id: 1, a: 1, b: 2, z: 9 }, { $set: { 'x.y': 1 }, $inc: { a: 2 }, $unset: { b: '' }, $rename: { z: 'w' } }, { a: 3, x: { y: 1 }, w: 9 }],
    ['$push with $each, $sort, $slice', { _id: 1, l: [{ v: 3 }, { v: 1 }] }, { $push: { l: { $each: [{ v: 2 }], $sort: { v: 1 }, $slice: -2 } } }, { l: [{ v: 2 }, { v: 3 }] }],
    ['$pull by a condition', { _id: 1, l: [{ id: 'a' }, { id: 'b' }] }, { $pull: { l: { id: { $in: ['a'] } } } }, { l: [{ id: 'b' }] }],
    ['$pullAll and $pop', { _id: 1, l: [1, 2, 3], m: [1, 2] }, { $pullAll: { l: [1, 3] }, $pop: { m: -1 } }, { l: [2], m: [2] }],
    ['$addToSet', { _id: 1, l: ['a'] }, { $addToSet: { l: { $each: ['a', 'b'] } } }, { l: ['a', 'b'] }],
    ['$min $max $mul', { _id: 1, a: 5, b: 5, c: 5 }, { $min: { a: 3 }, $max: { b: 9 }, $mul: { c: 2 } }, { a: 3, b: 9, c: 10 }],
    ['every element', { _id: 1, l: [1, 2] }, { $inc: { 'l.$[]': 1 } }, { l: [2, 3] }],
    ['a pipeline', { _id: 1, a: 1 }, [{ $set: { b: { $add: ['$a', 1] } } }], { a: 1, b: 2 }],
  ])('knows %s', async (_, before, update, after) => {
    const things = await collectionOf(before);
    expect(await things.findOneAndUpdate({ _id: 1 }, update, { returnDocument: 'after' })).toEqual({ _id: 1, ...after });
  });

  it('changes the element that the filter or an array filter found', async () => {
    const things = await collectionOf({ _id: 1, l: [{ id: 1, v: 0 }, { id: 2, v: 0 }] });
    await things.updateOne({ _id: 1, 'l.id': 2 }, { $set: { 'l.$.v': 7 } });
    await things.updateOne({ _id: 1 }, { $set: { 'l.$[x].v': 3 } }, { arrayFilters: [{ 'x.id': 1 }] });
    expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1, l: [{ id: 1, v: 3 }, { id: 2, v: 7 }] });
  });

  it('inserts when nothing is found, with $setOnInsert', async () => {
    const things = await collectionOf();
    const made = await things.findOneAndUpdate({ _id: 'n' }, { $setOnInsert: { a: 1 }, $set: { b: 2 } }, { upsert: true, returnDocument: 'after' });
    expect(made).toEqual({ _id: 'n', a: 1, b: 2 });
  });
});

describe('writers at the same time', () => {
  it('lose no increment', async () => {
    const things = await collectionOf({ _id: 1, n: 0 });
    await Promise.all(Array.from({ length: 200 }, () => things.updateOne({ _id: 1 }, { $inc: { n: 1 } })));
    expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1, n: 200 });
  });

  it('have one winner for a version', async () => {
    const things = await collectionOf({ _id: 1, version: 0 });
    const results = await sixteenTimes(() => things.updateOne({ _id: 1, version: 0 }, { $inc: { version: 1 } }));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value.modifiedCount : 0)).reduce((a, b) => a + b)).toBe(1);
  });

  it('make one thing of one new key; the others learn that somebody was first (11000) or to do it again (112)', async () => {
    const things = await collectionOf({ _id: 'first', k: 'first' });
    await things.createIndex({ k: 1 }, { unique: true });
    const results = await sixteenTimes((index) => things.findOneAndUpdate({ k: 'x' }, { $setOnInsert: { _id: index }, $inc: { n: 1 } }, { upsert: true }));
    const refused = codesOf(results);
    expect(refused.filter((code) => code !== DUPLICATE && code !== WRITE_CONFLICT)).toEqual([]);
    expect((await things.find({ k: 'x' }).toArray()).map((thing) => thing.n)).toEqual([16 - refused.length]);
  });

  it('take each job once', async () => {
    const things = await collectionOf(...Array.from({ length: 40 }, (_, id) => ({ _id: id, state: 'waiting' })));
    const taken: unknown[] = [];
    await Promise.all(Array.from({ length: 8 }, async () => {
      while ((await things.countDocuments({ state: 'waiting' })) > 0) {
        const job = await things.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken' } });
        taken.push(...(job ? [job._id] : []));
      }
    }));
    expect(taken.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, id) => id));
  });
});

describe('bulkWrite', () => {
  const operations = [{ insertOne: { document: { _id: 2 } } }, { insertOne: { document: { _id: 1 } } }, { insertOne: { document: { _id: 3 } } }];

  it.each([[true, 1], [false, 2]])('ordered %s: a duplicate lets %i in', async (ordered, inserted) => {
    const things = await collectionOf({ _id: 1 });
    await expect(things.bulkWrite(operations, { ordered })).rejects.toMatchObject({ code: DUPLICATE, result: { insertedCount: inserted } });
  });

  it('upserts, replaces and deletes', async () => {
    const things = await collectionOf({ _id: 1 });
    const increment = { updateOne: { filter: { _id: 'u' }, update: { $inc: { n: 1 } }, upsert: true } };
    const result = await things.bulkWrite([increment, increment, { replaceOne: { filter: { _id: 1 }, replacement: { k: 1 } } }, { deleteOne: { filter: { _id: 9 } } }]);
    expect([result.upsertedCount, result.modifiedCount, result.deletedCount]).toEqual([1, 2, 0]);
  });
});

describe('indexes', () => {
  it.each<[string, object, object, Thing, Thing]>([
    ['compound unique', { a: 1, b: 1 }, { unique: true }, { _id: 1, a: 1, b: 1 }, { _id: 2, a: 1, b: 1 }],
    ['unique on a nested path', { 'p.q': 1 }, { unique: true }, { _id: 1, p: { q: 1 } }, { _id: 2, p: { q: 1 } }],
    ['partial unique', { k: 1 }, { unique: true, partialFilterExpression: { open: true } }, { _id: 1, k: 2, open: true }, { _id: 2, k: 2, open: true }],
    ['sparse unique', { e: 1 }, { unique: true, sparse: true }, { _id: 1, e: 'a' }, { _id: 2, e: 'a' }],
  ])('%s refuses a second', async (_, keys, options, first, second) => {
    const things = await collectionOf(first);
    await things.createIndex(keys as Record<string, 1>, options);
    await expect(things.insertOne(second)).rejects.toMatchObject({ code: DUPLICATE });
  });

  it('let those pass that a partial or sparse unique index does not cover', async () => {
    const things = await collectionOf({ _id: 1, k: 1, e: 'a', open: true });
    await things.createIndex({ k: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await things.createIndex({ e: 1 }, { unique: true, sparse: true });
    expect((await things.insertMany([{ _id: 2, k: 1, open: false }, { _id: 3, k: 1, open: false }])).insertedCount).toBe(2);
  });

  it('can expire things', async () => {
    const things = await collectionOf({ _id: 1, at: new Date() });
    expect(await things.createIndex({ at: 1 }, { expireAfterSeconds: 3600 })).toBe('at_1');
  });
});
