// `npm run bench [-- embedded|cluster|reading|fuzz|radar|register|scale|audit] [--scans folder]`: embedded and cluster start a shape on empty data and print what a
// person waits for, and the memory; the others measure one part.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../local/cluster.mjs';
import { startEmbedded } from '../local/embedded.mjs';
import { build, root } from '../local/session.mjs';
import { setUp, step } from '../local/steps.mjs';
import { Aigaq } from './aigaq.mjs';
import { benchFuzz } from './fuzz/fuzz.mjs';
import { memoryOf } from './memory.mjs';
import { percentile } from './percentile.mjs';
import { benchReading } from './reading.mjs';

const BASE_PORT = 4600;
const DISTRICT = 'akimat-kostanay-auliekol';
const ROUNDS = 5;

/** @type {Record<string, (dataFolder: string) => Promise<any>>} */
const SHAPES = {
  embedded: (dataFolder) => startEmbedded({ dataFolder, port: BASE_PORT, log: () => undefined }),
  cluster: (dataFolder) => startCluster({ dataFolder, basePort: BASE_PORT, log: () => undefined }),
};

/** What is measured without a shape. @type {Record<string, () => Promise<void>>} */
const PARTS = {
  fuzz: benchFuzz,
  reading: benchReading,
  radar: async () => (await import('./radar.mjs')).benchRadar(),
  register: async () => (await import('./register.mjs')).benchRegister(),
  scale: async () => (await import('./scale/scale.mjs')).benchScale(),
  audit: async () => (await import('./audit.mjs')).benchAudit(),
};

/** @param {string} what @param {number[]} times */
function report(what, times) {
  console.log(`  ${what.padEnd(44)} p50 ${percentile(times, 0.5).toFixed(0)} ms   p95 ${percentile(times, 0.95).toFixed(0)} ms   n ${times.length}`);
}

/** @param {Aigaq} aigaq @param {string} scans */
async function verdicts(aigaq, scans) {
  const assignment = await aigaq.openAssignment('executor');
  const times = [];
  for (const file of (await readdir(scans)).filter((name) => name.endsWith('.pdf')).sort()) {
    const began = performance.now();
    const evidenceId = await aigaq.upload('executor', join(scans, file), assignment);
    await aigaq.verdict('executor', evidenceId);
    times.push(performance.now() - began);
  }
  report('upload to verdict', times);
}

/** @param {Aigaq} aigaq @param {string} scan */
async function acceptances(aigaq, scan) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const assignment = await aigaq.openAssignment('executor');
    const evidenceId = await aigaq.upload('executor', scan, assignment);
    await aigaq.verdict('executor', evidenceId);
    await aigaq.handIn(assignment, evidenceId);
    const before = (await aigaq.get('analyst', '/api/reports/overview/agency')).whole.accepted;
    const began = performance.now();
    await aigaq.post('curator', `/api/tasks/assignments/${assignment}/accept`);
    await aigaq.until(async () => (await aigaq.get('analyst', '/api/reports/overview/agency')).whole.accepted > before);
    times.push(performance.now() - began);
  }
  report('acceptance to overview of the country', times);
}

/** @param {string} name @param {string} scans */
async function measure(name, scans) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'aigaq-bench-'));
  const began = performance.now();
  const shape = await step(`${name}: starting on empty data`, () => SHAPES[name]?.(dataFolder));
  console.log(`\n${name}\n  ${'start on empty data'.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  try {
    const aigaq = new Aigaq(shape);
    const rollout = await aigaq.rollOut();
    console.log(`  ${`rollout of ${rollout.stored} assignments`.padEnd(44)} ${(rollout.milliseconds / 1000).toFixed(1)} s`);
    await aigaq.settle(DISTRICT);
    await verdicts(aigaq, scans);
    await acceptances(aigaq, join(root, 'data/scans/t01.pdf'));
    for (const [process, megabytes] of Object.entries(await memoryOf(shape.processes))) {
      console.log(`  ${`memory of ${process}`.padEnd(44)} ${megabytes.toFixed(0)} MB`);
    }
  } finally {
    await shape.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

await setUp(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { scans: { type: 'string', default: join(root, 'data/scans') } } });
  await build();
  for (const name of positionals.length > 0 ? positionals : Object.keys(SHAPES)) {
    await (PARTS[name]?.() ?? measure(name, values.scans));
  }
});
