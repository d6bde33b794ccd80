import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countStatements } from '../../support/count-statements.js';
import { countyPolice } from './police-callers.js';
import {
  addDetermination,
  addMove,
  addPermits,
  registeredChildren,
  type RegisteredChild,
} from './police-rows.js';

let agency: TestAgency;
let children: RegisteredChild[];
beforeAll(async () => {
  agency = await startTestAgency('police');
  children = await registeredChildren(agency, 50);
  // Every child has a row in each register: one that lacks some costs the statements behind them less.
  for (const { studentId, registeredDivisionCode } of children) {
    await addMove(agency, studentId, registeredDivisionCode);
    await addPermits(agency, studentId, registeredDivisionCode, '2026-12-01');
    await addDetermination(agency, studentId, '2026-11-01');
  }
});
afterAll(() => agency.close());

const HOUSEHOLD = 'id address addressDivision { name } members { name student { id } }';
const EVERYTHING = `household {
  residentRegistration { register { state } current { name registeredDivision { name } } records { name } }
  household { register { state } current { ${HOUSEHOLD} } records { ${HOUSEHOLD} } }
  guardians { register { state } records { name maskedPhone } }
  residencePermits { register { state } current { expiresOn addressDivision { name } student { id } } }
  floatingPopulation { register { state } current { direction localDivision { name } student { id } } }
  missingPerson { register { state } current { result residenceDivision { name } student { id } } }
  legalCustody { register { state } current { kind } }
  borderExit { register { state } current { destination } }
}`;

function statementsOf(ask: () => Promise<{ errors: readonly unknown[] }>): Promise<number> {
  return countStatements(async () => expect((await ask()).errors).toEqual([]));
}

test('the whole household record costs the same number of statements for 1 child and for 50', async () => {
  const ids = children.map(({ studentId }) => studentId);
  const one = await childWithSibling(ids);
  const forOne = await statementsOf(() => agency.askForStudents(countyPolice, [one], EVERYTHING));
  const forFifty = await statementsOf(() => agency.askForStudents(countyPolice, ids, EVERYTHING));
  expect(forFifty).toBe(forOne);
  expect(forFifty).toBeLessThanOrEqual(15);
});

/** One of the children whose household has another: who that is, is one statement more, for one child as for fifty. */
async function childWithSibling(ids: readonly string[]): Promise<string> {
  const rows = await agency.rows<{ student_id: string }>(
    `select m.student_id from household_member m
     join household_member other on other.household_id = m.household_id and other.student_id <> m.student_id
     where m.student_id = any(string_to_array(?, ',')) limit 1`,
    ids.join(','),
  );
  if (!rows[0]) throw new Error('None of the children has a brother or sister.');
  return rows[0].student_id;
}

test('fifty households by id cost as many statements as one, for an officer who reaches them by their children', async () => {
  const school = await agency.rows<{ code: string; households: string[] }>(
    `select s.code, array_agg(distinct m.household_id) as households
     from student_scope s join household_member m on m.student_id = s.student_id
     where s.kind = 'SCHOOL' group by s.code order by count(*) desc limit 1`,
  );
  const clerk = { ...countyPolice, jurisdiction: [{ kind: 'SCHOOL' as const, code: school[0]?.code ?? '' }] };
  const ask = (ids: readonly string[]) =>
    agency.ask(
      clerk,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Household { householderName members { name } } } }`,
      { of: ids.map((id) => ({ __typename: 'Household', id })) },
    );
  const households = school[0]?.households ?? [];
  expect(households.length).toBeGreaterThan(10);
  const forOne = await statementsOf(() => ask(households.slice(0, 1)));
  expect(await statementsOf(() => ask(households.slice(0, 50)))).toBe(forOne);
});

test.each([
  ['residencePermits', 'expiresOn addressDivision { name }'],
  ['floatingPopulation', 'direction localDivision { name }'],
  ['missingPersonDeterminations', 'result residenceDivision { name }'],
])('the list %s costs the same number of statements for 1 entry and for 50', async (field, selection) => {
  const ask = (first: number) =>
    agency.ask<Record<string, { nodes: unknown[] }>>(
      countyPolice,
      `query ($first: Int!) { ${field}(first: $first) { nodes { ${selection} student { id } } } }`,
      { first },
    );
  expect((await ask(50)).data[field]?.nodes).toHaveLength(50);
  const forOne = await statementsOf(() => ask(1));
  expect(await statementsOf(() => ask(50))).toBe(forOne);
});
