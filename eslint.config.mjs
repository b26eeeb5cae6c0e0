import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Who may import whom (docs/architecture.md). Each row is seen to fail in boundaries.spec.ts.
const DRIVERS = {
  mongoose: /^(mongoose|mongodb|@nestjs\/mongoose)$/,
  kafkajs: /^kafkajs$/,
  minio: /^minio$/,
  'keycloak-connect': /^(keycloak-connect|oidc-provider)(\/|$)/,
  nodemailer: /^nodemailer$/,
  pdfium: /^(@hyzyla\/pdfium|zxing-wasm|sharp)(\/|$)/,
};
const PURE_LIBS = ['kernel', 'contracts', 'api', 'calendar', 'names', 'evidence-rule', 'reference', 'fingerprints', 'signatures'];

const forbid = (regex, message) => ({ regex: regex.source, message });
const NO_NEIGHBOUR_FILES = forbid(/(^|\/)\.\.\/(.*\/)?(services|libs)\//, 'Import a package by its name, never its files.');
const NO_SERVICE = forbid(/^@aigaq\/.*-service(\/|$)/, 'A service never imports another: listen to its events and keep a copy.');
const NO_NEST = forbid(/^@nestjs\//, 'This file holds rules; Nest belongs to services, controllers, consumers and modules.');
const NO_NETWORK = forbid(/^(node:)?(https?|http2|net|tls|dns|dgram)$/, 'A verdict on a signature needs no network: ask through RevocationSource.');
const NO_LIBS = forbid(
  new RegExp(`^@aigaq/(?!(${PURE_LIBS.join('|')})$)`),
  'Rules know the kernel, the contracts and pure libraries only.',
);
const driver = (name) => forbid(DRIVERS[name], `${name} is imported only behind its door.`);
const driversExcept = (...names) => Object.keys(DRIVERS).filter((name) => !names.includes(name)).map(driver);

const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const SIZES = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
  'max-params': ['error', 5],
};
const SPECS = ['**/*.spec.{ts,tsx}', '**/test/**'];

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/gen/**', '.nx/**', '.data/**', '.artefacts/**', 'coverage/**'] },
  js.configs.recommended,
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.recommendedTypeChecked] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', URLSearchParams: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', Buffer: 'readonly', AbortSignal: 'readonly', AbortController: 'readonly', performance: 'readonly', FormData: 'readonly', Blob: 'readonly', TextDecoder: 'readonly', crypto: 'readonly' } },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  // Runs inside the database's own shell.
  { files: ['deploy/mongo/*.js'], languageOptions: { globals: { db: 'readonly', rs: 'readonly', sleep: 'readonly' } } },
  {
    files: ['{services,libs}/*/src/**/*.{ts,tsx}'],
    ignores: SPECS,
    rules: {
      ...SIZES,
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Configuration is read once, in config.ts.' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  { files: ['services/*/src/{config,main,worker,verify,reconcile}.ts', 'libs/service/src/**/*.ts', '**/src/{check-scans,dead}.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['services/portal/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: SPECS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  // Libraries.
  restrict(['libs/kernel/src/**'], [forbid(/^[^.]/, 'The kernel imports nothing.')], SPECS),
  restrict(['libs/contracts/src/**'], [forbid(/^(?!\.|@bufbuild\/)/, 'Contracts import the proto runtime only.')], SPECS),
  restrict(['libs/*/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept()], [
    ...SPECS,
    'libs/{kernel,contracts,events,storage,identity,identity-provider,mail,documents,service,directory,testing}/**',
  ]),
  restrict(['libs/{service,directory,testing}/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept('mongoose')], SPECS),
  restrict(['libs/events/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept('kafkajs')], SPECS),
  restrict(['libs/storage/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept('minio')], SPECS),
  restrict(['libs/{identity,identity-provider}/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept('keycloak-connect')], SPECS),
  restrict(['libs/mail/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept('nodemailer')], SPECS),
  restrict(['libs/documents/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, NO_NEST, ...driversExcept('pdfium')], SPECS),
  restrict(['libs/signatures/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, NO_NEST, NO_NETWORK, ...driversExcept()], SPECS),

  // Services: by the role that the suffix tells; a file without suffix holds rules.
  restrict(
    ['services/*/src/**/*.{service,controller,consumer,dto}.ts'],
    [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept()],
    ['services/platform/**'],
  ),
  restrict(
    ['services/*/src/**/*.{repository,schema,module}.ts', 'services/*/src/{main,worker,verify,reconcile}.ts'],
    [NO_NEIGHBOUR_FILES, NO_SERVICE, ...driversExcept('mongoose')],
    ['services/platform/**'],
  ),
  restrict(
    ['services/*/src/**/*.ts'],
    [NO_NEIGHBOUR_FILES, NO_SERVICE, NO_NEST, NO_LIBS, ...driversExcept()],
    [
      ...SPECS,
      'services/*/src/**/*.{service,controller,consumer,dto,repository,schema,module}.ts',
      'services/*/src/{main,worker,verify,reconcile,config}.ts',
      'services/{platform,portal}/**',
    ],
  ),
  restrict(['services/platform/src/**'], [NO_NEIGHBOUR_FILES, ...driversExcept()], SPECS),
  restrict(['services/portal/src/**'], [NO_NEIGHBOUR_FILES, NO_SERVICE, NO_NEST, ...driversExcept()], SPECS),
);
