import { CIVIL_AFFAIRS_SCOPES } from '../../../subgraphs/civil-affairs/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import type { GraphqlError } from '../../support/graphql-client.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterAllowance, enterDated, enterLeftBehind, enterPayment, enterScreening } from './welfare-rows.js';

type Nodes = { nodes: Record<string, unknown>[] } | null;

const officer = callerAs('civil-affairs-officer');
const codesOf = (errors: readonly GraphqlError[]) => errors.map(({ extensions }) => extensions.code);

let agency: TestAgency;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
  await agency.rows('delete from de_facto_unattended_child');
  child = await newChild(agency, { registered: VILLAGE, residence: VILLAGE });
  await enterAllowance(agency, child);
  await enterLeftBehind(agency, child, '2026-11-11');
  await enterPayment(agency, child);
  await enterScreening(agency, child, '2026-11-01');
  await enterDated(agency, 'parent_in_custody', child, { parent: 'FATHER' });
  await enterDated(agency, 'de_facto_unattended_child', child, {
    father_circumstance: 'IN_PRISON',
    mother_circumstance: 'NO_CONTACT',
    monthly_amount_yuan: 1100,
  });
});
afterAll(() => agency.close());

const ROOT_FIELDS = [
  ['subsistenceAllowances', CIVIL_AFFAIRS_SCOPES.listSubsistenceAllowances],
  ['leftBehindChildren', CIVIL_AFFAIRS_SCOPES.listLeftBehind],
  ['deFactoUnattendedChildren', CIVIL_AFFAIRS_SCOPES.listDeFactoUnattended],
  ['reliefPayments', CIVIL_AFFAIRS_SCOPES.listReliefPayments],
] as const;

async function nodesOf(caller: TestCaller, field: string, selection = '__typename') {
  const { data, errors } = await agency.ask<Record<string, Nodes>>(
    caller,
    `{ ${field} { nodes { ${selection} } } }`,
  );
  return { list: data[field], errors };
}

describe.each(ROOT_FIELDS)('the list %s', (field, scope) => {
  test(`needs ${scope}`, async () => {
    const { list, errors } = await nodesOf(withoutScope(officer, scope), field);
    expect(list).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answers to officers of the area', async () => {
    const { list, errors } = await nodesOf(officer, field);
    expect(errors).toEqual([]);
    expect(list?.nodes.length).toBeGreaterThan(0);
  });

  test.each([
    ['another county', (caller: TestCaller) => elsewhere(caller)],
    ['no area at all', (caller: TestCaller) => ({ ...caller, jurisdiction: [] })],
    [
      'another class',
      (caller: TestCaller): TestCaller => ({
        ...caller,
        jurisdiction: [{ kind: 'CLASS', code: '99999999990101' }],
      }),
    ],
  ])('is empty for %s', async (_area, moved) => {
    expect((await nodesOf(moved(officer), field)).list?.nodes).toEqual([]);
  });
});

describe('the welfare of a child', () => {
  const SELECTION =
    'welfare { subsistenceAllowance { current { area } } reliefPayments { payments { nodes { kind } } } }';

  test(`needs ${CIVIL_AFFAIRS_SCOPES.readWelfare}`, async () => {
    const { data, errors } = await agency.askForStudents(
      withoutScope(officer, CIVIL_AFFAIRS_SCOPES.readWelfare),
      [child],
      SELECTION,
    );
    expect(data._entities).toEqual([{ welfare: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answers to officers of the area', async () => {
    const { data, errors } = await agency.askForStudents(officer, [child], SELECTION);
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([
      {
        welfare: {
          subsistenceAllowance: { current: { area: 'RURAL' } },
          reliefPayments: { payments: { nodes: [{ kind: 'ORPHAN' }] } },
        },
      },
    ]);
  });

  test('looks the same for a child out of reach and for one that does not exist', async () => {
    const outOfReach = await agency.askForStudents(elsewhere(officer), [child], SELECTION);
    const unknown = await agency.askForStudents(elsewhere(officer), ['a'.repeat(26)], SELECTION);
    expect(codesOf(outOfReach.errors)).toEqual(['NOT_FOUND']);
    expect(outOfReach.data).toEqual(unknown.data);
    expect(outOfReach.errors.map(({ message }) => message)).toEqual(
      unknown.errors.map(({ message }) => message),
    );
  });

  test('of children in and out of reach answers for those in reach alone', async () => {
    const stranger = await newChild(agency, { residence: '652301001001' });
    await enterAllowance(agency, stranger);
    const { data, errors } = await agency.askForStudents<object>(officer, [stranger, child], SELECTION);
    expect(data._entities[0]).toEqual({ welfare: null });
    expect(data._entities[1]).not.toEqual({ welfare: null });
    expect(codesOf(errors)).toEqual(['NOT_FOUND']);
  });
});

describe('restricted facts', () => {
  const unrestricted = withoutScope(officer, CIVIL_AFFAIRS_SCOPES.readRestricted);

  test.each([
    ['earlyMarriageScreening', 'earlyMarriageScreening { register { state } records { result } }'],
    ['parentInCustody', 'parentInCustody { register { state } current { parent } }'],
  ])('%s are null without their own scope, the rest still answers', async (field, selection) => {
    const ask = (caller: TestCaller) =>
      agency.askForStudents<{ welfare: Record<string, unknown> }>(
        caller,
        [child],
        `welfare { orphan { register { state } } ${selection} }`,
      );
    const without = await ask(unrestricted);
    expect(without.data._entities[0]?.welfare).toEqual({
      orphan: { register: { state: 'NO_RECORD' } },
      [field]: null,
    });
    expect(codesOf(without.errors)).toEqual(['FORBIDDEN']);
    const withScope = await ask(officer);
    expect(withScope.errors).toEqual([]);
    expect(withScope.data._entities[0]?.welfare[field]).toMatchObject({ register: { state: 'FOUND' } });
  });

  test('what befell the parents of an unattended child is null without it, from the child and from the list', async () => {
    const fields = 'monthlyAmountYuan fatherCircumstance motherCircumstance';
    const hidden = { monthlyAmountYuan: 1100, fatherCircumstance: null, motherCircumstance: null };
    const byChild = await agency.askForStudents<{ welfare: { deFactoUnattended: { current: object } } }>(
      unrestricted,
      [child],
      `welfare { deFactoUnattended { current { ${fields} } } }`,
    );
    expect(byChild.data._entities[0]?.welfare.deFactoUnattended.current).toEqual(hidden);
    expect(codesOf(byChild.errors)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const byList = await nodesOf(unrestricted, 'deFactoUnattendedChildren', fields);
    expect(byList.list?.nodes).toEqual([hidden]);
    const allowed = await nodesOf(officer, 'deFactoUnattendedChildren', fields);
    expect(allowed.list?.nodes).toEqual([
      { monthlyAmountYuan: 1100, fatherCircumstance: 'IN_PRISON', motherCircumstance: 'NO_CONTACT' },
    ]);
  });
});
