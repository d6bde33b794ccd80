import type { TestAgency } from '../support/agency.js';

/** Who should have which subsidy, from the agencies' own tables by plain SQL: nothing of the hub's rules is used. */
export interface ExpectedSubsidy {
  readonly studentId: string;
  readonly programme: 'BOARDING_SUBSIDY' | 'DAY_PUPIL_SUBSIDY';
  readonly isEligible: boolean;
  readonly isAided: boolean;
  /** Agencies that show hardship or a disability. */
  readonly shownBy: readonly string[];
}

interface Pupil {
  readonly studentId: string;
  readonly attendance: string;
  readonly isNoted: boolean;
}

/** Pupils with one student status, on the roll: of those with two, one record is an error that a run has to find. */
const PUPILS = `
  select student_id as "studentId", max(attendance_mode) as attendance, bool_or(needs_aid) as "isNoted"
  from student_status where student_id is not null
  group by student_id
  having count(*) = 1 and bool_and(status in ('ENROLLED', 'RETURNED', 'SUSPENDED')) and bool_and(grade between 1 and 9)
  order by student_id`;

export async function expectedSubsidies(
  of: (agency: string) => TestAgency,
  academicYear: number,
  today: string,
): Promise<ExpectedSubsidy[]> {
  const pupils = await of('education').rows<Pupil>(PUPILS);
  const idsOf = async (agency: string, statement: string, ...values: unknown[]) =>
    new Set((await of(agency).rows<{ id: string }>(statement, ...values)).map(({ id }) => id));
  const welfare = (table: string) =>
    idsOf(
      'civil-affairs',
      `select student_id as id from ${table} where started_on <= ?::date and (ended_on is null or ended_on >= ?::date)`,
      today,
      today,
    );
  const [registered, monitored] = await Promise.all(
    ["kind <> 'NOT_REGISTERED_POOR'", 'monitored_state is not null'].map((condition) =>
      idsOf(
        'poverty',
        `select member.student_id as id from poverty_household_member member
         join poverty_household household on household.code = member.household_code
         where member.student_id is not null and household.${condition}`,
      ),
    ),
  );
  const [allowance, extreme, disabled, awarded] = await Promise.all([
    welfare('subsistence_allowance'),
    welfare('extreme_poverty_support'),
    idsOf('disability', 'select student_id as id from disability_certificate where student_id is not null'),
    idsOf(
      'education',
      `select student_id || ' ' || programme as id from aid_award where academic_year = ?`,
      academicYear,
    ),
  ]);
  return pupils.flatMap(({ studentId, attendance, isNoted }) => {
    const isPoor = registered?.has(studentId) === true;
    const isHard =
      isPoor ||
      monitored?.has(studentId) === true ||
      allowance.has(studentId) ||
      extreme.has(studentId) ||
      isNoted;
    const isInAGroup =
      isPoor ||
      allowance.has(studentId) ||
      extreme.has(studentId) ||
      (disabled.has(studentId) && isHard && !isPoor);
    const shownBy = [
      ...(isPoor ? ['poverty'] : []),
      ...(allowance.has(studentId) || extreme.has(studentId) ? ['civil-affairs'] : []),
      ...(disabled.has(studentId) && isHard && !isPoor ? ['disability'] : []),
    ];
    return (['BOARDING_SUBSIDY', 'DAY_PUPIL_SUBSIDY'] as const).map((programme) => ({
      studentId,
      programme,
      isEligible: isInAGroup && attendance === (programme === 'BOARDING_SUBSIDY' ? 'BOARDING' : 'DAY'),
      isAided: awarded.has(`${studentId} ${programme}`),
      shownBy,
    }));
  });
}
