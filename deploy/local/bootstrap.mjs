// Prepares the machine and the clone; `npm start` and `npm test` run it first. Usage: node deploy/local/bootstrap.mjs start|reading|test
// Runs on the machine's own Node and must be readable by an old one, hence the imports after the check.

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer (Debian 13: apt-get install nodejs npm) and try again.`);
  process.exit(1);
}

const { SetupError, setUp } = await import('./steps.mjs');
const { installPackages } = await import('./packages.mjs');

/** Everything that can be brought. The database is not, where one is named. @type {Record<string, () => Promise<{ install(): Promise<unknown> }>>} */
const PARTS = {
  database: () => import('./database/install.mjs'),
  tessdata: () => import('./tessdata.mjs'),
  tesseract: () => import('./tesseract.mjs'),
  chromium: () => import('./chromium.mjs'),
  nginx: () => import('./nginx.mjs'),
  kafka: () => import('./kafka.mjs'),
  keycloak: () => import('./keycloak.mjs'),
  s3: () => import('./s3.mjs'),
  clamd: () => import('./clamd.mjs'),
  fonts: () => import('./fonts.mjs'),
};
/** @type {Record<string, readonly string[]>} */
const PROFILES = {
  start: ['database', 'tessdata', 'tesseract'],
  reading: ['tessdata', 'tesseract'],
  cluster: ['database', 'tessdata', 'tesseract', 'nginx', 'kafka', 'keycloak', 's3'],
  test: ['database', 'tessdata', 'tesseract', 'chromium', 'nginx', 'kafka', 'keycloak', 's3', 'clamd', 'fonts'],
};

await setUp(async () => {
  const profile = PROFILES[process.argv[2] ?? ''];
  if (!profile) {
    throw new SetupError(`Usage: node deploy/local/bootstrap.mjs ${Object.keys(PROFILES).join('|')}`);
  }
  const parts = profile.filter((name) => name !== 'database' || !process.env.MONGODB_URI);
  const began = Date.now();
  // Downloads wait for the network and builds for the processor: side by side they take hardly longer than the longest.
  await Promise.all([installPackages(), ...parts.map(async (name) => (await PARTS[name]?.())?.install())]);
  console.log(`Everything needed is there (${((Date.now() - began) / 1000).toFixed(1)} s).`);
});
