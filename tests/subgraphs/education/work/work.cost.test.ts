import type { TestCaller } from '../../../support/callers.js';
import { countStatements } from '../../../support/count-statements.js';
import { bureauOfficer } from '../education-callers.js';
import { enrolledPupils, missesSchoolOn } from '../pupils.js';
import { AWAY, startWork, type WorkTest } from './work-harness.js';

/** Four kinds of duties in four; the others, the registers among them, in one. */
const MOST_STATEMENTS = 6;

let started: WorkTest;
beforeAll(async () => {
  started = await startWork();
  const { agency, pupil, stranger } = started;
  await agency.rows('delete from roll_call_finding where class_code = ?', stranger.classCode);
  await agency.rows("update school set division_code = '640381100001' where code = ?", pupil.schoolCode);
  await agency.rows(
    "update screening_assignment set answered_by = 'SCHOOL', school_code = ?, household_count = null",
    pupil.schoolCode,
  );
  await agency.rows(
    `insert into dropout_report (student_id, school_code, recipient, left_on, reported_on)
     values (?, ?, 'EDUCATION_BUREAU', '2026-11-09', '2026-11-16')`,
    stranger.studentId,
    stranger.schoolCode,
  );
  await agency.rows(
    `insert into status_change (student_id, source_key, kind, changed_on, from_school_code, to_school_code)
     values (?, 'work-cost', 'TRANSFERRED_OUT', '2026-11-09', ?, ?)`,
    pupil.studentId,
    pupil.schoolCode,
    stranger.schoolCode,
  );
  await agency.rows(
    `insert into education_placement (student_id, mode, school_code, decided_on)
     values (?, 'HOME_TEACHING', ?, '2026-10-08')`,
    pupil.studentId,
    pupil.schoolCode,
  );
});
afterAll(() => started.agency.close());

/** Somebody who has work of every kind, as no officer has. */
const everywhere = (): TestCaller => ({
  ...bureauOfficer,
  jurisdiction: [
    { kind: 'DIVISION', code: '520625' },
    { kind: 'SCHOOL', code: started.pupil.schoolCode },
    { kind: 'CLASS', code: started.stranger.classCode },
  ],
});
const costOf = (items: number) => countStatements(() => started.work(everywhere(), items));

test('all kinds together cost at most 6 statements, and no more for more of them', async () => {
  const before = await started.work(everywhere());
  for (const { kind, open } of before.values()) expect([kind, open]).not.toEqual([kind, 0]);
  const cost = await costOf(1);
  expect(cost).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(await costOf(50)).toBe(cost);
  const { agency, pupil, stranger } = started;
  for (const child of await enrolledPupils(agency, 15, pupil.schoolCode))
    await missesSchoolOn(agency, child, ...AWAY);
  await agency.rows('delete from roll_call_finding where school_code = ?', pupil.schoolCode);
  await agency.rows(
    `insert into status_change (student_id, source_key, kind, changed_on, from_school_code, to_school_code)
     select student_id, 'work-cost-' || student_id, 'TRANSFERRED_OUT', '2026-11-09', ?, ? from student_status
     where school_code = ?`,
    pupil.schoolCode,
    stranger.schoolCode,
    pupil.schoolCode,
  );
  const after = await started.work(everywhere());
  for (const kind of ['CONTACT_GUARDIAN', 'REPORT_DROPOUT', 'CALL_ROLL', 'COMPLETE_TRANSFER'])
    expect(after.get(kind)?.open).toBeGreaterThan((before.get(kind)?.open ?? 0) + 1);
  expect(await costOf(50)).toBe(cost);
});
