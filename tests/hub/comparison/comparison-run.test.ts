import { compareCounty } from '../../../bench/matching/compare-county.js';
import { generatedCounty } from '../../../bench/matching/generated-county.js';
import { registerKeys } from '../../../cli/processes/agency-keys.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { createStudentIdentifier } from '../../../subgraphs/_kit/identity/student-id.js';
import type { TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { TEST_NOW, testSettings } from '../../support/test-settings.js';
import { within } from '../../support/within.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
}, PATIENCE_MS);
afterAll(() => hub.close());

interface Entry {
  readonly studentId: string;
  readonly standing: string;
}
interface Found {
  readonly key: string;
  readonly state: string;
  readonly firstSeenRun: string;
  readonly lastSeenRun: string;
}

const coordination = () => hub.of('coordination');
/** Without what names the run, and the sealed number. */
const entries = async () =>
  (
    await coordination().rows<Entry>(
      `select student_id as "studentId", (to_jsonb(entry)
         - 'resident_id_number_sealed' - 'set_by_run')::text as standing from school_age_entry entry
       order by student_id`,
    )
  ).map(({ studentId, standing }) => `${studentId} ${standing}`);
const aidMatches = () =>
  coordination().rows<object>(
    'select to_jsonb(found) - \'id\' as "match" from aid_match found order by student_id, programme',
  );
const discrepancies = () =>
  coordination().rows<Found>(
    'select key, state, first_seen_run as "firstSeenRun", last_seen_run as "lastSeenRun" from discrepancy order by key',
  );

test(
  'a run finds the same as the first one did, when nothing was known of where children belong',
  async () => {
    const [first] = await coordination().rows<{ digest: string; requestedBy: string }>(
      'select digest, requested_by as "requestedBy" from comparison_run',
    );
    expect(first?.requestedBy).toBe('operator');
    const before = await entries();
    const run = await hub.compare();
    expect({ state: run.state, problems: run.problems, digest: run.digest }).toEqual({
      state: 'COMPLETED',
      problems: [],
      digest: first?.digest,
    });
    expect(run.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await entries()).toEqual(before);
    expect((await coordination().rows('select from student_link')).length).toBeGreaterThan(10);
    expect((await discrepancies()).length).toBeGreaterThan(20);
  },
  PATIENCE_MS,
);

test(
  'a register that was thrown away is made anew, and loaded from then on',
  async () => {
    const before = await entries();
    const matched = await aidMatches();
    expect(matched.length).toBeGreaterThan(100);
    for (const table of ['school_age_entry', 'student_link', 'risk_factor', 'risk_assessment', 'aid_match'])
      await hub.change('coordination', `delete from ${table}`);
    await hub.change(
      'coordination',
      "delete from register where code in ('SCHOOL_AGE_REGISTER', 'RISK', 'AID_MATCHING')",
    );
    await hub.compare();
    expect(await entries()).toEqual(before);
    expect(await aidMatches()).toEqual(matched);
    const loaded = await coordination().rows(
      "select code, version, division, stale_after_days > 0 as \"isKept\" from register where code in ('SCHOOL_AGE_REGISTER', 'RISK', 'AID_MATCHING') order by 1",
    );
    expect(loaded).toEqual(
      ['AID_MATCHING', 'RISK', 'SCHOOL_AGE_REGISTER'].map((code) => ({
        code,
        version: 1,
        division: '520625',
        isKept: true,
      })),
    );
  },
  PATIENCE_MS,
);
test('the schools that owe duties, and what they state of their pupils, are those of the last run', async () => {
  const sitesOf = (agency: Pick<TestAgency, 'rows'>, table: string) =>
    agency.rows<object>(`select code, name, division_code from ${table} order by code`);
  const taken = await sitesOf(coordination(), 'school_site');
  expect(taken.length).toBeGreaterThan(0);
  expect(taken).toEqual(await sitesOf(hub.of('education'), 'school'));
  for (const [table, year] of [
    ['retention_cohort', 'intake_year'],
    ['pupil_turnover', 'academic_year'],
  ] as const) {
    const statedAt = ({ rows }: Pick<TestAgency, 'rows'>) =>
      rows<{ row: Record<string, unknown> }>(
        `select to_jsonb(${table}) - 'division_code' as row from ${table} order by school_code, stage, ${year}`,
      );
    const stated = await statedAt(coordination());
    expect(stated.length).toBeGreaterThan(0);
    expect(stated).toEqual(await statedAt(hub.of('education')));
  }
});

test('what is published after a run is kept as the figures of its month, in place of an earlier run’s', async () => {
  const [last] = await coordination().rows<{ runId: string }>(
    `select run_id as "runId" from comparison_run where state = 'COMPLETED' order by finished_at desc limit 1`,
  );
  const kept = await within(
    PATIENCE_MS / 2,
    () =>
      coordination().rows<{ runId: string }>('select distinct month, run_id as "runId" from indicator_month'),
    ([month]) => month?.runId === last?.runId,
  );
  expect(kept).toEqual([{ month: TEST_NOW.toISOString().slice(0, 7), runId: last?.runId }]);
});

test('the nightly run is on the calendar of the queue', async () => {
  const known = await coordination().rows<{ identifier: string }>(
    'select identifier from graphile_worker._private_known_crontabs order by identifier',
  );
  expect(known).toContainEqual({ identifier: 'comparison:request' });
});

test('what the proof of matching measures in memory is what a run finds', async () => {
  const settings = testSettings();
  const { county, children, seed } = settings;
  const measured = compareCounty(
    generatedCounty(
      { county, children, seed, asOf: parseIsoDate(TEST_NOW.toISOString().slice(0, 10)) },
      { identifier: createStudentIdentifier(registerKeys(settings).digest) },
    ),
  );
  const keysOf = measured.found.flatMap((child) => child.discrepancies.map(({ key }) => key));
  expect((await discrepancies()).map(({ key }) => key).toSorted()).toEqual(keysOf.toSorted());
  const links = await coordination().rows<{ link: string }>(
    `select member_id || ' ' || tier as link from student_link order by 1`,
  );
  const automatic = measured.links.filter(({ isAutomatic }) => isAutomatic);
  expect(links.map(({ link }) => link)).toEqual(
    automatic.map(({ memberId, tier }) => `${memberId} ${tier}`).toSorted(),
  );
});

test(
  'again over the same registers it has the same digest, and reports nothing twice',
  async () => {
    const before = await discrepancies();
    const [{ lastSeenRun: first = '' } = { lastSeenRun: '' }] = before;
    const again = await hub.compare();
    expect(again.digest).toBe((await hub.runOf(first)).digest);
    const after = await discrepancies();
    expect(after).toEqual(before.map((found) => ({ ...found, lastSeenRun: again.runId })));
  },
  PATIENCE_MS,
);

test(
  'a child whose birth date one register has changed is found by the next run, and is gone when it is put right',
  async () => {
    const [pupil] = await hub.of('education').rows<{ id: string; name: string }>(
      `select status.student_id as id, status.name from student_status status
       where status.status = 'ENROLLED' and status.id_verification = 'VERIFIED' order by student_id limit 1`,
    );
    const { id = '', name = '' } = pupil ?? {};
    const about = async () =>
      (await discrepancies()).filter(({ key, state }) => state === 'OPEN' && key.includes(id));
    const before = await about();
    const runs = (await coordination().rows('select 1 from comparison_run')).length;

    await hub.change('education', 'update student_status set name = $2 where student_id = $1', [
      id,
      `${name}氏`,
    ]);
    await hub.compare();
    const found = await about();
    expect(found.map(({ key }) => key)).toEqual([
      `NAME_MISMATCH:${id}:education`,
      ...before.map(({ key }) => key),
    ]);

    await hub.change('education', 'update student_status set name = $2 where student_id = $1', [id, name]);
    await hub.compare();
    expect((await about()).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(await discrepancies()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: `NAME_MISMATCH:${id}:education`, state: 'GONE' }),
      ]),
    );
    expect((await coordination().rows('select 1 from comparison_run')).length).toBe(runs + 2);
  },
  PATIENCE_MS,
);

test(
  'every agency hears where a child belongs that the run has joined, and knows it by either number',
  async () => {
    const [link] = await coordination().rows<{ memberId: string; canonicalId: string }>(
      'select member_id as "memberId", canonical_id as "canonicalId" from student_link where tier = ? order by 1 limit 1',
      'GUARDIAN',
    );
    const { memberId = '', canonicalId = '' } = link ?? {};
    const asked = () =>
      hub.of('education').askForStudents<{
        id: string;
      }>(callerAs('coordination-officer'), [memberId], 'id schooling { studentStatus { register { state } } }');
    const { data } = await within(
      20_000,
      asked,
      ({
        data: {
          _entities: [child],
        },
      }) => child?.id === canonicalId,
    );
    expect(data._entities).toEqual([
      { id: canonicalId, schooling: { studentStatus: { register: { state: 'FOUND' } } } },
    ]);
  },
  PATIENCE_MS,
);

test(
  'registers that are not loaded or too old are named, and nothing is compared',
  async () => {
    const before = await entries();
    await hub.change('poverty', "update register set as_of = '2020-01-01' where code = 'HOUSEHOLDS'");
    await hub.change('disability', "delete from register where code = 'CERTIFICATES'");
    const run = await hub.compare();
    expect({ state: run.state, problems: run.problems }).toEqual({
      state: 'REFUSED',
      problems: [
        { code: 'NOT_LOADED', agency: 'disability', register: 'CERTIFICATES' },
        { code: 'STALE', agency: 'poverty', register: 'HOUSEHOLDS' },
      ],
    });
    expect(await entries()).toEqual(before);
  },
  PATIENCE_MS,
);

test(
  'an agency that does not answer is named, and nothing is compared',
  async () => {
    await hub.of('labour').close();
    const run = await hub.compare();
    expect(run.state).toBe('REFUSED');
    expect(run.problems).toContainEqual({ code: 'AGENCY_UNAVAILABLE', agency: 'labour', register: null });
  },
  PATIENCE_MS,
);
