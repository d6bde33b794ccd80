import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import type { TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';

export interface OpenCase {
  readonly caseNumber: string;
  readonly studentId: string;
  /** 9 digits. */
  readonly township: string;
}

/** Confirmed cases of children out of school, without an order so far, whose township reaches the child. */
export async function openCases(agency: TestAgency, count: number): Promise<OpenCase[]> {
  const rows = await agency.rows<OpenCase>(
    `select dropout.case_number as "caseNumber", dropout.student_id as "studentId", left(township_code, 9) as township
     from dropout_case dropout join school_age_entry entry on entry.student_id = dropout.student_id
     where dropout.state in ('CONFIRMED', 'PERSUADING') and dropout.reason <> 'MISSING' and dropout.basis = 'LEFT_SCHOOL'
       and entry.standing = 'OUT_OF_SCHOOL' and exists (select from student_scope scope
         where scope.student_id = dropout.student_id and starts_with(scope.code, left(township_code, 9)))
     order by dropout.case_number limit ?`,
    count,
  );
  if (rows.length < count) throw new Error(`The county has ${rows.length} such cases, ${count} are needed.`);
  for (const { caseNumber } of rows)
    await agency.rows('delete from enforcement_order where case_number = ?', caseNumber);
  return rows;
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
