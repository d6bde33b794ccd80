import { spawnSync } from 'node:child_process';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { accessRecord, AUDITED, startTestLog, type TestLog } from '../support/audit-log.js';
import { testServer } from '../support/test-server.js';
import { chinese, english } from './readme-commands.js';

let audit: TestLog;
beforeAll(async () => {
  audit = await startTestLog();
  for (let entry = 0; entry < 3; entry += 1) await audit.log.append(accessRecord(['a'.repeat(26)]));
  await audit.finish();
});
afterAll(() => audit?.close());

/** What a README tells a security officer to try with psql, in order. */
const linesOf = (text: string) => [...text.matchAll(/`(psql [^`]+)`/g)].map(([, line]) => line ?? '');
const [asServing = '', asOwner = ''] = linesOf(english);

/** Runs a line as a person would, with the addresses of the agency's database in the environment. */
function run(line: string) {
  const database = new URL(audit.servingUrl).pathname.slice(1);
  const { status, error, stdout, stderr } = spawnSync('sh', ['-c', line], {
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LABOUR_DATABASE_URL: audit.servingUrl,
      LABOUR_OWNER_DATABASE_URL: testServer().urlFor(database, agencyDatabaseNames(AUDITED).owner),
    },
    encoding: 'utf8',
  });
  if (error) throw new Error('There is no shell to run the line in.', { cause: error });
  return { status, stdout, stderr };
}

test('both READMEs give the same two lines', () => {
  expect(linesOf(english)).toHaveLength(2);
  expect(linesOf(chinese)).toEqual(linesOf(english));
});

test('the serving role may not read what it wrote', () => {
  const { status, stderr } = run(asServing);
  expect(stderr).toContain('permission denied for table access_log');
  expect(status).not.toBe(0);
});

test('an entry that its owner changed is found', async () => {
  expect((await audit.verify()).findings).toEqual([]);
  expect(run(asOwner)).toEqual({ status: 0, stdout: 'UPDATE 1\n', stderr: '' });
  expect((await audit.verify()).findings).toMatchObject([{ kind: 'EDITED', seq: 1 }]);
});
