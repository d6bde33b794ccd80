import { spawnSync } from 'node:child_process';
import { projectFolder } from './support/hub-process.js';

const PATH = '/usr/local/bin:/usr/bin:/bin';

/** The variables stand above those of an operator's own .env, also when they are empty. */
function readByCompose(variables: Readonly<Record<string, string>>) {
  const { status, error, stdout, stderr } = spawnSync('docker-compose', ['config'], {
    cwd: projectFolder,
    env: { PATH, ...variables },
    encoding: 'utf8',
  });
  if (error) throw new Error('docker-compose is not installed; .ci/run installs it.', { cause: error });
  return { status, stdout, stderr };
}

const operator = {
  OIDC_ISSUER: 'https://login.example.gov.cn',
  OIDC_AUDIENCE: 'student-support-hub',
  OIDC_JWKS_URL: 'https://login.example.gov.cn/jwks.json',
  OIDC_TOKEN_URL: 'https://login.example.gov.cn/token',
  OIDC_CLIENT_ID: 'student-support-hub-service',
};

test('docker-compose accepts the file when the identity provider is named', () => {
  const { status, stdout, stderr } = readByCompose(operator);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('OIDC_ISSUER: https://login.example.gov.cn');
});

test.each(Object.keys(operator))('docker-compose says what to do when %s is missing', (name) => {
  const { status, stderr } = readByCompose({ ...operator, [name]: '' });
  expect(status).not.toBe(0);
  expect(stderr).toContain('set it in .env');
});
