// The queries and aggregations that the services may use, checked on whatever engine MONGODB_URI names.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';

const client = new mongo.MongoClient(process.env.MONGODB_URI ?? 'MONGODB_URI is not set', { serverSelectionTimeoutMS: 5_000 });
const database = client.db(`aigaq_compatibility_queries_${process.pid}`);
const tasks = database.collection<mongo.Document & { _id: number }>('tasks');
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

beforeAll(async () => {
  await client.connect();
  await tasks.insertMany([
    { _id: 1, body: 'a', n: 1, state: 'open', due: day(1), tags: ['x', 'y'], signers: [{ k: 'a', v: 1 }], ref: 1, none: null },
    { _id: 2, body: 'a', n: 3, state: 'done', due: day(2), tags: ['x'], signers: [{ k: 'a', v: 5 }, { k: 'b', v: 1 }], ref: 2 },
    { _id: 3, body: 'b', n: 5, state: 'open', due: day(40), tags: [], signers: [], ref: 1 },
  ]);
  await database.collection<{ _id: number; name: string }>('bodies').insertMany([{ _id: 1, name: 'one' }, { _id: 2, name: 'two' }]);
});

afterAll(async () => {
  await database.dropDatabase();
  await client.close();
});

describe('find', () => {
  it.each<[object, number[]]>([
    [{ n: { $gt: 1, $lte: 5 } }, [2, 3]],
    [{ $or: [{ n: 1 }, { body: 'b' }] }, [1, 3]],
    [{ state: { $nin: ['done'] }, n: { $not: { $gt: 3 } } }, [1]],
    [{ none: { $exists: true } }, [1]],
    [{ none: null }, [1, 2, 3]],
    [{ tags: { $size: 2 } }, [1]],
    [{ tags: { $all: ['x'] } }, [1, 2]],
    [{ signers: { $elemMatch: { k: 'a', v: { $gt: 3 } } } }, [2]],
    [{ 'signers.k': 'b' }, [2]],
    [{ 'signers.0': { $exists: true } }, [1, 2]],
    [{ state: /^do/ }, [2]],
    [{ $expr: { $gt: ['$n', '$ref'] } }, [2, 3]],
  ])('%j', async (filter, ids) => {
    expect((await tasks.find(filter).sort({ _id: 1 }).toArray()).map((task) => task._id)).toEqual(ids);
  });

  it('pages by key', async () => {
    await tasks.createIndex({ due: -1, _id: -1 });
    const next = { $or: [{ due: { $lt: day(2) } }, { due: day(2), _id: { $lt: 2 } }] };
    expect(await tasks.find(next, { projection: { n: 1 } }).sort({ due: -1, _id: -1 }).limit(5).toArray()).toEqual([{ _id: 1, n: 1 }]);
  });

  it('reads long lists in batches', async () => {
    const many = database.collection<{ _id: number }>('many');
    await many.insertMany(Array.from({ length: 2500 }, (_, id) => ({ _id: id })), { writeConcern: { w: 'majority' } });
    expect(await many.find().sort({ _id: 1 }).batchSize(100).toArray()).toHaveLength(2500);
  });

  it('gives back 5 MB, Kazakh letters and exact numbers', async () => {
    const things = database.collection<mongo.Document & { _id: number }>('large');
    const thing = { _id: 1, text: 'Қ'.repeat(2_500_000), 'әіңғүұқөһ': 1, at: new Date(5), price: mongo.Decimal128.fromString('1.10') };
    await things.insertOne(thing);
    expect(await things.findOne({ _id: 1 })).toEqual(thing);
  });
});

describe('aggregate', () => {
  it.each<[string, object[], object[]]>([
    ['$group', [{ $group: { _id: '$body', count: { $sum: 1 }, n: { $sum: '$n' } } }, { $sort: { _id: 1 } }], [{ _id: 'a', count: 2, n: 4 }, { _id: 'b', count: 1, n: 5 }]],
    ['$cond', [{ $group: { _id: null, open: { $sum: { $cond: [{ $eq: ['$state', 'open'] }, 1, 0] } } } }], [{ _id: null, open: 2 }]],
    ['$sort with $first, $push, $avg', [{ $sort: { _id: 1 } }, { $group: { _id: null, f: { $first: '$state' }, p: { $push: '$_id' }, a: { $avg: '$n' } } }], [{ _id: null, f: 'open', p: [1, 2, 3], a: 3 }]],
    ['$unwind and $count', [{ $unwind: '$tags' }, { $count: 'tags' }], [{ tags: 3 }]],
    ['$addFields and $project', [{ $match: { _id: 1 } }, { $addFields: { z: { $add: ['$n', 1] } } }, { $project: { _id: 0, z: 1, s: { $size: '$tags' }, q: { $ifNull: ['$q', 'd'] } } }], [{ z: 2, s: 2, q: 'd' }]],
    ['$lookup', [{ $match: { _id: 2 } }, { $lookup: { from: 'bodies', localField: 'ref', foreignField: '_id', as: 'r' } }, { $project: { r: 1 } }], [{ _id: 2, r: [{ _id: 2, name: 'two' }] }]],
    ['$facet', [{ $facet: { total: [{ $count: 'c' }], page: [{ $sort: { _id: 1 } }, { $limit: 1 }, { $project: { n: 1 } }] } }], [{ total: [{ c: 3 }], page: [{ _id: 1, n: 1 }] }]],
    ['$unionWith', [{ $unionWith: 'bodies' }, { $count: 'c' }], [{ c: 5 }]],
    ['$sortByCount', [{ $sortByCount: '$body' }, { $limit: 1 }], [{ _id: 'a', count: 2 }]],
    ['$dateToString', [{ $match: { _id: 3 } }, { $project: { _id: 0, m: { $dateToString: { date: '$due', format: '%Y-%m' } } } }], [{ m: '2026-02' }]],
  ])('%s', async (_, pipeline, expected) => {
    expect(await tasks.aggregate(pipeline).toArray()).toEqual(expected);
  });

  it('merges into another collection', async () => {
    await tasks.aggregate([{ $group: { _id: '$body', count: { $sum: 1 } } }, { $merge: { into: 'totals', whenMatched: 'replace' } }]).toArray();
    expect(await database.collection('totals').countDocuments()).toBe(2);
  });
});
