import { randomUUID } from 'node:crypto';
import type { TestAgency } from '../../support/agency.js';
import { VILLAGE } from '../../support/children.js';

export interface CaseFacts {
  readonly employer: string;
  readonly foundOn: string;
  readonly startedWorkOn: string;
  readonly orderIssuedOn: string | null;
  readonly returnDueOn: string | null;
  readonly returnedOn: string | null;
  readonly schoolContactedOn: string | null;
}

const FOUND_IN_NOVEMBER: CaseFacts = {
  employer: 'YG-TEST-1',
  foundOn: '2026-11-02',
  startedWorkOn: '2026-09-10',
  orderIssuedOn: '2026-11-03',
  returnDueOn: '2026-11-10',
  returnedOn: null,
  schoolContactedOn: null,
};

/** Enters a case; what is not said is a case found in November 2026 whose order is unmet. @returns its number. */
export async function enterCase(
  agency: TestAgency,
  studentId: string,
  facts: Partial<CaseFacts> = {},
): Promise<string> {
  const caseNumber = `TG-${randomUUID()}`;
  const row = { ...FOUND_IN_NOVEMBER, ...facts };
  await agency.rows(
    `insert into child_labour_case (student_id, source_key, child_name, sex, birth_date, division_code, case_number,
       employer_code, inspection_code, found_on, started_work_on, order_issued_on, return_due_on, returned_on,
       handed_to, school_contacted_on, enrolled_on)
     values (?, 'test', '测试儿童', 'MALE', '2013-05-06', ?, ?, ?, null, ?::date, ?::date, ?::date, ?::date, ?::date,
       ?, ?::date, null)`,
    studentId,
    VILLAGE,
    caseNumber,
    row.employer,
    row.foundOn,
    row.startedWorkOn,
    row.orderIssuedOn,
    row.returnDueOn,
    row.returnedOn,
    row.returnedOn && 'PARENTS',
    row.schoolContactedOn,
  );
  return caseNumber;
}

export async function enterEmployer(
  agency: TestAgency,
  code: string,
  facts: { readonly kind?: string; readonly division?: string; readonly name?: string } = {},
): Promise<void> {
  const kind = facts.kind ?? 'COMPANY';
  await agency.rows(
    `insert into employer (code, name, unified_social_credit_code, kind, industry, division_code)
     values (?, ?, ?, ?, 'CATERING', ?)`,
    code,
    facts.name ?? '测试餐馆',
    kind === 'UNLICENSED' ? null : '91520625TEST000000',
    kind,
    facts.division ?? VILLAGE,
  );
}

export async function enterWorkAway(
  agency: TestAgency,
  studentId: string,
  guardian: string,
  startedOn: string,
): Promise<void> {
  await agency.rows(
    `insert into guardian_work_away (student_id, source_key, child_name, sex, birth_date, division_code, guardian,
       destination_name, destination_county_code, industry, started_on, ends_on)
     values (?, 'test', '测试儿童', 'MALE', '2013-05-06', ?, ?, '广东省东莞市', '441900', 'MANUFACTURING', ?::date, null)`,
    studentId,
    VILLAGE,
    guardian,
    startedOn,
  );
}
