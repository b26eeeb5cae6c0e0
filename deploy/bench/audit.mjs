// `npm run bench -- audit`: pages of the record by every kind of filter at growing sizes, and how fast records are taken in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startDatabase } from '../local/database/launcher.mjs';
import { RecordMaker } from './audit/records.mjs';
import { percentile } from './percentile.mjs';

/** Parts of the service that it does not show to others. @param {string} part */
const inside = (part) => import(new URL(`../../services/audit/dist/records/${part}.js`, import.meta.url).href);
const { ChainWriter } = await inside('chain-writer.service');
const { PeopleRepository } = await inside('people.repository');
const { AUDIT_PERSON, AUDIT_RECORD, auditPersonSchema, auditRecordSchema } = await inside('record.schema');
const { RecordsRepository } = await inside('records.repository');

const SIZES = [0.25, 0.5, 1];
const BATCH = 2_000;
const PAGE = 51;
const QUERIES = 60;
const APPENDED = 20_000;
/** As many as the audit group takes side by side. */
const IN_FLIGHT = 64;

/** @param {string} what @param {number[]} times */
function report(what, times) {
  console.log(`    ${what.padEnd(46)} p50 ${percentile(times, 0.5).toFixed(1).padStart(7)} ms   p95 ${percentile(times, 0.95).toFixed(1).padStart(7)} ms`);
}

/** Written through the driver with the indexes in place, two batches at a time. @param {any} collection @param {RecordMaker} maker @param {number} size */
async function fill(collection, maker, size) {
  const began = performance.now();
  const before = maker.made;
  while (maker.made < size) {
    const batches = [0, 1].map(() => Array.from({ length: Math.min(BATCH, Math.max(0, size - maker.made)) }, () => maker.next())).filter(({ length }) => length > 0);
    await Promise.all(batches.map((batch) => collection.insertMany(batch, { ordered: false })));
  }
  const rate = (maker.made - before) / ((performance.now() - began) / 1000);
  console.log(`\n  ${size.toLocaleString('en')} records (filled at ${rate.toFixed(0)}/s)`);
}

/** @param {any} records @param {any} people @param {RecordMaker} maker */
async function pages(records, people, maker) {
  /** @type {Record<string, () => object | Promise<object>>} */
  const kinds = {
    'everything, newest': () => ({}),
    'a day': () => maker.day(),
    'a person': () => ({ actorIds: [maker.person()] }),
    'a person of a name (up to 10)': async () => ({ actorIds: await people.find(maker.namePart(), 10) }),
    'a person, one kind': () => ({ actorIds: [maker.person()], types: [maker.type()] }),
    'the system itself, a rare kind': () => ({ actorIds: ['system'], types: [maker.rareType()] }),
    'a body': () => ({ organisationId: maker.body() }),
    'a body, one kind': () => ({ organisationId: maker.body(), types: [maker.type()] }),
    'a body, five kinds, a month': () => ({ organisationId: maker.body(), types: maker.types(5), ...maker.month() }),
    'a body, a person': () => ({ organisationId: maker.body(), actorIds: [maker.person()] }),
    'the greatest body, a rare kind': () => ({ organisationId: 'agency', types: [maker.rareType()] }),
    'the greatest body, a person': () => ({ organisationId: 'agency', actorIds: [maker.person()] }),
    'a thing': () => ({ thingId: maker.thing() }),
    'a thing, one kind, a month': () => ({ thingId: maker.thing(), types: [maker.type()], ...maker.month() }),
    'one kind, a month': () => ({ types: [maker.type()], ...maker.month() }),
    'ten kinds': () => ({ types: maker.types(10) }),
  };
  for (const [what, filterOf] of Object.entries(kinds)) {
    const times = [];
    for (let query = 0; query < QUERIES; query += 1) {
      const began = performance.now();
      await records.list(await filterOf(), undefined, PAGE);
      times.push(performance.now() - began);
    }
    report(what, times);
  }
}

/** The real way in: links, hashes, batches, one chain after the other. @param {any} records @param {RecordMaker} maker */
async function appends(records, maker) {
  const writer = new ChainWriter(records, { now: () => new Date() });
  const facts = Array.from({ length: APPENDED }, (_, number) => maker.fact(number));
  const began = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
    for (let fact = facts.pop(); fact; fact = facts.pop()) {
      await writer.append(fact);
    }
  }));
  console.log(`\n  taken in by one process, ${IN_FLIGHT} at a time: ${(APPENDED / ((performance.now() - began) / 1000)).toFixed(0)} records/s`);
}

export async function benchAudit() {
  const size = Number(process.env['AUDIT_RECORDS'] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-bench-audit-'));
  const given = process.env['MONGODB_URI'];
  const database = given ? undefined : await startDatabase({ dataFolder: folder, port: 4690, durable: true });
  const connection = await mongoose.createConnection(given ?? database?.uri ?? '', { dbName: `aigaq_bench_audit_${process.pid}` }).asPromise();
  try {
    const model = connection.model(AUDIT_RECORD, auditRecordSchema);
    const peopleModel = connection.model(AUDIT_PERSON, auditPersonSchema);
    await Promise.all([model.init(), peopleModel.init()]);
    const [records, people] = [new RecordsRepository(/** @type {any} */ (model)), new PeopleRepository(/** @type {any} */ (peopleModel))];
    const maker = new RecordMaker(size);
    const everybody = /** @type {any[]} */ (maker.people());
    for (let at = 0; at < everybody.length; at += BATCH) {
      await peopleModel.collection.insertMany(everybody.slice(at, at + BATCH));
    }
    console.log(`\naudit: pages of ${PAGE - 1}`);
    for (const share of SIZES) {
      await fill(model.collection, maker, Math.round(size * share));
      // The database looks at what was loaded a few seconds later; until then its plans are guesses.
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      await pages(records, people, maker);
    }
    await appends(records, maker);
  } finally {
    await connection.dropDatabase();
    await connection.close();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
