import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countStatements } from '../../support/count-statements.js';
import { office } from './coordination-callers.js';
import { addCase, addOrder, addReferral, addScreening, listedPupils } from './register-rows.js';

let agency: TestAgency;
let ids: string[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  ids = (await listedPupils(agency, 50)).map(({ studentId }) => studentId);
  // Every child has a row everywhere: one that lacks some would cost fewer statements.
  for (const [index, id] of ids.entries()) {
    const added = await addCase(agency, id, { number: `C-${index}`, openedOn: '2026-10-01' });
    await addOrder(agency, added, { dueOn: '2026-11-01' });
    await addReferral(agency, added, { toBody: 'POLICE', dueOn: '2026-11-01' });
    await addScreening(agency, id, 'CONFIRMED_DROPOUT', 'VISIT_RECORD');
  }
});
afterAll(() => agency.close());

const CASE =
  'caseNumber township { name } persuasionVisits { result } persuadedBy { bodies } plan { measures { measure policyClause } } student { id } nextOrder { state } orders { orderNumber } justifiedReasons { kind } administrativeHolds { state decisions { id } }';
const EVERYTHING = `formerIds
  registerEntry { register { state } name registeredDivision { name } residenceDivision { name } }
  casework { register { state } current { ${CASE} } screenings { visitedOn } orders { orderNumber student { id } } referrals { referralNumber state isOverdue } }
  responsibility { register { state } assignments { post } }
  risk { register { state } factors { factor } }
  aidMatching { register { state } programmes { programme schoolFacts { group } student { id } } }`;

const statementsOf = (ask: () => Promise<{ errors: readonly unknown[] }>) =>
  countStatements(async () => expect((await ask()).errors).toEqual([]));

test('everything about a child costs the same number of statements for 1 child and for 50', async () => {
  const forOne = await statementsOf(() => agency.askForStudents(office, ids.slice(0, 1), EVERYTHING));
  const forFifty = await statementsOf(() => agency.askForStudents(office, ids, EVERYTHING));
  expect(forFifty).toBe(forOne);
  expect(forFifty).toBeLessThanOrEqual(17);
});

test('a page of students costs the same number of statements for 1 and for 50', async () => {
  const page = (first: number, total: string) =>
    statementsOf(() =>
      agency.ask(
        office,
        `{ students(first: ${first}) { ${total} nodes { id registerEntry { name registeredDivision { name } residenceDivision { name } } } } }`,
      ),
    );
  const forFifty = await page(50, '');
  expect(forFifty).toBeLessThanOrEqual(5);
  // One child may live outside the county and have no division to look up.
  expect(await page(1, '')).toBeLessThanOrEqual(forFifty);
  expect(await page(50, 'totalCount')).toBe(forFifty + 1);
});

test.each([
  ['cases', CASE],
  ['enforcementOrders', 'orderNumber issuerName student { id registerEntry { name } }'],
  ['referrals', 'referralNumber state reminderOn escalatedTo student { id registerEntry { name } }'],
  ['aidMatches', 'programme schoolFacts { group } student { id registerEntry { name } }'],
])('a page of %s costs the same number of statements for 2 and for 50', async (field, selection) => {
  const page = (first: number) =>
    statementsOf(() => agency.ask(office, `{ ${field}(first: ${first}) { nodes { ${selection} } } }`));
  expect(await page(50)).toBe(await page(2));
});
