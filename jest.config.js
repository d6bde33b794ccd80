/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.hub'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  globalSetup: '<rootDir>/tests/support/jest-global-setup.js',
  globalTeardown: '<rootDir>/tests/support/jest-global-teardown.js',
  reporters: ['default', '<rootDir>/tests/support/summary-reporter.js'],
  // Two files at a time on two cores: what has to happen within seconds gets some more of them.
  globals: { patience: 4 },
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of a test file are never given back; a worker that has gathered so many of them is replaced by another.
  workerIdleMemoryLimit: '1500MB',
};
