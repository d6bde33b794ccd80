import config from './jest.config.js';

/** The long proofs: the same harness, other files, one at a time. */
export default {
  ...config,
  testMatch: ['<rootDir>/tests/**/*.proof.ts'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
