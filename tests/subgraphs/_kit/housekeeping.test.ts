import { openSideConnection } from '../../../subgraphs/_kit/side-connection.js';
import { startHousekeeping } from '../../../subgraphs/_kit/housekeeping.js';
import { createLogger } from '../../../subgraphs/_kit/log.js';
import { agencyDatabaseNames } from '../../../postgres/agency-databases.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { databaseOf } from '../../support/agency-owner.js';
import { TEST_NOW } from '../../support/test-settings.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

const daysAgo = (days: number) => `'${new Date(TEST_NOW.getTime() - days * 86_400_000).toISOString()}'`;

test('rows that have done their work are cleared by the serving role, and no others', async () => {
  await agency.rows(`insert into command (actor, idempotency_key, digest, issued_at) values
    ('a', 'outdated', 'd', ${daysAgo(31)}), ('a', 'of-late', 'd', ${daysAgo(29)})`);
  await agency.rows(`insert into daily_usage (kind, actor, day, used) values
    ('LOOKUP', 'a', ${daysAgo(91)}::date, 1), ('LOOKUP', 'b', ${daysAgo(89)}::date, 1)`);
  await agency.rows(`insert into delivered_child (actor, day, child_digest) values
    ('a', ${daysAgo(2)}::date, 'x'), ('b', ${daysAgo(1)}::date, 'x'), ('c', ${daysAgo(0)}::date, 'x')`);
  await agency.rows(`insert into roster_pin (run, pinned_at, registers, rows, places, feed_version) values
    ('forgotten', ${daysAgo(8)}, '[]', 1, '{}', 0), ('under-way', ${daysAgo(6)}, '[]', 1, '{}', 0)`);
  await agency.rows(`insert into roster_row (run, canonical_id, student_id, line) values
    ('forgotten', 'a', 'a', '{}'), ('under-way', 'a', 'a', '{}')`);
  await agency.rows(`insert into change_feed (feed, version, cleared_version) values ('REGISTERS', 9, 0)`);
  await agency.rows(`insert into change (version, seq, register, register_version, student_id, kind, at) values
    (7, 1, 'INSPECTIONS', 2, 'a', 'ADDED', ${daysAgo(32)}), (8, 1, 'INSPECTIONS', 3, 'a', 'ADDED', ${daysAgo(31)}),
    (9, 1, 'INSPECTIONS', 4, 'a', 'ADDED', ${daysAgo(29)})`);
  await agency.rows(`insert into import_rejected_part (import_id, part, list, rows, kept_until, sealed) values
    (gen_random_uuid(), 0, 'outdated', 1, ${daysAgo(1)}, ''), (gen_random_uuid(), 0, 'kept', 1, ${daysAgo(-1)}, '')`);
  const apart = openSideConnection(databaseOf(agency, agencyDatabaseNames('labour').serving));
  const housekeeping = startHousekeeping({
    apart,
    now: () => TEST_NOW,
    log: createLogger('silent', 'labour'),
  });
  await housekeeping.tidy();
  await housekeeping.close();
  await apart.destroy();
  expect(await agency.rows('select idempotency_key as key from command')).toEqual([{ key: 'of-late' }]);
  expect(await agency.rows('select actor from daily_usage')).toEqual([{ actor: 'b' }]);
  expect(await agency.rows('select actor from delivered_child order by 1')).toEqual([
    { actor: 'b' },
    { actor: 'c' },
  ]);
  expect(await agency.rows('select list from import_rejected_part')).toEqual([{ list: 'kept' }]);
  expect(await agency.rows('select run from roster_pin')).toEqual([{ run: 'under-way' }]);
  expect(await agency.rows('select run from roster_row')).toEqual([{ run: 'under-way' }]);
  expect(await agency.rows('select version::int as version from change')).toEqual([{ version: 9 }]);
  expect(await agency.rows('select cleared_version::int as cleared from change_feed')).toEqual([
    { cleared: 8 },
  ]);
});
