// `npm test`: everything. `node deploy/test/run.mjs <part> [address]` runs one part. The last line counts; exit code 1 on any failure.
import { endAll } from './command.mjs';
import * as parts from './parts.mjs';
import { check, lines, sum, summary } from './results.mjs';

/** In this order; the first tell soonest what is wrong. */
const WHOLE = ['lint', 'types', 'contracts', 'unit', 'component', 'build', 'characters', 'embedded', 'cluster', 'browser'];
/** What a part needs before it when it runs alone. @type {Record<string, string[]>} */
const BEFORE = { story: ['build'], characters: ['build'], embedded: ['build'], cluster: ['build'], browser: ['build'] };

/** @param {string} name @param {string} [argument] */
async function runPart(name, argument) {
  const began = Date.now();
  process.stdout.write(`  … ${name.padEnd(10)}`);
  const work = /** @type {Record<string, (argument?: string) => Promise<import('./results.mjs').Result>>} */ (parts)[name];
  const result = await work?.(argument).catch((error) => check(name, false, () => String(error?.stack ?? error))) ?? check(name, false, () => 'no such part');
  const time = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  process.stdout.write(`\r  ${result.failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${time.padStart(8)}   ${summary(result)}\n`);
  return result;
}

/** @param {string[]} args */
async function main([only, argument]) {
  if (only !== undefined && !(only in parts)) {
    console.error(`Usage: node deploy/test/run.mjs [${Object.keys(parts).join('|')}] [address of a running Aigaq, for story]`);
    return 1;
  }
  const began = Date.now();
  const names = only === undefined ? WHOLE : [...(argument ? [] : (BEFORE[only] ?? [])), only];
  const results = [];
  for (const name of names) {
    results.push(await runPart(name, name === only ? argument : undefined));
  }
  const whole = sum(results);
  console.log(`\n  ${((Date.now() - began) / 60_000).toFixed(1)} minutes; logs and screenshots are in .artefacts`);
  if (whole.failures.length > 0) {
    console.log(`\n${whole.failures.map(lines).join('\n')}\n`);
  }
  console.log(summary(whole));
  return whole.failed === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    endAll();
    process.exitCode = 1;
  });
}
process.exit(await main(process.argv.slice(2)));
