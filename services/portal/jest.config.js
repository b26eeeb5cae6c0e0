import root from '../../jest.config.js';

// The portal's tests alone: `jest -c services/portal/jest.config.js`. JSX is the only thing that differs from the root's configuration.
const [swc, options] = Object.values(root.transform).at(-1);
const kept = { ...options, jsc: { ...options.jsc, experimental: { keepImportAttributes: true } } };
const jsx = {
  ...kept,
  jsc: {
    ...kept.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' }, useDefineForClassFields: true },
  },
};

export default {
  ...root,
  setupFiles: ['<rootDir>/services/portal/jest.setup.js'],
  testMatch: ['<rootDir>/services/portal/src/**/*.spec.{ts,tsx}'],
  transform: { '^.+\\.tsx$': [swc, jsx], '^.+\\.ts$': [swc, kept] },
};
