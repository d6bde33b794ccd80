import { readFileSync } from 'node:fs';
import { callerAs, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
/** Plans are casework, which the matching of aid alone does not open. */
const officer: TestCaller = { ...callerAs('poverty-officer'), purpose: 'CASE_HANDLING' };

interface Programme {
  readonly programme: string;
  readonly verdict: string;
  readonly conditionsUnknown: readonly string[];
}
interface Child {
  readonly student: {
    readonly id: string;
    readonly aidMatching: {
      readonly register: { readonly state: string };
      readonly programmes: readonly Programme[];
    } | null;
  } | null;
}
interface Household {
  readonly code: string;
  readonly children: readonly Child[];
}
interface Answer {
  readonly povertyHouseholds: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly Household[];
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.close());

const page = (after: string | null = null) =>
  hub.ask<Answer>(officer, operation('AidOfHouseholds'), { division: '520625', after });

async function allHouseholds(): Promise<Household[]> {
  const found: Household[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await page(after);
    expect(errors).toEqual([]);
    found.push(...data.povertyHouseholds.nodes);
    const { hasNextPage, endCursor } = data.povertyHouseholds.pageInfo;
    if (!hasNextPage) return found;
    after = endCursor;
  }
}

const rowsOf = <Row>(agency: string, query: string): Promise<Row[]> => {
  const found = hub.agencies.get(agency);
  if (!found) throw new Error(`There is no agency ${agency}.`);
  return found.rows<Row>(query);
};

const verdictsOf = (children: readonly Child[], verdict: string) =>
  children.flatMap(({ student }) =>
    (student?.aidMatching?.programmes ?? [])
      .filter((programme) => programme.verdict === verdict)
      .map(({ programme }) => `${student?.id} ${programme}`),
  );

test('each household shows its own children, who of them is eligible and not aided, and of whom that is unknown', async () => {
  const households = await allHouseholds();
  const members = await rowsOf<{ code: string; id: string }>(
    'poverty',
    `select household_code as code, scope.canonical_id as id from poverty_household_member member
     join (select distinct student_id, canonical_id from student_scope) scope using (student_id)`,
  );
  const householdOf = Map.groupBy(members, ({ code }) => code);
  const matches = await rowsOf<{ id: string; programme: string; verdict: string }>(
    'coordination',
    'select student_id as id, programme, verdict from aid_match',
  );
  const matchesOf = Map.groupBy(matches, ({ id }) => id);
  const isShared = households.filter(({ children }) => children.length > 1);
  expect([households.length > 20, isShared.length > 1]).toEqual([true, true]);
  const seen = new Set<string>();
  for (const { code, children } of households) {
    const ids = children.flatMap(({ student }) => student?.id ?? []);
    const own = new Set(householdOf.get(code)?.map(({ id }) => id));
    expect([code, ids.filter((id) => !own.has(id))]).toEqual([code, []]);
    for (const verdict of ['ELIGIBLE_NOT_AIDED', 'UNKNOWN']) {
      const expected = ids.flatMap((id) =>
        (matchesOf.get(id) ?? [])
          .filter((match) => match.verdict === verdict)
          .map(({ programme }) => `${id} ${programme}`),
      );
      if (expected.length > 0) seen.add(verdict);
      expect(verdictsOf(children, verdict).toSorted()).toEqual(expected.toSorted());
    }
    const programmes = children.flatMap(({ student }) => student?.aidMatching?.programmes ?? []);
    expect(
      programmes.filter(
        ({ verdict, conditionsUnknown }) => verdict === 'UNKNOWN' && conditionsUnknown.length === 0,
      ),
    ).toEqual([]);
  }
  expect(seen).toEqual(new Set(['ELIGIBLE_NOT_AIDED', 'UNKNOWN']));
});

test('for the matching of aid alone, the verdicts stand and plans, where they are asked for, do not show', async () => {
  const matching = (withPlans: boolean) =>
    hub.ask<Answer>({ ...officer, purpose: 'AID_MATCHING' }, operation('AidOfHouseholds'), {
      division: '520625',
      withPlans,
    });
  const [{ data, errors }, without] = [await matching(true), await matching(false)];
  const children = data.povertyHouseholds.nodes.flatMap((household) => household.children);
  expect(verdictsOf(children, 'ELIGIBLE_NOT_AIDED').length).toBeGreaterThan(0);
  const refused = errors.map(({ path, extensions }) => `${extensions.code} ${path?.at(-1)}`);
  expect(new Set(refused)).toEqual(new Set(['FORBIDDEN casework']));
  expect(without.errors).toEqual([]);
});

test('while coordination is down the households stand, and of no child anything is said of aid', async () => {
  hub.line('coordination').state = 'REFUSED';
  try {
    const { data, errors } = await page();
    const children = data.povertyHouseholds.nodes.flatMap((household) => household.children);
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter(({ student }) => student?.aidMatching)).toEqual([]);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['AGENCY_UNAVAILABLE']));
  } finally {
    hub.line('coordination').state = 'CONNECTED';
  }
});

test('who else belongs to a household is told by police and by the poverty office, each with its own state', async () => {
  const shared = (await allHouseholds()).find(({ children }) => children.length > 1);
  const ids = shared?.children.flatMap(({ student }) => student?.id ?? []) ?? [];
  interface Belongs {
    readonly student: {
      readonly household: { readonly household: { readonly register: { readonly state: string } } } | null;
      readonly poverty: {
        readonly povertyHousehold: {
          readonly register: { readonly state: string };
          readonly current: { readonly code: string; readonly children: readonly Child[] };
        };
      } | null;
    };
  }
  const coordinator = callerAs('coordination-officer');
  const ask = () => hub.ask<Belongs>(coordinator, operation('ChildrenOfHousehold'), { id: ids[0] });
  const { data, errors } = await ask();
  expect(errors).toEqual([]);
  const { household, poverty } = data.student;
  expect(household?.household.register.state).toBe('FOUND');
  expect(poverty?.povertyHousehold).toMatchObject({
    register: { state: 'FOUND' },
    current: { code: shared?.code },
  });
  const told = poverty?.povertyHousehold.current.children.flatMap(({ student }) => student?.id ?? []);
  expect(told?.toSorted()).toEqual(ids.toSorted());
  hub.line('poverty').state = 'REFUSED';
  try {
    const without = await ask();
    expect(without.data.student.poverty).toBeNull();
    expect(without.data.student.household?.household.register.state).toBe('FOUND');
    expect(without.errors.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_UNAVAILABLE']);
  } finally {
    hub.line('poverty').state = 'CONNECTED';
  }
});
