import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const toModule = { ...swc, swcrc: false, sourceMaps: 'inline', module: { type: 'es6' } };

/** One configuration for all tests; which of them run is said by the paths given (deploy/test/run.mjs). */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/jest.setup.js'],
  testMatch: ['<rootDir>/{libs,services,deploy,data}/**/*.spec.{ts,tsx}', '<rootDir>/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.tsx?$': ['@swc/jest', toModule] },
};
