import type { TestAgency } from '../../support/agency.js';

export interface Pupil {
  readonly studentId: string;
  readonly name: string;
  readonly schoolCode: string;
  readonly classCode: string;
  readonly grade: number;
}

/** Children on the roll of a class, each with one status record and one id, in order of their rows. */
export async function enrolledPupils(
  agency: TestAgency,
  count: number,
  schoolCode?: string,
): Promise<Pupil[]> {
  const pupils = await agency.rows<Pupil>(
    `select student_id as "studentId", name, school_code as "schoolCode", class_code as "classCode", grade
     from student_status
     where status = 'ENROLLED' and class_code is not null and (?::text is null or school_code = ?)
       and student_id in (select student_id from student_status group by student_id having count(*) = 1)
       and student_id in (select student_id from student_scope where kind = 'CLASS' and canonical_id = student_id)
       and student_id in (select student_id from student_scope where kind = 'RESIDENCE' and code like '520625%')
     order by id limit ?`,
    schoolCode ?? null,
    schoolCode ?? null,
    count,
  );
  if (pupils.length < count)
    throw new Error(`The county has ${pupils.length} such pupils, ${count} are needed.`);
  return pupils;
}

export async function enrolledPupil(agency: TestAgency): Promise<Pupil> {
  const [pupil] = await enrolledPupils(agency, 1);
  if (!pupil) throw new Error('The county has no pupil.');
  return pupil;
}

/** Leaves the child with these unexcused whole days as its only absences. */
export async function missesSchoolOn(agency: TestAgency, pupil: Pupil, ...days: string[]): Promise<void> {
  await agency.rows('delete from absence where student_id = ?', pupil.studentId);
  for (const day of days) {
    await agency.rows(
      `insert into absence (student_id, date, session, state, reason, school_code, class_code)
       values (?, ?::date, 'WHOLE_DAY', 'UNEXCUSED', 'UNKNOWN', ?, ?)`,
      pupil.studentId,
      day,
      pupil.schoolCode,
      pupil.classCode,
    );
  }
}

/** A child that the register holds and the officers of the county reach. */
export async function someChildIn(agency: TestAgency, table: string): Promise<string> {
  const [row] = await agency.rows<{ student_id: string }>(
    `select student_id from ${table}
     where student_id in (select student_id from student_scope where kind in ('RESIDENCE', 'REGISTERED') and code like '520625%')
     order by id limit 1`,
  );
  if (!row) throw new Error(`The county has no row in ${table}.`);
  return row.student_id;
}
