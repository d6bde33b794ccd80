import { callerAs } from '../support/callers.js';
import { enrolledPupils } from '../subgraphs/education/pupils.js';
import type { SchoolYear } from './school-year.js';

const police = callerAs('police-officer');

/** A pupil of whom no office but police and school has heard, with what stands in the family's household booklet. */
export interface UnaidedPupil {
  readonly studentId: string;
  readonly schoolCode: string;
  readonly village: string;
  /** By whom an office names the child in its lists. */
  readonly person: {
    readonly residentIdNumber: string;
    readonly name: string;
    readonly sex: string;
    readonly birthDate: string;
  };
}
type Attendance = 'BOARDING' | 'DAY';

/** @param wanted how each of them attends school */
export async function unaidedPupils(
  year: SchoolYear,
  ...wanted: readonly Attendance[]
): Promise<UnaidedPupil[]> {
  const heardOf = new Set(
    (
      await Promise.all(
        [
          ['poverty', 'poverty_household_member'],
          ['civil-affairs', 'child_file'],
          ['disability', 'registered_child'],
          ['education', 'aid_award'],
        ].map(([agency = '', table]) =>
          year.agency(agency).rows<{ id: string }>(`select student_id as id from ${table}`),
        ),
      )
    ).flatMap((rows) => rows.map(({ id }) => id)),
  );
  const attending = new Map(
    (
      await year.agency('education').rows<{ id: string; mode: Attendance }>(
        `select student_id as id, attendance_mode as mode from student_status where not needs_aid and grade between 1 and 9
           and student_id in (select student_id from student_scope where kind = 'REGISTERED' and code like '520625%')`,
      )
    ).map(({ id, mode }) => [id, mode]),
  );
  const free = (await enrolledPupils(year.agency('education'), 200)).filter(
    ({ studentId }) => !heardOf.has(studentId) && attending.has(studentId),
  );
  const found: UnaidedPupil[] = [];
  for (const mode of wanted) {
    const index = free.findIndex(({ studentId }) => attending.get(studentId) === mode);
    const [pupil] = index < 0 ? [] : free.splice(index, 1);
    if (!pupil) throw new Error(`The county has too few pupils who attend by ${mode} and have no aid.`);
    found.push(await withBooklet(year, pupil));
  }
  return found;
}

interface Shown {
  readonly student: {
    readonly registerEntry: {
      readonly name: string;
      readonly sex: string;
      readonly birthDate: string;
      readonly residentIdNumber: string;
      readonly residenceDivision: { readonly code: string };
    };
  };
}
async function withBooklet(
  year: SchoolYear,
  { studentId, schoolCode }: Pick<UnaidedPupil, 'studentId' | 'schoolCode'>,
): Promise<UnaidedPupil> {
  const { student } = await year.query<Shown>(
    police,
    `query ($id: ID!) { student(id: $id) { registerEntry {
      name sex birthDate residentIdNumber(reason: "核对户口簿") residenceDivision { code } } } }`,
    { id: studentId },
  );
  const { residenceDivision, ...person } = student.registerEntry;
  return { studentId, schoolCode, village: residenceDivision.code, person };
}
