import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { currentStatus } from '../../../policies/current-status.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { canReachClass } from '../school/class-reach.js';
import { canReachSchool } from '../school/school-reach.js';
import type { School } from '../school/school.entity.js';
import { ON_CLASS_LIST } from '../status/states-on-class-list.js';

export type Schools = Pick<DataLoader<string, School | null>, 'load'>;

/** A child on the list of a school of the county, under the id of its student status. */
export interface Pupil {
  readonly studentId: string;
  readonly memberIds: readonly string[];
  readonly schoolCode: string;
  readonly classTeacherName: string | null;
}

interface StatusOfPupil extends Pupil {
  readonly classCode: string | null;
  readonly status: string;
  readonly enrolledOn: string;
}

/**
 * The pupil for whom the caller's school, class or office answers. To reach a child is not enough: a school reaches the
 * children of its catchment area too, whoever teaches them.
 *
 * Until the end of the transaction nobody else records anything of the pupil: two clerks at once would both find nothing.
 */
export async function holdOwnPupil(
  { db, caller, students }: LoaderContext,
  schools: Schools,
  id: string,
): Promise<Pupil | undefined> {
  const child = await students.load(id);
  if (!child) return undefined;
  const { memberIds } = child;
  const { rows } = await sql<StatusOfPupil>`
    select student_id as "studentId", status.school_code as "schoolCode", status.class_code as "classCode",
      status.status, status.enrolled_on::text as "enrolledOn", class.class_teacher_name as "classTeacherName"
    from student_status status left join school_class class on class.code = status.class_code
    where student_id = any (${memberIds}::text[]) order by status.id for update of status`.execute(db);
  const record = currentStatus(rows);
  if (!record || !ON_CLASS_LIST.includes(record.status)) return undefined;
  const { studentId, schoolCode, classCode, classTeacherName } = record;
  const school = await schools.load(schoolCode);
  const isOwn =
    classCode === null
      ? school !== null && canReachSchool(caller, school)
      : canReachClass(caller, { code: classCode, schoolCode }, school);
  return isOwn ? { studentId, memberIds, schoolCode, classTeacherName } : undefined;
}
