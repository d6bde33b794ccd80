import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';
import { enrolledPupil, someChildIn } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

interface Answer {
  schooling: {
    studentStatus: {
      register: { state: string; freshness: string; source: string };
      current: Record<string, unknown> | null;
      records: Record<string, unknown>[];
      changes: { kind: string; changedOn: string; toSchool: { code: string } | null }[];
      guardians: { name: string; relation: string; phone: string | null }[];
      listedAs: { name: string } | null;
    };
  };
}

const STATUS = `schooling { studentStatus {
  register { state freshness source }
  current { name status grade maskedResidentIdNumber maskedStudentStatusNumber school { code } schoolClass { code } }
  records { status enrolledOn }
  changes { kind changedOn toSchool { code } }
  guardians { name relation phone }
  listedAs { name }
} }`;

async function statusOf(studentId: string) {
  const { data, errors } = await agency.askForStudents<Answer>(bureauOfficer, [studentId], STATUS);
  expect(errors).toEqual([]);
  const status = data._entities[0]?.schooling.studentStatus;
  if (!status) throw new Error('The child was not answered.');
  return status;
}

describe('student status', () => {
  test('of a pupil is found, with school, class and masked numbers', async () => {
    const pupil = await enrolledPupil(agency);
    const { register, current, listedAs } = await statusOf(pupil.studentId);
    expect(register).toMatchObject({ state: 'FOUND', freshness: 'CURRENT' });
    expect(register.source).toContain('student-status system');
    expect(current).toMatchObject({
      name: pupil.name,
      status: 'ENROLLED',
      grade: pupil.grade,
      school: { code: pupil.schoolCode },
      schoolClass: { code: pupil.classCode },
    });
    expect(current?.['maskedResidentIdNumber']).toMatch(/^99\d\d\*{12}\d[\dX]$/);
    expect(current?.['maskedStudentStatusNumber']).not.toMatch(/\d{6}/);
    expect(listedAs).toBeNull();
  });

  test('takes the record on the roll for the current one, and shows both of two', async () => {
    const { studentId } = await enrolledPupil(agency);
    await agency.rows(
      `insert into student_status (student_id, source_key, name, sex, birth_date, student_status_number_sealed,
         masked_student_status_number, status, school_code, grade, admission_mode, attendance_mode,
         school_left_behind_type, is_accompanying_migrant_child, learns_in_regular_class, needs_aid, enrolled_on,
         id_verification, residence_division_code)
       select student_id, source_key || '-left', name, sex, birth_date, student_status_number_sealed,
         masked_student_status_number, 'TRANSFERRED_OUT', school_code, grade, admission_mode, attendance_mode,
         school_left_behind_type, is_accompanying_migrant_child, learns_in_regular_class, needs_aid, '2026-10-01',
         id_verification, residence_division_code
       from student_status where student_id = ?`,
      studentId,
    );
    const { current, records } = await statusOf(studentId);
    expect(current).toMatchObject({ status: 'ENROLLED' });
    expect(records).toMatchObject([
      { status: 'TRANSFERRED_OUT', enrolledOn: '2026-10-01' },
      { status: 'ENROLLED' },
    ]);
  });

  test('tells its changes, newest first, from the admission on', async () => {
    const { changes } = await statusOf((await enrolledPupil(agency)).studentId);
    expect(changes.at(-1)).toMatchObject({ kind: 'ADMITTED' });
    const dates = changes.map(({ changedOn }) => changedOn);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('names the guardians and opens their sealed telephone', async () => {
    const studentId = await someChildIn(
      agency,
      '(select * from school_guardian where phone_sealed is not null) as g',
    );
    const { guardians } = await statusOf(studentId);
    expect(guardians.map(({ phone }) => phone)).toContainEqual(expect.stringMatching(/^1\d{10}$/));
    const [row] = await agency.rows<{ phone_sealed: string }>(
      'select phone_sealed from school_guardian where student_id = ? and phone_sealed is not null',
      studentId,
    );
    expect(row?.phone_sealed).not.toMatch(/1\d{10}/);
  });

  test('of a child that only another list names is NO_RECORD, with the name on that list', async () => {
    const studentId = await someChildIn(agency, 'listed_child');
    const { register, current, records, listedAs } = await statusOf(studentId);
    expect(register.state).toBe('NO_RECORD');
    expect(current).toBeNull();
    expect(records).toEqual([]);
    expect(listedAs).toEqual({ name: expect.any(String) });
  });

  test('that no register covers says nothing of the child', async () => {
    const studentId = await someChildIn(agency, 'listed_child');
    await agency.rows("update register set division = '652301' where code = 'STUDENT_STATUS'");
    expect((await statusOf(studentId)).register.state).toBe('OUT_OF_COVERAGE');
    await agency.rows("update register set division = '520625' where code = 'STUDENT_STATUS'");
  });

  test('that was never loaded says so', async () => {
    const studentId = await someChildIn(agency, 'listed_child');
    const [register] = await agency.rows<Record<string, unknown>>(
      "delete from register where code = 'STUDENT_STATUS' returning code, version, covers, division, stale_after_days",
    );
    expect(register).toBeDefined();
    expect((await statusOf(studentId)).register).toEqual({
      state: 'NOT_LOADED',
      freshness: 'STALE',
      source: '',
    });
  });
});
