import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterAllowance, enterDated, enterFile, enterLeftBehind, enterPayment } from './welfare-rows.js';

const CHILDREN = 50;
const officer = callerAs('civil-affairs-officer');
let agency: TestAgency;
const children: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
  for (let index = 0; index < CHILDREN; index += 1) {
    const id = await newChild(agency, { registered: VILLAGE, residence: VILLAGE });
    await enterFile(agency, id);
    await enterAllowance(agency, id);
    await enterLeftBehind(agency, id, '2026-11-01');
    await enterPayment(agency, id);
    await enterPayment(agency, id, { paidOn: '2026-09-10' });
    await enterDated(agency, 'de_facto_unattended_child', id, {
      father_circumstance: 'DEAD',
      mother_circumstance: 'MISSING',
      monthly_amount_yuan: 1100,
    });
    children.push(id);
  }
});
afterAll(() => agency.close());

test('the whole welfare costs the same number of statements for 1 child and for 50', async () => {
  const state = 'register { state }';
  const selection = `welfare {
    childFile { ${state} records { childName guardians { name } } }
    subsistenceAllowance { ${state} current { area division { name } } }
    extremePovertySupport { ${state} } orphan { ${state} }
    deFactoUnattended { ${state} current { fatherCircumstance } }
    leftBehind { ${state} current { ground } } childInDifficulty { ${state} }
    reliefPayments { ${state} payments(first: 5) { nodes { month student { id } } } }
    earlyMarriageScreening { ${state} } parentInCustody { ${state} } }`;
  const ask = (ids: readonly string[]) =>
    countStatements(async () => {
      const { data, errors } = await agency.askForStudents(officer, ids, selection);
      expect(errors).toEqual([]);
      expect(data._entities).toHaveLength(ids.length);
    });
  const forOne = await ask(children.slice(0, 1));
  expect(await ask(children)).toBe(forOne);
  // Children, registers' dates, one for each of nine registers and two for payments, guardians, divisions.
  expect(forOne).toBeLessThanOrEqual(15);
});

test.each(['subsistenceAllowances', 'leftBehindChildren', 'deFactoUnattendedChildren', 'reliefPayments'])(
  'a page of %s costs the same number of statements for 2 entries and for 100',
  async (field) => {
    const ask = (first: number) =>
      countStatements(async () => {
        const { errors } = await agency.ask(
          officer,
          `{ ${field}(first: ${first}) { nodes { division { name } student { id } } } }`,
        );
        expect(errors).toEqual([]);
      });
    expect(await ask(100)).toBe(await ask(2));
  },
);
