import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import type { TestAgency } from '../../../support/agency.js';
import { testCounty, type TestCaller } from '../../../support/callers.js';

export interface ShownDuty {
  readonly id: string;
  readonly duty: string;
  readonly state: string;
  readonly body: string;
  readonly agency: string | null;
  readonly period: string;
  readonly dueOn: string | null;
  readonly daysLate: number | null;
  readonly place: { readonly kind: string; readonly code: string; readonly name: string };
  readonly record: {
    readonly version: number;
    readonly submittedOn: string;
    readonly firstSubmittedOn: string;
    readonly returns: readonly object[];
  } | null;
}

export const DUTY_FIELDS = `id duty state body agency period dueOn daysLate place { kind code name }
  record { version submittedOn firstSubmittedOn submittedBy signedOffBy note figures { name value } returns { on by reason } }`;

const SCHOOL = testCounty.places?.school ?? '';

function officer(
  slug: string,
  agency: string,
  jurisdiction: TestCaller['jurisdiction'],
  scopes: readonly string[],
): TestCaller {
  return { slug, agency, scopes, jurisdiction, purpose: 'CASE_HANDLING' };
}

const { readDuties, submitDuties, signOffDuties } = COORDINATION_SCOPES;
const all = [readDuties, submitDuties, signOffDuties];
const inCounty = [{ kind: 'DIVISION' as const, code: '520625' }];

export const clerk = officer('school-clerk', 'education', [{ kind: 'SCHOOL', code: SCHOOL }], all);
export const bureau = officer('bureau-officer', 'education', inCounty, all);
export const police = officer('police-officer', 'police', inCounty, all);
export const office = officer('coordination-officer', 'coordination', inCounty, [
  ...all,
  COORDINATION_SCOPES.readSupervision,
  COORDINATION_SCOPES.recordMeetings,
]);
export const inspector = officer('inspection-officer', 'coordination', inCounty, [
  ...all,
  COORDINATION_SCOPES.readSupervision,
  COORDINATION_SCOPES.recordInspections,
]);
export const townOf = (code: string) =>
  officer('township-officer', 'coordination', [{ kind: 'DIVISION', code }], all);

/** The monthly report of the clerk's school. */
export const reportOf = (month: string) => `schoolMonthlyReport:${month}:SCHOOL:${SCHOOL}`;
export { SCHOOL };

interface Page {
  readonly duties: {
    readonly nodes: readonly ShownDuty[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

export async function dutiesFor(
  agency: TestAgency,
  caller: TestCaller,
  filter: object = {},
): Promise<readonly ShownDuty[]> {
  const nodes: ShownDuty[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { data, errors } = await agency.ask<Page>(
      caller,
      `query ($filter: DutyFilter, $after: String) { duties(filter: $filter, first: 100, after: $after) {
        totalCount nodes { ${DUTY_FIELDS} } pageInfo { hasNextPage endCursor } } }`,
      { filter, after },
    );
    expect(errors).toEqual([]);
    nodes.push(...data.duties.nodes);
    ({ hasNextPage: more, endCursor: after } = data.duties.pageInfo);
    if (!more) expect(data.duties.totalCount).toBe(nodes.length);
  }
  return nodes;
}
