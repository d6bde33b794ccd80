import { readFileSync } from 'node:fs';
import { agencyNames } from '../../subgraphs/index.js';
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

const PICTURE = readFileSync('schema/operations/SupportPicture.graphql', 'utf8');

/** The state of every register in a child's picture, by its path, such as `welfare.orphan`. */
async function everyStateOf(id: string): Promise<Map<string, string>> {
  const { data, errors } = await hub.ask<{ student: object }>(officer, PICTURE, { id });
  expect(errors).toEqual([]);
  const states = new Map<string, string>();
  collect(data.student, '');
  return states;

  function collect(value: unknown, path: string): void {
    if (value === null || typeof value !== 'object') return;
    for (const [name, part] of Object.entries(value)) {
      if (name === 'register') states.set(path, (part as Register['register']).state);
      else collect(part, path === '' ? name : `${path}.${name}`);
    }
  }
}

/** A pupil of this county's schools whose household is registered in another county. */
async function migrantPupil(): Promise<string> {
  const [migrant] = await rowsOf<{ id: string }>(
    'coordination',
    `select s.student_id as id from student_scope s where s.kind = 'SCHOOL'
       and not exists (select from student_scope o where o.canonical_id = s.canonical_id and o.kind = 'REGISTERED')
     order by 1 limit 1`,
  );
  return migrant?.id ?? '';
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
  const { schooling, welfare, poverty } = await statesOf(await migrantPupil());
  expect(schooling.studentStatus.register.state).toBe('FOUND');
  expect(welfare.orphan.register.state).toBe('OUT_OF_COVERAGE');
  expect(poverty.povertyHousehold.register.state).toBe('OUT_OF_COVERAGE');
});

test('of a migrant pupil, no register that the home county keeps says that there is nothing', async () => {
  const states = await everyStateOf(await migrantPupil());
  // Registers by place of registration: of the welfare, disability and poverty systems, and the household register.
  const atHome = [
    'household.residentRegistration',
    'household.household',
    'welfare.subsistenceAllowance',
    'welfare.extremePovertySupport',
    'welfare.orphan',
    'welfare.deFactoUnattended',
    'welfare.childInDifficulty',
    'welfare.reliefPayments',
    'disability.certificate',
    'poverty.povertyHousehold',
    'poverty.measures',
    'poverty.relocation',
  ];
  expect(atHome.map((path) => [path, states.get(path)])).toEqual(
    atHome.map((path) => [path, 'OUT_OF_COVERAGE']),
  );
});

test('T18 a register older than the policy allows is stale', async () => {
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

test('with no register loaded anywhere, a picture has rows or says NOT_LOADED, and never "no record"', async () => {
  const before = await everyStateOf(testCounty.sampleStudentId ?? '');
  expect(new Set(before.values())).toEqual(new Set(['FOUND', 'NO_RECORD', 'NOT_LOADED']));
  for (const agency of agencyNames) await rowsOf(agency, 'delete from register returning code');
  const states = await everyStateOf(testCounty.sampleStudentId ?? '');
  const silent = [...before].filter(([, state]) => state !== 'FOUND').map(([path]) => path);
  expect(silent.length).toBeGreaterThan(10);
  expect([...states]).toEqual(
    [...before.keys()].map((path) => [path, silent.includes(path) ? 'NOT_LOADED' : 'FOUND']),
  );
});
