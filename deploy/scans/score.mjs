// node deploy/scans/score.mjs <truth.json> <predictions.json> [--list]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measured } from './measures.mjs';

const { values, positionals: [truth, predictions] } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean', default: false } } });
if (!truth || !predictions) {
  process.stderr.write('node deploy/scans/score.mjs <truth.json> <predictions.json> [--list]\n');
  process.exit(2);
}
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
const { lines, mistakes } = measured(read(truth), read(predictions));
for (const { name, hit, all, want } of lines) {
  const share = all > 0 ? `${((100 * hit) / all).toFixed(1)} %` : '-';
  process.stdout.write(`${name.padEnd(38)}${`${hit}/${all}`.padEnd(12)}${share.padEnd(10)}${want}\n`);
}
if (values.list) for (const [name, papers] of mistakes) process.stdout.write(`\n${name}\n  ${papers.join('\n  ')}\n`);
