import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';
import type { GraphqlError } from '../../../support/graphql-client.js';
import { bureauOfficer } from '../education-callers.js';

const CHECKED = { checkedBy: '王普查', checkedOn: '2026-11-12' };
export const householder = {
  relation: 'HOUSEHOLDER',
  name: '田大禾',
  sex: 'MALE',
  birthDate: '1985-01-02',
  attainedLevel: 'PRIMARY',
  residentIdNumber: '990000198501020011',
  ...CHECKED,
};
export const child = (part: object = {}) => ({
  relation: 'SON',
  name: '田小禾',
  sex: 'MALE',
  birthDate: '2015-05-05',
  attainedLevel: 'NONE',
  schooling: 'NEVER_ENROLLED',
  ...CHECKED,
  ...part,
});

export interface Fault {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}
export interface Recorded {
  readonly householdId: string | null;
  readonly version: string | null;
  readonly errors: readonly Fault[];
}
interface Household {
  readonly householdId: string;
  readonly version: string;
  readonly result: string;
  readonly members: readonly {
    readonly name: string;
    readonly maskedResidentIdNumber: string | null;
    readonly schooling: string | null;
  }[];
}
interface Commanded<Payload> {
  readonly payload: Payload;
  readonly errors: readonly GraphqlError[];
}

/** A census that is under way in one village. */
export interface Screening {
  readonly agency: TestAgency;
  /** Twelve digits. */
  readonly village: string;
  /** Code of the village's assignment in the census. */
  readonly census: string;
  /** A key that no other command has. */
  key(): string;
  /** Sends a mutation with a key of its own, which the input may replace. */
  command<Payload>(
    name: string,
    input: object,
    selection: string,
    caller?: TestCaller,
  ): Promise<Commanded<Payload>>;
  /** A return of a household that nobody has visited. */
  visit(part?: object): object;
  record(input: object, caller?: TestCaller): Promise<Commanded<Recorded>>;
  households(caller?: TestCaller): Promise<readonly Household[]>;
  /** Ids of a household's members as they are stored, in the order of the form. */
  storedIds(householdId: string | null): Promise<(string | null)[]>;
  close(): Promise<void>;
}

/** @param running the agency, where it runs already */
export async function startScreening(running?: TestAgency): Promise<Screening> {
  const agency = running ?? (await startTestAgency('education'));
  const [row] = await agency.rows<{ code: string }>(
    "select division_code as code from screening_assignment where campaign_code like 'SCHOOL_%' order by 1 limit 1",
  );
  const village = row?.code ?? '';
  const census = `SCHOOL_HOUSEHOLD_CENSUS-2026-520625000000-${village}`;
  let keys = 0;
  const key = () => `screening-test-${(keys += 1)}`;

  async function command<Payload>(
    name: string,
    input: object,
    selection: string,
    caller: TestCaller = bureauOfficer,
  ): Promise<Commanded<Payload>> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await agency.ask<Record<string, Payload>>(
      caller,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code field message } } }`,
      { input: { idempotencyKey: key(), ...input } },
    );
    return { payload: data?.[name] as Payload, errors };
  }

  async function households(caller: TestCaller = bureauOfficer): Promise<readonly Household[]> {
    const { data } = await agency.ask<{
      screeningAssignment: { households: { nodes: Household[] } } | null;
    }>(
      caller,
      `query ($code: ID!) { screeningAssignment(code: $code) { households(first: 100) { nodes {
         householdId version result members { name maskedResidentIdNumber schooling attainedLevel } } } } }`,
      { code: census },
    );
    return data.screeningAssignment?.households.nodes ?? [];
  }

  async function storedIds(householdId: string | null) {
    const rows = await agency.rows<{ id: string | null }>(
      'select student_id as id from household_member_screening where household_id = ? order by position',
      householdId,
    );
    return rows.map(({ id }) => id);
  }

  return {
    agency,
    village,
    census,
    key,
    command,
    households,
    storedIds,
    visit: (part = {}) => ({
      assignmentCode: census,
      householdNumber: `test-${(keys += 1)}`,
      householderName: '田大禾',
      visitedOn: '2026-11-12',
      visitorPost: 'VILLAGE_CADRE',
      result: 'VISITED',
      members: [householder, child()],
      ...part,
    }),
    record: (input, caller) => command('recordHouseholdScreening', input, 'householdId version', caller),
    close: () => agency.close(),
  };
}
