import { randomUUID } from 'node:crypto';
import type { TestAgency } from '../../support/agency.js';
import { VILLAGE } from '../../support/children.js';

export interface Period {
  readonly startedOn?: string;
  readonly endedOn?: string | null;
  readonly division?: string;
}

type Facts = Readonly<Record<string, string | number>>;

/** Enters a record that holds for a time: by default since the beginning of 2025, and still. */
export async function enterDated(
  agency: TestAgency,
  table: string,
  studentId: string,
  facts: Facts,
  { startedOn = '2025-01-01', endedOn = null, division = VILLAGE }: Period = {},
): Promise<void> {
  const columns = Object.keys(facts);
  await agency.rows(
    `insert into ${table} (student_id, started_on, ended_on, division_code, ${columns.join(', ')})
     values (?, ?::date, ?::date, ?, ${columns.map((column) => (typeof facts[column] === 'number' ? '?::float8' : '?')).join(', ')})`,
    studentId,
    startedOn,
    endedOn,
    division,
    ...Object.values(facts),
  );
}

export async function enterAllowance(
  agency: TestAgency,
  studentId: string,
  {
    householdCode = 'DB-TEST',
    area = 'RURAL',
    ...period
  }: Period & { householdCode?: string; area?: string } = {},
): Promise<void> {
  await agency.rows(
    `insert into subsistence_allowance (student_id, started_on, ended_on, division_code, household_code, area, category,
       persons_covered, monthly_amount_yuan)
     values (?, ?::date, ?::date, ?, ?, ?, 'B', 3, 1290)`,
    studentId,
    period.startedOn ?? '2025-01-01',
    period.endedOn ?? null,
    period.division ?? VILLAGE,
    householdCode,
    area,
  );
}

export async function enterLeftBehind(
  agency: TestAgency,
  studentId: string,
  lastVisitedOn: string,
  period: Period = {},
): Promise<void> {
  await agency.rows(
    `insert into left_behind_child (student_id, started_on, ended_on, division_code, ground, carer, last_visited_on)
     values (?, '2025-01-01', ?::date, ?, 'BOTH_AWAY', 'GRANDPARENTS', ?::date)`,
    studentId,
    period.endedOn ?? null,
    period.division ?? VILLAGE,
    lastVisitedOn,
  );
}

export async function enterPayment(
  agency: TestAgency,
  studentId: string,
  { paidOn = '2026-10-10', kind = 'ORPHAN', division = VILLAGE } = {},
): Promise<void> {
  await agency.rows(
    `insert into relief_payment (student_id, source_key, kind, month, amount_yuan, paid_on, division_code)
     values (?, ?, ?, ?, 1100, ?::date, ?)`,
    studentId,
    randomUUID(),
    kind,
    paidOn.slice(0, 7),
    paidOn,
    division,
  );
}

export async function enterScreening(
  agency: TestAgency,
  studentId: string,
  screenedOn: string,
): Promise<void> {
  await agency.rows(
    `insert into early_marriage_screening (student_id, screened_on, body, result)
     values (?, ?::date, 'WOMENS_FEDERATION', 'NONE')`,
    studentId,
    screenedOn,
  );
}

/** Enters a file with one legal and one actual guardian. */
export async function enterFile(agency: TestAgency, studentId: string): Promise<void> {
  const key = randomUUID();
  await agency.rows(
    `insert into child_file (student_id, source_key, child_name, sex, birth_date, residence_division_code)
     values (?, ?, '测试儿童', 'FEMALE', '2014-02-03', ?)`,
    studentId,
    key,
    VILLAGE,
  );
  await agency.rows(
    `insert into child_guardian (student_id, file_key, name, relation, is_actual_guardian, is_legal_guardian, guardian_id,
       phone_sealed, masked_phone)
     values (?, ?, '测试父亲', 'FATHER', false, true, null, null, null),
            (?, ?, '测试祖母', 'GRANDMOTHER', true, false, null, 'sealed', '100****5678')`,
    studentId,
    key,
    studentId,
    key,
  );
}
