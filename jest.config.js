import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const toModule = {
  ...swc,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: { ...swc.jsc, experimental: { keepImportAttributes: true } },
};
const jsx = {
  ...toModule,
  jsc: {
    ...toModule.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' }, useDefineForClassFields: true },
  },
};

const everywhere = {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  testEnvironment: 'node',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.tsx$': ['@swc/jest', jsx], '^.+\\.ts$': ['@swc/jest', toModule] },
};

/** One configuration for all tests; which of them run is said by the paths given (deploy/test/run.mjs). */
export default {
  // Generous: it is there to end what hangs. How fast things are is measured in deploy/bench, not by tests.
  testTimeout: 60_000,
  projects: [
    {
      ...everywhere,
      displayName: 'node',
      setupFiles: ['<rootDir>/jest.setup.js'],
      testMatch: ['<rootDir>/{libs,deploy,data}/**/*.spec.ts', '<rootDir>/services/!(portal)/**/*.spec.ts', '<rootDir>/*.spec.ts'],
    },
    {
      ...everywhere,
      displayName: 'portal',
      setupFiles: ['<rootDir>/services/portal/jest.setup.js'],
      testMatch: ['<rootDir>/services/portal/src/**/*.spec.{ts,tsx}'],
    },
  ],
};
