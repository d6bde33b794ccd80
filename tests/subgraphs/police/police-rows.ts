import type { TestAgency } from '../../support/agency.js';

export interface RegisteredChild {
  readonly studentId: string;
  readonly householdId: string;
  readonly name: string;
  readonly registeredDivisionCode: string;
}

/** Children with one standing registration, on the page of a household of the county, in order of their rows. */
export async function registeredChildren(agency: TestAgency, count: number): Promise<RegisteredChild[]> {
  const children = await agency.rows<RegisteredChild>(
    `select student_id as "studentId", household_id as "householdId", name,
       registered_division_code as "registeredDivisionCode"
     from resident
     where cancelled_on is null and resident_id_number_sealed is not null
       and household_id in (select household_id from household)
       and student_id in (select student_id from resident group by student_id having count(*) = 1)
       and student_id in (select student_id from household_member)
       and student_id in (select student_id from student_scope where canonical_id = student_id and kind = 'REGISTERED' and code like '520625%')
     order by id limit ?`,
    count,
  );
  if (children.length < count)
    throw new Error(`The county has ${children.length} such children, ${count} are needed.`);
  return children;
}

export async function registeredChild(agency: TestAgency): Promise<RegisteredChild> {
  const [child] = await registeredChildren(agency, 1);
  if (!child) throw new Error('The county has no registered child.');
  return child;
}

/** Id of a child with a row in the table that the officers of the county reach. */
export async function childIn(agency: TestAgency, table: string): Promise<string> {
  const [row] = await agency.rows<{ student_id: string }>(
    `select student_id from ${table}
     where student_id in (select student_id from student_scope where kind in ('RESIDENCE', 'REGISTERED') and code like '520625%')
     order by id limit 1`,
  );
  if (!row) throw new Error(`The county has no row in ${table}.`);
  return row.student_id;
}

/** A determination on a child, requested on a day and, once made, with its result. */
export async function addDetermination(
  agency: TestAgency,
  studentId: string,
  requestedOn: string,
  made?: { readonly determinedOn: string; readonly result: string },
): Promise<void> {
  await agency.rows(
    `insert into missing_person_determination (student_id, name, residence_division_code, requested_on, determined_on, result)
     values (?, '张三', '520625001001', ?::date, ?::date, ?)`,
    studentId,
    requestedOn,
    made?.determinedOn ?? null,
    made?.result ?? null,
  );
}

/** Permits of a child, one for each last day, all in one village. */
export async function addPermits(
  agency: TestAgency,
  studentId: string,
  village: string,
  ...lastDays: string[]
): Promise<void> {
  for (const lastDay of lastDays) {
    await agency.rows(
      `insert into residence_permit (student_id, holder_name, permit_number_sealed, masked_permit_number, ground, issued_on, expires_on, address_division_code)
       values (?, '李四', 'v1.sealed', 'JZ00****00', 'STUDY', ?::date - 365, ?::date, ?)`,
      studentId,
      lastDay,
      lastDay,
      village,
    );
  }
}

/** A move out of the county that still lasts. */
export async function addMove(agency: TestAgency, studentId: string, village: string): Promise<void> {
  await agency.rows(
    `insert into floating_population_record (student_id, source_key, name, sex, birth_date, direction, other_county_code,
       other_place_name, local_division_code, reason, started_on)
     values (?, 'TEST-' || ?::text, '赵六', 'MALE', '2015-01-02', 'OUT', '330106', '杭州市', ?, 'PARENTS_WORK', '2026-02-20')`,
    studentId,
    studentId,
    village,
  );
}
