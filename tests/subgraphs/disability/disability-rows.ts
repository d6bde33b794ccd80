import type { TestAgency } from '../../support/agency.js';

/** Ids of children registered in the county, each the only id of its child, in order of bytes. */
export async function childrenOfTheCounty(agency: TestAgency, count: number): Promise<string[]> {
  const rows = await agency.rows<{ student_id: string }>(
    `select distinct student_id from student_scope
     where canonical_id = student_id and kind = 'REGISTERED' and code like '520625%'
       and student_id not in (select student_id from registered_child)
       and student_id not in (select canonical_id from student_scope where canonical_id <> student_id)
     order by student_id limit ?`,
    count,
  );
  if (rows.length < count)
    throw new Error(`The county has ${rows.length} such children, ${count} are needed.`);
  return rows.map(({ student_id }) => student_id);
}

export interface CertificateRow {
  readonly category: string;
  readonly components?: readonly string[];
  readonly grade: string;
  readonly village?: string;
}

/** Puts a child on the register with a certificate. */
export async function addHolder(
  agency: TestAgency,
  studentId: string,
  { category, components = [category], grade, village = '520625001001' }: CertificateRow,
): Promise<void> {
  await addRegisteredChild(agency, studentId, village);
  await agency.rows(
    `insert into disability_certificate (student_id, source_key, category, components, grade, reissue_suffix, issued_on, expires_on, residence_division_code)
     values (?, 'TEST-' || ?::text, ?, string_to_array(?, ','), ?, '', '2021-03-01', '2031-02-28', ?)`,
    studentId,
    studentId,
    category,
    components.join(','),
    grade,
    village,
  );
}

export async function addRegisteredChild(
  agency: TestAgency,
  studentId: string,
  village: string,
): Promise<void> {
  await agency.rows(
    `insert into registered_child (student_id, source_key, name, sex, birth_date, residence_division_code)
     values (?, 'TEST-' || ?::text, '王五', 'FEMALE', '2016-05-04', ?) on conflict do nothing`,
    studentId,
    studentId,
    village,
  );
}

export async function addRecommendation(
  agency: TestAgency,
  studentId: string,
  mode: string,
  recommendedOn: string,
  village = '520625001001',
): Promise<void> {
  await addRegisteredChild(agency, studentId, village);
  await agency.rows(
    `insert into placement_recommendation (student_id, source_key, mode, recommended_on, residence_division_code)
     values (?, 'TEST-' || ?::text, ?, ?::date, ?)`,
    studentId,
    studentId,
    mode,
    recommendedOn,
    village,
  );
}

export async function addVisits(agency: TestAgency, studentId: string, ...days: string[]): Promise<void> {
  await addRegisteredChild(agency, studentId, '520625001001');
  for (const day of days) {
    await agency.rows(
      `insert into home_medical_visit (student_id, source_key, visited_on, institution, residence_division_code)
       values (?, 'TEST-' || ?::text, ?::date, '乡镇卫生院', '520625001001')`,
      studentId,
      studentId,
      day,
    );
  }
}
