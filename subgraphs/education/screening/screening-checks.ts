import { parseIsoDate } from '../../../policies/iso-date.js';
import { isOnTheRoll } from '../../../policies/current-status.js';
import { expectedGrade, type AgePolicy } from '../../../policies/school-age.js';
import type { StudentStatus } from '../status/student-status.entity.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import type { ScreenedMember } from './screened-member.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';
import type { ScreeningProblemKind } from './screening.enums.js';

/** What a check found: about a household, a member of it, a child alone, or about the return as a whole. */
export interface ScreeningFinding {
  readonly kind: ScreeningProblemKind;
  readonly householdId: string | null;
  readonly memberId: string | null;
  readonly studentId: string | null;
  /** How many it concerns; null where it is one. */
  readonly count: number | null;
}

export type MemberRow = Pick<
  ScreenedMember,
  | 'studentId'
  | 'assignmentCode'
  | 'householdId'
  | 'birthDate'
  | 'birthDateInNumber'
  | 'educationLevel'
  | 'schooling'
  | 'schoolCode'
  | 'grade'
> & { readonly id: string | number | bigint };
export type HouseholdRow = Pick<HouseholdScreening, 'assignmentCode' | 'householdId' | 'result'>;
export type StatusRow = Pick<StudentStatus, 'studentId' | 'birthDate' | 'schoolCode' | 'status'>;

const OF_RETURN = { householdId: null, memberId: null, studentId: null, count: null };

/**
 * 不重: nobody in two households, no household in two returns of one campaign.
 * @param campaign every row of the campaign that is about somebody of the return
 * @param canonicalOf one id for all under which a child may stand
 */
export function duplicatesIn(
  { code }: Pick<ScreeningAssignment, 'code'>,
  campaign: { readonly households: readonly HouseholdRow[]; readonly members: readonly MemberRow[] },
  canonicalOf: (studentId: string) => string,
): ScreeningFinding[] {
  const childOf = ({ studentId }: MemberRow) => (studentId == null ? null : canonicalOf(studentId));
  const placesOf = Map.groupBy(campaign.members, childOf);
  const twice = campaign.members.filter((member) => {
    const child = childOf(member);
    return (
      member.assignmentCode === code &&
      child !== null &&
      new Set(placesOf.get(child)?.map((row) => `${row.assignmentCode} ${row.householdId}`)).size > 1
    );
  });
  const returnsOf = Map.groupBy(campaign.households, ({ householdId }) => householdId);
  const reportedTwice = campaign.households.filter(
    ({ assignmentCode, householdId }) =>
      assignmentCode === code &&
      new Set(returnsOf.get(householdId)?.map((row) => row.assignmentCode)).size > 1,
  );
  return [
    ...twice.map((member) => aboutMember('CHILD_IN_TWO_HOUSEHOLDS', member)),
    ...reportedTwice.map(({ householdId }) => ({
      ...OF_RETURN,
      kind: 'HOUSEHOLD_IN_TWO_RETURNS' as const,
      householdId,
    })),
  ];
}

/**
 * 不漏: every listed household visited, every child whom education knows to live here seen, every member checked.
 *
 * What only police know is not education's to miss: the comparison of registers finds it.
 * @param listedIds ids of the school-age children whom education's own registers file under the village
 * @param seenIds ids of all children whom the campaign has seen, wherever
 */
export function gapsIn(
  { householdCount }: Pick<ScreeningAssignment, 'householdCount'>,
  households: readonly HouseholdRow[],
  members: readonly MemberRow[],
  { listedIds, seenIds }: { readonly listedIds: readonly string[]; readonly seenIds: ReadonlySet<string> },
): ScreeningFinding[] {
  const missing = householdCount == null ? 0 : householdCount - households.length;
  return [
    ...(householdCount == null ? [{ ...OF_RETURN, kind: 'HOUSEHOLD_COUNT_UNKNOWN' as const }] : []),
    ...(missing > 0 ? [{ ...OF_RETURN, kind: 'HOUSEHOLDS_NOT_VISITED' as const, count: missing }] : []),
    ...households
      .filter(({ result }) => result === 'NOBODY_AT_HOME')
      .map(({ householdId }) => ({ ...OF_RETURN, kind: 'HOUSEHOLD_TO_VISIT_AGAIN' as const, householdId })),
    ...listedIds
      .filter((id) => !seenIds.has(id))
      .map((studentId) => ({ ...OF_RETURN, kind: 'LISTED_CHILD_NOT_SEEN' as const, studentId })),
    ...members
      .filter(
        ({ educationLevel, studentId, schooling }) =>
          educationLevel == null || (studentId != null && schooling == null),
      )
      .map((member) => aboutMember('MEMBER_NOT_CHECKED', member)),
  ];
}

/** A grade that is further from the cohort's than this is more often a slip than a pupil held back (留级, 跳级). */
const GRADE_TOLERANCE = 2;

export interface CheckContext {
  readonly academicYear: number;
  readonly policy: AgePolicy;
}

/**
 * 不错: nothing that contradicts itself or the student status.
 * @param statuses all records of the member that the caller may see; null where its status is nobody's to see here
 */
export function errorsOf(
  member: MemberRow,
  statuses: readonly StatusRow[] | null,
  context: CheckContext,
): ScreeningFinding[] {
  if (member.studentId == null) return [];
  const kinds: ScreeningProblemKind[] = [...errorsInside(member, context)];
  if (statuses !== null) kinds.push(...errorsAgainst(member, statuses));
  return kinds.map((kind) => aboutMember(kind, member));
}

function errorsInside(
  { birthDate, birthDateInNumber, schooling, schoolCode, grade }: MemberRow,
  { academicYear, policy }: CheckContext,
): ScreeningProblemKind[] {
  const expected = expectedGrade(parseIsoDate(birthDate), academicYear, policy);
  const isOddGrade =
    grade != null &&
    (typeof expected === 'number' ? Math.abs(grade - expected) > GRADE_TOLERANCE : expected === 'PRESCHOOL');
  return [
    ...(birthDateInNumber == null ? (['NUMBER_INVALID'] as const) : []),
    ...(birthDateInNumber != null && birthDateInNumber !== birthDate
      ? (['BIRTH_DATE_CONTRADICTS_NUMBER'] as const)
      : []),
    ...(schooling === 'STUDIES_IN_COUNTY' && schoolCode == null ? (['SCHOOL_MISSING'] as const) : []),
    ...(isOddGrade ? (['GRADE_CONTRADICTS_AGE'] as const) : []),
  ];
}

const NOT_STUDYING: readonly string[] = ['NEVER_ENROLLED', 'DROPPED_OUT'];

function errorsAgainst(
  { birthDate, schooling, schoolCode }: MemberRow,
  statuses: readonly StatusRow[],
): ScreeningProblemKind[] {
  const onRoll = statuses.filter(isOnTheRoll);
  const kinds: ScreeningProblemKind[] = [];
  if (statuses.some((status) => status.birthDate !== birthDate)) kinds.push('BIRTH_DATE_CONTRADICTS_STATUS');
  if (onRoll.length > 0 && NOT_STUDYING.includes(schooling ?? ''))
    kinds.push('NOT_STUDYING_CONTRADICTS_STATUS');
  if (onRoll.length > 0 && schoolCode != null && onRoll.every((status) => status.schoolCode !== schoolCode))
    kinds.push('SCHOOL_CONTRADICTS_STATUS');
  if (onRoll.length === 0 && schooling === 'STUDIES_IN_COUNTY') kinds.push('STUDIES_WITHOUT_STATUS');
  return kinds;
}

function aboutMember(
  kind: ScreeningProblemKind,
  { id, householdId, studentId }: Pick<MemberRow, 'id' | 'householdId' | 'studentId'>,
): ScreeningFinding {
  return { kind, householdId, memberId: String(id), studentId: studentId ?? null, count: null };
}
