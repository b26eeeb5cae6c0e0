// `npm run check-scans -- --inputs <inputs.json> --out <predictions.json>`: builds what changed and checks a folder of papers without the platform.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from './session.mjs';
import { setUp } from './steps.mjs';

await setUp(build);
const program = join(root, 'libs/documents/dist/check-scans.js');
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = await new Promise((resolve) => {
  child.once('exit', (code) => resolve(code ?? 1));
});
