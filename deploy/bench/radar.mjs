// `npm run bench -- radar`: precision and recall of the radar, and its time.
import { compareFingerprints, FingerprintIndex, packFingerprint, soughtKeys, storedKeys, unpackFingerprint } from '@aigaq/fingerprints';
import { join } from 'node:path';
import { root } from '../local/session.mjs';
import { randomOf } from '../scans/random.mjs';
import { percentile } from './percentile.mjs';
import { crowd } from './radar/crowd.mjs';
import { Files } from './radar/files.mjs';
import { originals, twin, WAYS } from './radar/papers.mjs';
import { Recognition } from './radar/recognition.mjs';

/** @typedef {import('./radar/papers.mjs').Paper} Paper */
/** @typedef {import('../scans/random.mjs').Random} Random */

/** As the service asks (services/evidence, radar-index). */
const CANDIDATES = { picture: 60, text: 100 };
const QUERIES = 200;

/** The two indexes as the service holds them. */
class Radar {
  picture = new FingerprintIndex();
  text = new FingerprintIndex();

  /** @param {import('@aigaq/fingerprints').Keys} keys */
  add(keys) {
    this.picture.add(keys.picture);
    return this.text.add(keys.text);
  }

  /** @param {import('@aigaq/fingerprints').Keys} keys @returns {number[]} */
  candidates(keys) {
    const found = [...this.picture.candidates(keys.picture, CANDIDATES.picture), ...this.text.candidates(keys.text, CANDIDATES.text)];
    return [...new Set(found.map(({ ordinal }) => ordinal))];
  }
}

/** @param {Paper[]} papers those that come later are sought among those before */
export function search(papers) {
  const radar = new Radar();
  const files = new Map();
  return papers.map(({ fingerprint }, place) => {
    const same = files.get(fingerprint.sha256);
    const candidates = new Set([...(same === undefined ? [] : [same]), ...radar.candidates(soughtKeys(fingerprint))]);
    const found = [...candidates].flatMap((other) => {
      const likeness = compareFingerprints(fingerprint, /** @type {Paper} */ (papers[other]).fingerprint);
      return likeness ? [{ other, likeness }] : [];
    });
    files.set(fingerprint.sha256, same ?? place);
    radar.add(storedKeys(fingerprint));
    return { candidates, found };
  });
}

/** @param {Paper[]} papers @param {ReturnType<typeof search>} results */
export function quality(papers, results) {
  const pairs = results.flatMap(({ found }, place) => found.map(({ other, likeness }) => ({ place, other, likeness })));
  const isRight = (/** @type {{ place: number, other: number }} */ { place, other }) => papers[place]?.twinOf === other;
  const wrong = pairs.filter((pair) => !isRight(pair));
  const right = pairs.filter(isRight);
  const twins = papers.filter(({ twinOf }) => twinOf !== undefined);
  console.log(`  precision ${share(right.length, pairs.length)}   recall ${share(right.length, twins.length)}   (${right.length} of ${twins.length} twins, ${wrong.length} false among ${pairs.length} pairs)`);
  const hit = new Set(right.map(({ place }) => place));
  bySource(papers, hit);
  for (const way of WAYS) {
    const places = papers.flatMap((paper, place) => (paper.way === way ? [place] : []));
    const found = places.flatMap((place) => results[place]?.found.filter(({ other }) => isRight({ place, other })) ?? []);
    const sought = places.filter((place) => results[place]?.candidates.has(papers[place]?.twinOf ?? -1));
    const kinds = Object.entries(Object.groupBy(found, ({ likeness }) => likeness.kind)).map(([kind, each]) => `${kind} ${each?.length}`);
    console.log(`    ${way.padEnd(10)} recall ${share(found.length, places.length)}   in the index's answer ${share(sought.length, places.length)}   ${kinds.join(', ')}`);
  }
  for (const { place, other, likeness } of wrong.slice(0, 10)) {
    console.log(`    false: ${place} like ${other}, ${likeness.kind} ${likeness.strength} ${likeness.differs.join(' ')}`);
  }
}

/** How many twins of each source are found, and of those on which anything was read both times. @param {Paper[]} papers @param {Set<number>} hit places of the twins that were found */
function bySource(papers, hit) {
  for (const source of /** @type {const} */ (['read', 'imitated'])) {
    const places = papers.flatMap((paper, place) => (paper.twinOf !== undefined && paper.source === source ? [place] : []));
    const readable = places.filter((place) => papers[place]?.isRead && papers[papers[place]?.twinOf ?? -1]?.isRead);
    const recall = (/** @type {number[]} */ some) => `${share(some.filter((place) => hit.has(place)).length, some.length)} of ${some.length}`;
    console.log(`    ${(source === 'read' ? 'really read' : 'reading imitated').padEnd(17)} recall ${recall(places)} twins, ${recall(readable)} on which anything was read both times`);
  }
}

/** @param {Paper[]} papers @param {number} stored @param {import('../scans/random.mjs').Random} random */
export function speed(papers, stored, random) {
  const packed = papers.map(({ fingerprint }) => packFingerprint(fingerprint));
  const radar = new Radar();
  const began = performance.now();
  for (const keys of crowd(papers.map(({ fingerprint }) => storedKeys(fingerprint)), stored, random)) radar.add(keys);
  console.log(`  ${stored} stored: built in ${((performance.now() - began) / 1000).toFixed(0)} s, ${((radar.picture.bytes + radar.text.bytes) / 1e6).toFixed(0)} MB of index, resident ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  const times = Array.from({ length: QUERIES }, () => {
    const fingerprint = unpackFingerprint(/** @type {Uint8Array} */ (random.pick(packed)));
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const candidates = radar.candidates(soughtKeys(fingerprint));
    for (const other of candidates) compareFingerprints(fingerprint, unpackFingerprint(/** @type {Uint8Array} */ (packed[other % packed.length])));
    const { user, system } = process.cpuUsage(cpu);
    return { elapsed: performance.now() - start, processor: (user + system) / 1e3 };
  });
  for (const clock of /** @type {const} */ (['elapsed', 'processor'])) {
    const all = times.map((time) => time[clock]);
    console.log(`  one paper against ${stored}, ${clock.padEnd(9)} p50 ${percentile(all, 0.5).toFixed(0)} ms   p95 ${percentile(all, 0.95).toFixed(0)} ms   (search, and comparison of up to ${CANDIDATES.picture + CANDIDATES.text} candidates)`);
  }
}

/** Originals first, then twins of some of them, one way after the other. @param {Random} random @param {number} count @param {number} twins @param {Files} files */
async function* made(random, count, twins, files) {
  const every = Math.floor((count - twins) / twins);
  const sources = /** @type {Paper['source'][]} */ ([]);
  for await (const original of originals(random, count - twins, every, files)) {
    sources.push(original.source);
    yield original;
  }
  for (let again = 0; again < twins; again += 1) {
    const [place, way] = [again * every, /** @type {import('./radar/papers.mjs').Way} */ (WAYS[again % WAYS.length])];
    yield twin(random, place, { way, source: sources[place] ?? 'imitated', files });
  }
}

/** @param {number} part @param {number} whole */
const share = (part, whole) => (whole === 0 ? '-' : (part / whole).toFixed(3));

/** @param {Paper[]} papers @param {Recognition['counts']} read */
function sources(papers, read) {
  const of = (/** @type {Paper['source']} */ source) => papers.filter((paper) => paper.source === source);
  const [scans, imitated] = [of('read'), of('imitated')];
  const unread = (/** @type {Paper[]} */ some) => some.filter(({ isRead }) => !isRead).length;
  console.log(`  ${scans.length} scans really read (a sixth of the twins, the papers that they are twins of, neighbours of these; ${read.now} now, ${read.before} kept from an earlier run; nothing read on ${unread(scans)})`);
  console.log(`  ${imitated.length} scans whose reading is imitated, not done (nothing read on ${unread(imitated)}); ${of('digital').length} files with a text layer, nothing to read`);
}

/** The set is the same for the same seed: the rules were tuned on others. */
export async function benchRadar({ count = 5_000, twins = 300, stored = 1_000_000, seed = 'unseen' } = {}) {
  const random = randomOf(seed);
  const cpu = process.cpuUsage();
  const recognition = new Recognition(join(root, '.data/bench/radar'));
  const papers = /** @type {Paper[]} */ ([]);
  for await (const paper of made(random, count, twins, new Files(recognition))) papers.push(paper);
  await recognition.close();
  const bytes = papers.reduce((sum, { fingerprint }) => sum + packFingerprint(fingerprint).length, 0) / papers.length;
  const { user, system } = process.cpuUsage(cpu);
  console.log(`\nradar, seed «${seed}»\n  ${papers.length} papers made in ${((user + system) / 1e6).toFixed(0)} s of processor time; a fingerprint has ${bytes.toFixed(0)} bytes`);
  sources(papers, recognition.counts);
  quality(papers, search(papers));
  speed(papers, stored, random.fork('crowd'));
}
