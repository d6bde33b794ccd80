import { randomUUID } from 'node:crypto';
import type { TestAgency } from '../../support/agency.js';
import { VILLAGE } from '../../support/children.js';

export interface HouseholdFacts {
  readonly division?: string;
  readonly kind?: string;
  readonly monitoredState?: string | null;
  readonly monitoredSince?: string | null;
  readonly recognisedOn?: string;
  readonly liftedOn?: string | null;
}

/** Enters a household; what is not said is an ordinary one, recognised in 2014 and lifted out of poverty in 2018. */
export async function enterHousehold(
  agency: TestAgency,
  code: string,
  facts: HouseholdFacts = {},
): Promise<void> {
  await agency.rows(
    `insert into poverty_household (code, householder_name, division_code, person_count, kind, cause, monitored_state,
       monitored_since, recognised_on, lifted_on, officer_name, officer_post, officer_agency_name)
     values (?, '测试户主', ?, 4, ?, 'ILLNESS', ?, ?::date, ?::date, ?::date, '测试干部', '包户干部', '农业农村局')`,
    code,
    facts.division ?? VILLAGE,
    facts.kind ?? 'GENERAL_POOR',
    facts.monitoredState ?? null,
    facts.monitoredSince ?? null,
    facts.recognisedOn ?? '2014-12-01',
    facts.liftedOn === undefined ? '2018-12-20' : facts.liftedOn,
  );
}

export async function enterMember(
  agency: TestAgency,
  studentId: string,
  householdCode: string | null,
  birthDate = '2014-02-03',
): Promise<void> {
  await agency.rows(
    `insert into poverty_household_member (student_id, source_key, household_code, child_name, sex, birth_date,
       residence_division_code)
     values (?, ?, ?, '测试儿童', 'FEMALE', ?::date, ?)`,
    studentId,
    randomUUID(),
    householdCode,
    birthDate,
    VILLAGE,
  );
}

export interface MeasureFacts {
  readonly kind?: string;
  readonly startedOn?: string;
  readonly endedOn?: string | null;
  readonly amountYuan?: number | null;
  readonly division?: string;
}

export async function enterMeasure(
  agency: TestAgency,
  studentId: string,
  facts: MeasureFacts = {},
): Promise<void> {
  await agency.rows(
    `insert into poverty_measure (student_id, source_key, kind, started_on, ended_on, amount_yuan, division_code)
     values (?, ?, ?, ?::date, ?::date, ?::float8, ?)`,
    studentId,
    randomUUID(),
    facts.kind ?? 'EDUCATION_AID',
    facts.startedOn ?? '2026-09-20',
    facts.endedOn ?? null,
    facts.amountYuan === undefined ? 500 : facts.amountYuan,
    facts.division ?? VILLAGE,
  );
}

export async function enterSite(agency: TestAgency, code: string, division = VILLAGE): Promise<void> {
  await agency.rows(
    "insert into resettlement_site (code, name, division_code, opened_on) values (?, '测试小区', ?, '2018-06-15')",
    code,
    division,
  );
}

export async function enterRelocation(
  agency: TestAgency,
  studentId: string,
  siteCode: string,
  movedOn = '2018-09-01',
): Promise<void> {
  await agency.rows(
    `insert into relocation_household (student_id, household_code, from_division_code, site_code, moved_on)
     values (?, 'PK-TEST', ?, ?, ?::date)`,
    studentId,
    VILLAGE,
    siteCode,
    movedOn,
  );
}
