import { callerAs, testCounty } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

interface States {
  readonly student: {
    readonly schooling: { readonly studentStatus: Register };
    readonly welfare: { readonly subsistenceAllowance: Register; readonly orphan: Register };
    readonly poverty: { readonly povertyHousehold: Register };
  };
}
interface Register {
  readonly register: { readonly state: string; readonly freshness: string; readonly asOf: string | null };
}

const QUERY = `query ($id: ID!) { student(id: $id) {
  schooling { studentStatus { register { state freshness asOf } } }
  welfare { subsistenceAllowance { register { state freshness asOf } } orphan { register { state freshness asOf } } }
  poverty { povertyHousehold { register { state freshness asOf } } }
} }`;

async function statesOf(id: string): Promise<States['student']> {
  const { data, errors } = await hub.ask<States>(officer, QUERY, { id });
  expect(errors).toEqual([]);
  return data.student;
}

async function rowsOf<Row>(agency: string, text: string): Promise<Row[]> {
  return (await hub.agencies.get(agency)?.rows<Row>(text)) ?? [];
}

test('a row is found, and silence of a register that covers the child is no record', async () => {
  const { welfare } = await statesOf(testCounty.sampleStudentId ?? '');
  expect(welfare.subsistenceAllowance.register).toMatchObject({ state: 'FOUND', freshness: 'CURRENT' });
  expect(welfare.orphan.register).toMatchObject({ state: 'NO_RECORD', freshness: 'CURRENT' });
});

test('a migrant pupil is in this school, and out of coverage of this county’s welfare', async () => {
  const [migrant] = await rowsOf<{ id: string }>(
    'coordination',
    `select s.student_id as id from student_scope s where s.kind = 'SCHOOL'
       and not exists (select from student_scope o where o.canonical_id = s.canonical_id and o.kind = 'REGISTERED') limit 1`,
  );
  const { schooling, welfare, poverty } = await statesOf(migrant?.id ?? '');
  expect(schooling.studentStatus.register.state).toBe('FOUND');
  expect(welfare.orphan.register.state).toBe('OUT_OF_COVERAGE');
  expect(poverty.povertyHousehold.register.state).toBe('OUT_OF_COVERAGE');
});

test('a register older than the policy allows is stale', async () => {
  await rowsOf(
    'civil-affairs',
    "update register set as_of = as_of - interval '400 days' where code = 'ORPHAN' returning code",
  );
  const { welfare } = await statesOf(testCounty.sampleStudentId ?? '');
  expect(welfare.orphan.register).toMatchObject({ state: 'NO_RECORD', freshness: 'STALE' });
});

test('a register that was never loaded says so, never "no record"', async () => {
  await rowsOf('civil-affairs', "delete from register where code = 'ORPHAN' returning code");
  const { welfare } = await statesOf(testCounty.sampleStudentId ?? '');
  expect(welfare.orphan.register).toEqual({ state: 'NOT_LOADED', freshness: 'STALE', asOf: null });
  expect(welfare.subsistenceAllowance.register.state).toBe('FOUND');
});
