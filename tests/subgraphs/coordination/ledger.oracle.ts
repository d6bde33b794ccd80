import type { TestAgency } from '../../support/agency.js';

export type Scope = 'COUNTY' | 'TOWNSHIP' | 'VILLAGE' | 'SCHOOL' | 'CLASS';

export const COUNTY = '520625';

/** The one division of a child, said again in the test's own words: where it lives here, else where registered here. */
const HOME = `coalesce(case when residence_division_code like '${COUNTY}%' then residence_division_code end,
  case when registered_division_code like '${COUNTY}%' then registered_division_code end)`;

const AREAS: Readonly<Record<Scope, string>> = {
  COUNTY: `'${COUNTY}'`,
  TOWNSHIP: `left(${HOME}, 9)`,
  VILLAGE: HOME,
  SCHOOL: 'school_code',
  CLASS: 'class_code',
};

const KINDS: Readonly<Record<string, string>> = {
  SCHOOL_AGE_CHILDREN: 'true',
  SUSPECTED_DROPOUTS: "standing = 'SUSPECTED'",
  DROPOUTS: "standing = 'OUT_OF_SCHOOL'",
  POOR_FAMILY_PUPILS:
    "'FINANCIAL_HARDSHIP' = any (focus_groups) and standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')",
  LEFT_BEHIND_CHILDREN:
    "('LEFT_BEHIND' = any (focus_groups) or 'SCHOOL_LEFT_BEHIND' = any (focus_groups)) and standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')",
  JUNIOR_LEAVERS: "standing_basis = 'COMPLETED'",
};
export const KIND_NAMES = Object.keys(KINDS);

/** Every area of a scope that has a child, the fullest first. */
export async function areasOf(agency: TestAgency, scope: Scope): Promise<string[]> {
  const rows = await agency.rows<{ code: string }>(
    `select ${AREAS[scope]} as code from school_age_entry where ${AREAS[scope]} is not null
     group by 1 order by count(*) desc, 1`,
  );
  return rows.map(({ code }) => code);
}

/** Ids on a ledger, in order of name. */
export async function idsOnLedger(
  agency: TestAgency,
  scope: Scope,
  code: string,
  kind = 'SCHOOL_AGE_CHILDREN',
): Promise<string[]> {
  const rows = await agency.rows<{ id: string }>(
    `select student_id as id from school_age_entry where ${AREAS[scope]} = ? and ${KINDS[kind] ?? 'false'}
     order by name, student_id`,
    code,
  );
  return rows.map(({ id }) => id);
}
