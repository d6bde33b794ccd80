import config from './jest.config.js';

/** The long proofs, and once more what has to happen within seconds, now exactly: the same harness, one file at a time. */
export default {
  ...config,
  testMatch: [
    '<rootDir>/tests/**/*.proof.ts',
    '<rootDir>/tests/hub/publication.test.ts',
    '<rootDir>/tests/hub/revocation.test.ts',
  ],
  globals: { patience: 1 },
  testTimeout: 600_000,
  maxWorkers: 1,
};
