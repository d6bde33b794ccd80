import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { approvalFor, publishApprovals } from '../../support/approvals.js';
import { callersAcross } from '../../support/areas.js';
import { callerAs, elsewhere, testPersonas, withoutScope, type TestCaller } from '../../support/callers.js';
import { areasOf, COUNTY, idsOnLedger, type Scope } from './ledger.oracle.js';

const RIGHT = 'coordination.ledger.read';
const KEEPERS = [
  'bureau-officer',
  'school-clerk',
  'class-teacher',
  'township-officer',
  'village-cadre',
  'inspection-officer',
  'coordination-officer',
];

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

interface Answer {
  readonly ledger: {
    readonly account: { readonly universe: number };
    readonly lines: { readonly nodes: readonly { readonly student: { readonly id: string } }[] };
  } | null;
}

async function ask(caller: TestCaller, scope: Scope, code: string) {
  const { data, errors } = await agency.ask<Answer>(
    caller,
    `query ($scope: LedgerScope!, $code: String!) { ledger(scope: $scope, code: $code) {
      account { universe } lines(first: 100) { nodes { student { id } } } } }`,
    { scope, code },
  );
  return { ledger: data.ledger, codes: errors.map(({ extensions }) => extensions.code) };
}

const refused = (code: string) => ({ ledger: null, codes: [code] });

test('those who keep ledgers may read them, and nobody else', () => {
  const holders = testPersonas
    .filter(({ claims }) => claims.scope.split(' ').includes(RIGHT))
    .map(({ slug }) => slug);
  expect(holders.toSorted()).toEqual(KEEPERS.toSorted());
});

test.each(['police-officer', 'analyst', 'auditor', 'integrator'])('%s is refused', async (slug) => {
  expect(await ask(callerAs(slug), 'COUNTY', COUNTY)).toEqual(refused('FORBIDDEN'));
});

const OWN: readonly (readonly [string, Scope])[] = [
  ['class-teacher', 'CLASS'],
  ['school-clerk', 'SCHOOL'],
  ['village-cadre', 'VILLAGE'],
  ['township-officer', 'TOWNSHIP'],
];

describe.each(OWN)('%s', (slug, scope) => {
  let callers: readonly TestCaller[];
  beforeAll(async () => {
    callers = await callersAcross(agency, slug as Parameters<typeof callersAcross>[1], 2);
  });
  const areaOf = (caller: TestCaller | undefined) => caller?.jurisdiction[0]?.code ?? '';

  test('reads the ledger of its own area, with all of its children', async () => {
    for (const caller of callers) {
      const { ledger, codes } = await ask(caller, scope, areaOf(caller));
      const ids = await idsOnLedger(agency, scope, areaOf(caller));
      expect(codes).toEqual([]);
      expect(ledger?.account.universe).toBe(ids.length);
      expect(ledger?.lines.nodes.map(({ student }) => student.id)).toEqual(ids.slice(0, 100));
    }
  });

  test("sees no other area's, nor a wider one, and can't tell them from none", async () => {
    const [caller = callerAs(slug), other] = callers;
    expect(await ask(caller, scope, areaOf(other))).toEqual(refused('NOT_FOUND'));
    expect(await ask(caller, 'COUNTY', COUNTY)).toEqual(refused('NOT_FOUND'));
    const unknown = { CLASS: '0', SCHOOL: '0', VILLAGE: '520625999001', TOWNSHIP: '520625999' };
    expect(await ask(caller, scope, unknown[scope as keyof typeof unknown])).toEqual(refused('NOT_FOUND'));
  });

  test('asks for its right', async () => {
    const [caller = callerAs(slug)] = callers;
    expect(await ask(withoutScope(caller, RIGHT), scope, areaOf(caller))).toEqual(refused('FORBIDDEN'));
  });
});

test('a school reads the ledgers of its classes, and of no other class', async () => {
  const [clerk = callerAs('school-clerk')] = await callersAcross(agency, 'school-clerk', 1);
  const school = clerk.jurisdiction[0]?.code ?? '';
  const classes = await agency.rows<{ code: string; isOwn: boolean }>(
    `select class_code as code, bool_and(school_code = ?) as "isOwn" from school_age_entry
     where class_code is not null group by 1 order by 1`,
    school,
  );
  const own = classes.filter(({ isOwn }) => isOwn);
  expect(own.length).toBeGreaterThan(1);
  for (const { code } of own) expect((await ask(clerk, 'CLASS', code)).codes).toEqual([]);
  for (const { code } of classes.filter(({ isOwn }) => !isOwn).slice(0, 5))
    expect(await ask(clerk, 'CLASS', code)).toEqual(refused('NOT_FOUND'));
});

test('the county reads every ledger below it; a township no school, whose pupils come from everywhere', async () => {
  const [township = callerAs('township-officer')] = await callersAcross(agency, 'township-officer', 1);
  for (const scope of ['TOWNSHIP', 'VILLAGE', 'SCHOOL', 'CLASS'] as const) {
    const [code = ''] = await areasOf(agency, scope);
    expect((await ask(callerAs('bureau-officer'), scope, code)).codes).toEqual([]);
    if (scope === 'SCHOOL' || scope === 'CLASS')
      expect(await ask(township, scope, code)).toEqual(refused('NOT_FOUND'));
  }
});

test('another county finds none', async () => {
  const [school = ''] = await areasOf(agency, 'SCHOOL');
  const stranger = elsewhere(callerAs('bureau-officer'));
  expect(await ask(stranger, 'COUNTY', COUNTY)).toEqual(refused('NOT_FOUND'));
  expect(await ask(stranger, 'COUNTY', '652301')).toEqual(refused('NOT_FOUND'));
  expect(await ask(stranger, 'SCHOOL', school)).toEqual(refused('NOT_FOUND'));
});

test('a level that the code is not of is not found', async () => {
  const office = callerAs('coordination-officer');
  const [village = ''] = await areasOf(agency, 'VILLAGE');
  expect(await ask(office, 'TOWNSHIP', village)).toEqual(refused('NOT_FOUND'));
  expect(await ask(office, 'VILLAGE', '520625%')).toEqual(refused('BAD_USER_INPUT'));
});

test('open discrepancies ask for a right of their own, and cost no other column', async () => {
  const [teacher = callerAs('class-teacher')] = await callersAcross(agency, 'class-teacher', 1);
  const { data, errors } = await agency.ask<{
    ledger: { lines: { nodes: { number: number; openDiscrepancies: number | null }[] } };
  }>(
    teacher,
    'query ($code: String!) { ledger(scope: CLASS, code: $code) { lines(first: 1) { nodes { number openDiscrepancies } } } }',
    { code: teacher.jurisdiction[0]?.code ?? '' },
  );
  expect(data.ledger.lines.nodes).toEqual([{ number: 1, openDiscrepancies: null }]);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('an approval for one child opens no ledger', async () => {
  const [id = ''] = await idsOnLedger(agency, 'COUNTY', COUNTY);
  const role = 'coordination-officer';
  await publishApprovals(agency, [
    approvalFor(role, { id: 'for-one-child', level: 'CASE', studentId: id, actorKind: 'ROLE' }),
  ]);
  const caller = { ...callerAs(role), approval: 'for-one-child' };
  expect(await ask(caller, 'COUNTY', COUNTY)).toEqual(refused('NOT_FOUND'));
});
