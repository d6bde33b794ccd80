import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';
import { addOtherId } from './other-id.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

interface Counts {
  readonly code: string;
  readonly roster: number;
  readonly present: number;
  readonly absent: number;
  readonly extra: number;
  readonly uncalled: number;
}
async function countsOf(classCode?: string): Promise<Counts[]> {
  const { data, errors } = await agency.ask<{
    rollCallTasks: {
      nodes: {
        calledOn: string | null;
        rosterCount: number;
        presentCount: number;
        absentCount: number;
        extraCount: number;
        uncalledCount: number;
        schoolClass: { code: string };
      }[];
    };
  }>(
    bureauOfficer,
    `{ rollCallTasks(first: 100, filter: { month: "2026-09" }) { nodes { calledOn rosterCount presentCount absentCount extraCount
       uncalledCount schoolClass { code } } } }`,
  );
  expect(errors).toEqual([]);
  return data.rollCallTasks.nodes
    .filter(
      ({ calledOn, schoolClass }) => calledOn !== null && (!classCode || schoolClass.code === classCode),
    )
    .map((task) => ({
      code: task.schoolClass.code,
      roster: task.rosterCount,
      present: task.presentCount,
      absent: task.absentCount,
      extra: task.extraCount,
      uncalled: task.uncalledCount,
    }));
}

test('in every class that was called, the roster is present and absent, and of the roll who was named nowhere', async () => {
  const all = await countsOf();
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ roster, present, absent }) => roster !== present + absent)).toEqual([]);
  const named = await agency.rows<{ code: string; uncalled: number }>(
    `select class_code as code, count(*)::int as uncalled from student_status
     where status in ('ENROLLED', 'RETURNED') and enrolled_on <= '2026-09-11' and student_id not in (
       select student_id from roll_call_finding where called_on between '2026-09-01' and '2027-02-28' and finding in ('PRESENT', 'ABSENT'))
     group by 1`,
  );
  const expected = new Map(named.map(({ code, uncalled }) => [code, uncalled]));
  expect(all.map(({ code, uncalled }) => [code, uncalled])).toEqual(
    all.map(({ code }) => [code, expected.get(code) ?? 0]),
  );
  expect(all.some(({ uncalled }) => uncalled > 0)).toBe(true);
});

test('a pupil who comes after the call changes nothing of it, and one who was overlooked is told of', async () => {
  const called = (await countsOf()).find(({ present, uncalled }) => present > 2 && uncalled === 0);
  const [newcomer] = await agency.rows<{ id: string; enrolledOn: string }>(
    `select student_id as id, enrolled_on::text as "enrolledOn" from student_status where class_code = ? order by 1 limit 1`,
    called?.code,
  );
  await agency.rows(
    `delete from roll_call_finding where class_code = ? and student_id = ?`,
    called?.code,
    newcomer?.id,
  );
  const [overlooked] = await countsOf(called?.code);
  expect(overlooked).toMatchObject({ uncalled: 1, roster: (called?.roster ?? 0) - 1 });
  const enrolOn = (day: string) =>
    agency.rows('update student_status set enrolled_on = ?::date where student_id = ?', day, newcomer?.id);
  await enrolOn('2026-10-08');
  const [joined] = await countsOf(called?.code);
  expect(joined).toEqual({ ...overlooked, uncalled: 0 });
  await enrolOn(newcomer?.enrolledOn ?? '');
  // Called under another id that the child has, it was called.
  await addOtherId(agency, newcomer?.id ?? '', 'b'.repeat(26));
  await agency.rows(
    `insert into roll_call_finding (student_id, school_code, class_code, called_on, finding)
     select ?, school_code, class_code, '2026-09-11', 'ABSENT' from student_status where student_id = ?`,
    'b'.repeat(26),
    newcomer?.id,
  );
  expect((await countsOf(called?.code))[0]).toMatchObject({ uncalled: 0, roster: called?.roster });
});
