import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import type { TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';

export interface OpenCase {
  readonly caseNumber: string;
  readonly studentId: string;
  /** 9 digits. */
  readonly township: string;
}

/** Opens confirmed cases for pupils of the county, whom the school-age register then shows out of school. */
export async function openCases(agency: TestAgency, count: number): Promise<OpenCase[]> {
  const pupils = await agency.rows<{ studentId: string; township: string }>(
    `select student_id as "studentId", left(registered_division_code, 9) as township from school_age_entry entry
     where registered_division_code like '520625%' and standing = 'IN_SCHOOL' and not exists (
       select from dropout_case dropout where dropout.student_id = entry.student_id)
     order by student_id limit ?`,
    count,
  );
  if (pupils.length < count) throw new Error(`The county has ${pupils.length} such pupils.`);
  const cases = pupils.map((pupil, index) => ({ ...pupil, caseNumber: `ORDER-${index + 1}` }));
  for (const { caseNumber, studentId, township } of cases) {
    await agency.rows(
      `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, school_code, basis)
       values (?, ?, 'CONFIRMED', 'AVERSION_TO_STUDY', '2026-10-12', ? || '000', '2152000001', 'LEFT_SCHOOL')`,
      studentId,
      caseNumber,
      township,
    );
    await agency.rows(
      `update school_age_entry set standing = 'OUT_OF_SCHOOL', standing_since = '2026-10-12' where student_id = ?`,
      studentId,
    );
  }
  return cases;
}

const ofDivision = (slug: string, agency: string, code: string): TestCaller => ({
  slug,
  agency,
  scopes: Object.values(COORDINATION_SCOPES),
  jurisdiction: [{ kind: 'DIVISION', code }],
  purpose: 'CASE_HANDLING',
});
export const town = (code: string) => ofDivision('township-officer', 'coordination', code);
export const bureau = ofDivision('bureau-officer', 'education', '520625');
export const leadingGroup = ofDivision('coordination-officer', 'coordination', '520625');

let keys = 0;
const newKey = () => `order-key-${(keys += 1)}`;

export interface Order {
  readonly orderNumber: string;
  readonly version: number;
  readonly [field: string]: unknown;
}
export interface Outcome {
  readonly order: Order | null;
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
}

const ORDER = `orderNumber step kind issuedBy issuedOn dueOn servedOn compliedOn basis clause decidedBy serviceMethod
  receivedBy withdrawnOn withdrawalReason isOverdue version student { id }`;

/** Asks for a mutation about an order; `input` without a key gets a new one. */
export async function command(
  agency: TestAgency,
  caller: TestCaller,
  name: 'issueOrder' | 'recordService' | 'recordCompliance' | 'withdrawOrder',
  input: object,
): Promise<Outcome> {
  const inputType = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, Outcome>>(
    caller,
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { order { ${ORDER} } errors { code field } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name] ?? { order: null, errors: [] };
}

/** Asks for a mutation that answers whether it is recorded. */
export async function record(
  agency: TestAgency,
  caller: TestCaller,
  name: 'recordJustifiedReason' | 'decideAdministrativeHold' | 'reviewAdministrativeHold',
  input: object,
): Promise<readonly string[] | true> {
  const inputType = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<
    Record<string, { isRecorded: boolean; errors: { code: string }[] }>
  >(caller, `mutation ($input: ${inputType}!) { ${name}(input: $input) { isRecorded errors { code } } }`, {
    input: { idempotencyKey: newKey(), ...input },
  });
  expect(errors).toEqual([]);
  const answer = data[name];
  return answer?.isRecorded ? true : (answer?.errors.map(({ code }) => code) ?? []);
}

/** The case's fields, as the leading group's office sees them. */
export async function caseOf<Fields>(
  agency: TestAgency,
  { studentId }: OpenCase,
  selection: string,
  caller: TestCaller = leadingGroup,
): Promise<Fields> {
  const { data, errors } = await agency.askForStudents<{ casework: { current: Fields } }>(
    caller,
    [studentId],
    `casework { current { ${selection} } }`,
  );
  expect(errors).toEqual([]);
  const [child] = data._entities;
  if (!child) throw new Error('The child is out of reach.');
  return child.casework.current;
}
