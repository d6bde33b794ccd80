import { sql } from 'kysely';
import { advanceAsService, changeOf } from '../../../../subgraphs/_kit/changes/advance-register.js';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { TEST_NOW } from '../../../support/test-settings.js';
import { untilItWaits } from '../../../support/until-it-waits.js';
import { startReporting, type ReportingTest } from './reporting-harness.js';

let started: ReportingTest;
beforeAll(async () => {
  started = await startReporting();
});
afterAll(() => started.close());

test('a mark that changes the student status, and a report at the same moment, do not wait for each other', async () => {
  const { agency, pupil, command, status } = started;
  const apart = openSideConnection(agency.databaseUrl);
  let marking: Promise<string[]> | undefined;
  try {
    await serviceTransaction(apart, async (db) => {
      // As far as a report goes before it goes to the feed.
      await sql`select from register where code = 'DROPOUT_REPORTING' for update`.execute(db);
      const { studentId } = pupil;
      marking = command('recordStatusMark', { studentId, mark: 'DROPPED_OUT', markedOn: '2026-11-20' });
      await untilItWaits(agency, marking);
      await advanceAsService({ db, now: TEST_NOW }, 'DROPOUT_REPORTING', changeOf(studentId));
    });
  } finally {
    await apart.destroy();
  }
  expect(await marking).toEqual([]);
  expect(await status()).toBe('DROPPED_OUT');
});
