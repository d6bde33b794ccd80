import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterHousehold, enterMeasure, enterMember, enterRelocation, enterSite } from './poverty-rows.js';

const CHILDREN = 50;
const officer = callerAs('poverty-officer');
let agency: TestAgency;
const children: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('poverty');
  await enterSite(agency, 'AZ-0');
  await enterSite(agency, 'AZ-00');
  for (let index = 0; index < CHILDREN; index += 1) {
    const id = await newChild(agency, { registered: VILLAGE, residence: VILLAGE });
    await enterHousehold(agency, `A-${index}`);
    await enterMember(agency, id, `A-${index}`);
    await enterMeasure(agency, id);
    await enterRelocation(agency, id, index % 2 ? 'AZ-0' : 'AZ-00');
    children.push(id);
  }
});
afterAll(() => agency.close());

// What is asked for twice, on two levels, would be answered from memory or not as the data happen to be; so divisions
// and children of one kind are asked for once in each query.
test('the whole poverty record costs the same number of statements for 1 child and for 50', async () => {
  const selection = `poverty {
    povertyHousehold { register { state } current { code division { name } children { student { id } } } history { from } }
    responsibleOfficer { current { name } }
    measures { current { kind } }
    relocation { current { site { name relocatedChildren(first: 3) { nodes { movedOn } } } } } }`;
  const ask = (ids: readonly string[]) =>
    countStatements(async () => {
      const { data, errors } = await agency.askForStudents(officer, ids, selection);
      expect(errors).toEqual([]);
      expect(data._entities).toHaveLength(ids.length);
    });
  const forOne = await ask(children.slice(0, 1));
  expect(await ask(children)).toBe(forOne);
  expect(forOne).toBeLessThanOrEqual(11);
});

test.each([
  ['povertyHouseholds', 'division { name } responsibleOfficer { name } children { student { id } }'],
  ['povertyMeasures', 'division { name } student { id }'],
  ['resettlementSites', 'division { name } relocatedChildren(first: 5) { nodes { student { id } } }'],
])('a page of %s costs the same number of statements for 2 entries and for 100', async (field, selection) => {
  const ask = (first: number) =>
    countStatements(async () => {
      const { errors } = await agency.ask(
        officer,
        `{ ${field}(first: ${first}) { nodes { ${selection} } } }`,
      );
      expect(errors).toEqual([]);
    });
  expect(await ask(100)).toBe(await ask(2));
});
