import { accountOf } from '../../../../subgraphs/education/household-register/register-account.js';
import { approvalFor, publishApprovals } from '../../../support/approvals.js';
import type { TestCaller } from '../../../support/callers.js';
import { callerAs } from '../../../support/callers.js';
import { countStatements } from '../../../support/count-statements.js';
import { bureauOfficer, clerkOf, officerOf, teacherOf } from '../education-callers.js';
import { child, householder, startScreening, type Screening } from './screening-harness.js';

let screening: Screening;
beforeAll(async () => {
  screening = await startScreening();
});
afterAll(() => screening?.close());

interface Line {
  readonly number: number;
  readonly memberCount: number | null;
  readonly checked: number | null;
  readonly schoolingUnknown: number | null;
  readonly division: { readonly code: string };
  readonly visit: { readonly householdId: string; readonly visitedOn: string; readonly result: string };
  readonly members: readonly { readonly name: string; readonly schooling: string | null }[] | null;
}
interface Register {
  readonly title: string;
  readonly policyClause: string | null;
  readonly register: { readonly state: string; readonly asOf: string | null };
  readonly account: {
    readonly households: number | null;
    readonly notVisited: number | null;
    readonly visited: number;
    readonly notMet: number;
    readonly movedAway: number;
    readonly notFound: number;
    readonly members: number;
    readonly checked: number;
    readonly unchecked: number;
    readonly schoolingUnknown: number;
    readonly villagesNotCounted: number;
    readonly bySchooling: readonly { readonly schooling: string | null; readonly children: number }[];
  };
  readonly households: {
    readonly totalCount: number;
    readonly nodes: readonly Line[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const QUERY = `query ($scope: HouseholdEducationRegisterScope!, $code: String!, $first: Int, $after: String) {
  householdEducationRegister(scope: $scope, code: $code) { title register { state asOf } policyClause
    account { households notVisited visited notMet movedAway notFound members checked unchecked schoolingUnknown
      villagesNotCounted bySchooling { schooling children } }
    households(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { number memberCount checked schoolingUnknown division { code }
        visit { householdId visitedOn result } members { name schooling } } } } }`;

async function ask(
  caller: TestCaller,
  scope: string,
  code: string,
  { first = 100, after = null as string | null } = {},
) {
  const { data, errors } = await screening.agency.ask<{ householdEducationRegister: Register | null }>(
    caller,
    QUERY,
    { scope, code, first, after },
  );
  return {
    register: data.householdEducationRegister,
    codes: errors.map(({ extensions }) => extensions.code),
  };
}

async function registerOf(scope: string, code: string, page = {}): Promise<Register> {
  const { register, codes } = await ask(bureauOfficer, scope, code, page);
  expect(codes).toEqual([]);
  if (!register) throw new Error('There is no such register.');
  return register;
}

const lineOf = async (householdId: string | null) => {
  for (let after: string | null = null; ;) {
    const { households } = await registerOf('VILLAGE', screening.village, { after });
    const found = households.nodes.find(({ visit }) => visit.householdId === householdId);
    if (found || !households.pageInfo.hasNextPage) return found;
    after = households.pageInfo.endCursor;
  }
};

test('lists each household of the area once, in order, page by page, as the rows say', async () => {
  const stored = await screening.agency.rows<{ code: string; id: string }>(
    `select distinct place.division_code as code, visit.household_id as id
     from household_screening visit join screening_assignment place on place.code = visit.assignment_code
     order by place.division_code, visit.household_id`,
  );
  const seen: Line[] = [];
  for (let after: string | null = null; ;) {
    const { households } = await registerOf('COUNTY', '520625', { after });
    expect(households.totalCount).toBe(stored.length);
    seen.push(...households.nodes);
    if (!households.pageInfo.hasNextPage) break;
    after = households.pageInfo.endCursor;
  }
  expect(seen.map(({ division, visit }) => ({ code: division.code, id: visit.householdId }))).toEqual(stored);
  expect(seen.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1));
});

test('the account is what the lines add up to, and says the document that asks for it', async () => {
  const [busiest] = await screening.agency.rows<{ code: string }>(
    `select place.division_code as code from screening_assignment place
     join household_screening visit on visit.assignment_code = place.code
     group by 1 having count(*) <= 100 order by count(distinct visit.result) desc, count(*) desc, 1 limit 1`,
  );
  const village = busiest?.code ?? '';
  const { title, policyClause, register, account, households } = await registerOf('VILLAGE', village);
  expect(title).toMatch(/文化户口台账$/);
  expect(policyClause).toMatch(/^印府办发〔2020〕19号/);
  expect(register).toMatchObject({ state: 'FOUND', asOf: expect.any(String) as string });
  const total = (of: (line: Line) => number | null) =>
    households.nodes.reduce((sum, line) => sum + (of(line) ?? 0), 0);
  const ended = (result: string) => households.nodes.filter(({ visit }) => visit.result === result).length;
  expect(account).toMatchObject({
    visited: ended('VISITED'),
    notMet: ended('NOBODY_AT_HOME'),
    movedAway: ended('MOVED_AWAY'),
    notFound: ended('NO_SUCH_HOUSEHOLD'),
    members: total(({ memberCount }) => memberCount),
    checked: total(({ checked }) => checked),
    unchecked: total(({ memberCount }) => memberCount) - total(({ checked }) => checked),
    schoolingUnknown: total(({ schoolingUnknown }) => schoolingUnknown),
  });
  expect(account.visited).toBeGreaterThan(0);
});

test('who lives where nobody was met is unknown, and stays unknown until somebody is met', async () => {
  const householdNumber = 'unmet-1';
  const absent = screening.visit({ householdNumber, result: 'NOBODY_AT_HOME', members: [] });
  const { payload } = await screening.record(absent);
  const { householdId, version } = payload;
  expect(await lineOf(householdId)).toMatchObject({
    members: null,
    memberCount: null,
    checked: null,
    schoolingUnknown: null,
  });
  const unchecked = child({ schooling: null, attainedLevel: null, checkedBy: null, checkedOn: null });
  const met = screening.visit({ householdNumber, members: [householder, unchecked], version });
  expect((await screening.record(met)).payload.errors).toEqual([]);
  expect(await lineOf(householdId)).toMatchObject({ memberCount: 2, checked: 1, schoolingUnknown: 1 });
});

test('the latest visit of any campaign counts, and that nobody was at home later takes nothing back', async () => {
  const householdNumber = 'twice-1';
  const { payload } = await screening.record(screening.visit({ householdNumber }));
  const [{ code } = { code: '' }] = await screening.agency.rows<{ code: string }>(
    `select code from screening_assignment where division_code = ? and campaign_code like 'HOUSEHOLD_%'`,
    screening.village,
  );
  const later = { assignmentCode: code, householdNumber, visitedOn: '2026-11-19' };
  const again = await screening.record(screening.visit({ ...later, result: 'NOBODY_AT_HOME', members: [] }));
  expect(again.payload).toMatchObject({ householdId: payload.householdId, errors: [] });
  expect(await lineOf(payload.householdId)).toMatchObject({
    visit: { visitedOn: '2026-11-12', result: 'VISITED' },
    memberCount: 2,
  });
  const { version } = again.payload;
  const members = [householder, child({ schooling: 'STUDIES_OUT_OF_COUNTY' })].map((member) => ({
    ...member,
    checkedOn: '2026-11-19',
  }));
  expect((await screening.record(screening.visit({ ...later, members, version }))).payload.errors).toEqual(
    [],
  );
  const line = await lineOf(payload.householdId);
  expect(line).toMatchObject({ visit: { visitedOn: '2026-11-19' } });
  expect(line?.members?.[1]).toMatchObject({ schooling: 'STUDIES_OUT_OF_COUNTY' });
});

test('how many were not visited is unknown until every village of the area has said how many it has', async () => {
  expect((await registerOf('VILLAGE', screening.village)).account).toMatchObject({
    households: null,
    notVisited: null,
    villagesNotCounted: 1,
  });
  await screening.agency.rows(
    'update screening_assignment set household_count = 400 where code = ?',
    screening.census,
  );
  const { account } = await registerOf('VILLAGE', screening.village);
  const settled = account.visited + account.movedAway + account.notFound;
  expect(account).toMatchObject({ households: 400, notVisited: 400 - settled, villagesNotCounted: 0 });
  expect((await registerOf('TOWNSHIP', screening.village.slice(0, 9))).account).toMatchObject({
    households: null,
    notVisited: null,
  });
});

test('no village: no household is known, rather than none', () => {
  const none = { visited: 0, notMet: 0, movedAway: 0, notFound: 0, members: 0, checked: 0, bySchooling: [] };
  expect(accountOf({ ...none, villages: 0, householdsListed: 0, villagesNotCounted: 0 })).toMatchObject({
    households: null,
    notVisited: null,
    memberShare: null,
  });
});

describe('access', () => {
  const refused = { register: null, codes: ['NOT_FOUND'] };

  test('a township reads its own, a school the catchment areas that it visits, and nobody a wider one', async () => {
    const township = screening.village.slice(0, 9);
    expect((await ask(officerOf(township), 'TOWNSHIP', township)).codes).toEqual([]);
    expect(await ask(officerOf(township), 'COUNTY', '520625')).toEqual(refused);
    const [own] = await screening.agency.rows<{ schoolCode: string; villages: number }>(
      `select school_code as "schoolCode", count(distinct division_code)::int as villages
       from screening_assignment where school_code is not null group by 1
       having bool_and(division_code <> '${screening.village}') order by 1 limit 1`,
    );
    const school = own?.schoolCode ?? '';
    const { register } = await ask(clerkOf(school), 'SCHOOL', school);
    expect(register?.account).toMatchObject({ villagesNotCounted: own?.villages });
    expect(register?.register.state).toBe('OUT_OF_COVERAGE');
    expect(await ask(clerkOf(school), 'VILLAGE', screening.village)).toEqual(refused);
    expect(await ask(clerkOf('3152000000'), 'SCHOOL', school)).toEqual(refused);
    expect(await ask(teacherOf(`${school}-1`), 'SCHOOL', school)).toEqual(refused);
    expect(await ask(bureauOfficer, 'VILLAGE', township)).toEqual(refused);
  });

  test.each(['police-officer', 'analyst', 'auditor'])('%s has no right to it', async (slug) => {
    expect(await ask(callerAs(slug), 'COUNTY', '520625')).toEqual({ register: null, codes: ['FORBIDDEN'] });
  });

  test('an approval for one child opens no list of households', async () => {
    const [pupil] = await screening.agency.rows<{ id: string }>(
      'select student_id as id from student_status order by id limit 1',
    );
    const role = bureauOfficer.slug;
    const forOne = { id: 'for-one-child', level: 'CASE', studentId: pupil?.id ?? '' } as const;
    await publishApprovals(screening.agency, [approvalFor(role), approvalFor(role, forOne)]);
    const { codes } = await ask({ ...bureauOfficer, approval: 'for-one-child' }, 'COUNTY', '520625');
    expect(codes).toEqual(['NOT_FOUND']);
  });
});

test('fifty households take as many statements as one', async () => {
  const statements = (first: number) => countStatements(() => registerOf('COUNTY', '520625', { first }));
  await statements(1);
  expect(await statements(50)).toBe(await statements(1));
});
