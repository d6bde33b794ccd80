import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterCase, enterEmployer, enterWorkAway } from './labour-rows.js';

const CHILDREN = 50;
const inspector = callerAs('labour-inspector');
let agency: TestAgency;
const children: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('labour');
  await enterEmployer(agency, 'YG-TEST-1');
  for (let index = 0; index < CHILDREN; index += 1) {
    const id = await newChild(agency, { registered: VILLAGE, residence: VILLAGE });
    await enterCase(agency, id, { employer: index % 2 ? 'YG-TEST-1' : 'YG00001' });
    await enterWorkAway(agency, id, 'FATHER', '2026-03-01');
    children.push(id);
  }
});
afterAll(() => agency.close());

const EMPLOYER = `employer { name division { name } inspections { code }
  licenceSanctions { kind } childLabourCases { caseNumber } }`;

test('the whole labour record costs the same number of statements for 1 child and for 50', async () => {
  const selection = `labour {
    childLabourCases { register { state } current { caseNumber }
      records { fine { totalYuan } ${EMPLOYER} inspection { code } division { name } student { id } } }
    guardiansWorkAway { register { state } records { guardian } } }`;
  const ask = (ids: readonly string[]) =>
    countStatements(async () => {
      const { data, errors } = await agency.askForStudents(inspector, ids, selection);
      expect(errors).toEqual([]);
      expect(data._entities).toHaveLength(ids.length);
    });
  const forOne = await ask(children.slice(0, 1));
  expect(await ask(children)).toBe(forOne);
  expect(forOne).toBeLessThanOrEqual(10);
});

test.each([
  ['childLabourCases', `fine { totalYuan } ${EMPLOYER} division { name } student { id }`],
  [
    'employers',
    `division { name } inspections { code } licenceSanctions { kind } childLabourCases { student { id } }`,
  ],
  ['labourInspections', 'employer { name } division { name }'],
])('a page of %s costs the same number of statements for 2 entries and for 100', async (field, selection) => {
  const ask = (first: number) =>
    countStatements(async () => {
      const { errors } = await agency.ask(
        inspector,
        `{ ${field}(first: ${first}) { nodes { ${selection} } } }`,
      );
      expect(errors).toEqual([]);
    });
  expect(await ask(100)).toBe(await ask(2));
});
