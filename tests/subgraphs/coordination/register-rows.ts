import type { TestAgency } from '../../support/agency.js';

export interface ListedChild {
  readonly studentId: string;
  readonly name: string;
  readonly registeredDivisionCode: string;
  readonly schoolCode: string;
  readonly classCode: string;
  readonly sealed: string;
}

/** Pupils of the county with a registration, a school, a class and a number, in the order of their ids. */
export async function listedPupils(agency: TestAgency, count: number): Promise<ListedChild[]> {
  const rows = await agency.rows<ListedChild>(
    `select student_id as "studentId", name, registered_division_code as "registeredDivisionCode",
       school_code as "schoolCode", class_code as "classCode", resident_id_number_sealed as sealed
     from school_age_entry
     where registered_division_code like '520625%' and class_code is not null and resident_id_number_sealed is not null
     order by student_id limit ?`,
    count,
  );
  if (rows.length < count) throw new Error(`The county has ${rows.length} such pupils, ${count} are needed.`);
  return rows;
}

export async function listedPupil(agency: TestAgency): Promise<ListedChild> {
  const [child] = await listedPupils(agency, 1);
  if (!child) throw new Error('The county has no such pupil.');
  return child;
}

export interface CaseRow {
  readonly studentId: string;
  readonly caseNumber: string;
}

/** A case with everything that belongs to one, opened on a day, its child found to live in a village. */
export async function addCase(
  agency: TestAgency,
  studentId: string,
  row: {
    readonly number: string;
    readonly openedOn: string;
    readonly reason?: string;
    readonly state?: string;
  },
): Promise<CaseRow> {
  const { number, openedOn, reason = 'AVERSION_TO_STUDY', state = 'PERSUADING' } = row;
  await agency.rows(
    `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, school_code, basis, reported_on)
     values (?, ?, ?, ?, ?::date, '520625101000', '2152000001', 'LEFT_SCHOOL', null)`,
    studentId,
    number,
    state,
    reason,
    openedOn,
  );
  await agency.rows(
    `insert into persuasion_visit (student_id, case_number, visited_on, participants, place, result, next_visit_on)
     values (?, ?, ?::date + 2, '{TOWNSHIP_OFFICER,CLASS_TEACHER}', 'HOME', 'REFUSED', ?::date + 9)`,
    studentId,
    number,
    openedOn,
    openedOn,
  );
  await agency.rows(
    `insert into support_plan (student_id, plan_number, case_number, scope, drawn_up_on, review_on)
     values (?, 'P' || ?::text, ?, 'PUPIL', ?::date, ?::date + 30)`,
    studentId,
    number,
    number,
    openedOn,
    openedOn,
  );
  await agency.rows(
    `insert into plan_measure (student_id, plan_number, approach, measure, owner, due_on)
     values (?, 'P' || ?::text, 'AFFECTION', 'COUNSELLING', 'SCHOOL', ?::date + 20)`,
    studentId,
    number,
    openedOn,
  );
  return { studentId, caseNumber: number };
}

/** A return order on a case, to be obeyed by a day. */
export async function addOrder(
  agency: TestAgency,
  { studentId, caseNumber }: CaseRow,
  row: { readonly dueOn: string; readonly compliedOn?: string },
): Promise<void> {
  await agency.rows(
    `insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code, issued_on, due_on, served_on, complied_on)
     values (?, 'O' || ?::text, ?, 'RETURN_ORDER', 'RETURN', 'TOWNSHIP', '520625101000', ?::date - 10, ?::date, ?::date - 10, ?::date)`,
    studentId,
    caseNumber,
    caseNumber,
    row.dueOn,
    row.dueOn,
    row.dueOn,
    row.compliedOn ?? null,
  );
}

export async function addReferral(
  agency: TestAgency,
  { studentId, caseNumber }: CaseRow,
  row: { readonly toBody: string; readonly dueOn: string; readonly answeredOn?: string },
): Promise<void> {
  await agency.rows(
    `insert into referral (student_id, referral_number, case_number, from_body, to_body, reason, sent_on, due_on, answered_on)
     values (?, 'R' || ?::text, ?, 'COORDINATION', ?, 'CHILD_AT_WORK', ?::date - 15, ?::date, ?::date)`,
    studentId,
    caseNumber,
    caseNumber,
    row.toBody,
    row.dueOn,
    row.dueOn,
    row.answeredOn ?? null,
  );
}

export async function addScreening(
  agency: TestAgency,
  studentId: string,
  disposition: string | null,
  evidenceKind: string,
): Promise<void> {
  await agency.rows(
    `insert into screening_visit (student_id, visited_on, visitor_post, proposed_disposition, residence_division_code, evidence)
     values (?, '2026-11-01', 'VILLAGE_CADRE', ?, null, jsonb_build_array(jsonb_build_object(
       'kind', ?::text, 'number', 'ZM1', 'issuer', '某村委会', 'issuedOn', '2026-11-01')))`,
    studentId,
    disposition,
    evidenceKind,
  );
}
