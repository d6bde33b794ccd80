import { startTestAgency, type TestAgency } from '../../support/agency.js';
import type { TestCaller } from '../../support/callers.js';
import { countyPolice, clerkOf, officerOf } from './police-callers.js';
import { registeredChild, type RegisteredChild } from './police-rows.js';

let agency: TestAgency;
let child: RegisteredChild;
beforeAll(async () => {
  agency = await startTestAgency('police');
  child = await registeredChild(agency);
});
afterAll(() => agency.close());

interface Member {
  name: string;
  birthYear: number;
  relationToHouseholder: string;
  student: { id: string } | null;
}
interface Household {
  id: string;
  maskedHouseholdNumber: string;
  householderName: string;
  address: string;
  kind: string;
  addressDivision: { code: string };
  members: Member[];
}

const HOUSEHOLD =
  'id maskedHouseholdNumber householderName address kind addressDivision { code } members { name birthYear relationToHouseholder student { id } }';

const askDirectly = (caller: TestCaller, id: string) =>
  agency.ask<{ household: Household | null }>(
    caller,
    `query ($id: ID!) { household(id: $id) { ${HOUSEHOLD} } }`,
    { id },
  );
const askAsEntity = (caller: TestCaller, id: unknown) =>
  agency.ask<{ _entities: (Household | null)[] }>(
    caller,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Household { ${HOUSEHOLD} } } }`,
    { of: [{ __typename: 'Household', id }] },
  );

describe('a household', () => {
  test('is one page of the register, the householder first, children led on to their other records', async () => {
    const { data, errors } = await askDirectly(countyPolice, child.householdId);
    expect(errors).toEqual([]);
    const household = data.household;
    expect(household).toMatchObject({ id: child.householdId, kind: 'FAMILY' });
    expect(household?.members[0]).toMatchObject({
      name: household?.householderName,
      relationToHouseholder: 'HOUSEHOLDER',
      student: null,
    });
    const children = household?.members.filter(({ student }) => student !== null) ?? [];
    expect(children.map(({ student }) => student?.id)).toContain(child.studentId);
    for (const { birthYear } of children) expect(birthYear).toBeGreaterThan(2005);
  });

  test('shows its number masked, under an id that does not contain it', async () => {
    const { data } = await askDirectly(countyPolice, child.householdId);
    expect(data.household?.id).toMatch(/^[a-z2-7]{26}$/);
    expect(data.household?.maskedHouseholdNumber).toMatch(/^\d{4}\*+\d\d$/);
  });

  test('is the same by its id, as an entity, and from its child', async () => {
    const direct = await askDirectly(countyPolice, child.householdId);
    const entity = await askAsEntity(countyPolice, child.householdId);
    const fromChild = await agency.askForStudents<{
      household: { household: { register: { state: string }; current: Household; records: Household[] } };
    }>(
      countyPolice,
      [child.studentId],
      `household { household { register { state } current { ${HOUSEHOLD} } records { ${HOUSEHOLD} } } }`,
    );
    expect(entity.data._entities).toEqual([direct.data.household]);
    expect(fromChild.data._entities[0]?.household.household).toEqual({
      register: { state: 'FOUND' },
      current: direct.data.household,
      records: [direct.data.household],
    });
  });

  test('opens to the officers of its village and to those of a village where one of its children lives', async () => {
    const village = child.registeredDivisionCode;
    expect((await askDirectly(officerOf(village), child.householdId)).data.household).not.toBeNull();
    const elsewhere = '520625999999';
    expect((await askDirectly(officerOf(elsewhere), child.householdId)).data.household).toBeNull();
    await agency.rows(
      "insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, 'RESIDENCE', ?, 'LOCAL')",
      child.studentId,
      child.studentId,
      elsewhere,
    );
    expect((await askDirectly(officerOf(elsewhere), child.householdId)).data.household).not.toBeNull();
    await agency.rows('delete from student_scope where code = ?', elsewhere);
  });

  test('opens to the clerk of the school of one child, without the records of a sister elsewhere', async () => {
    const [page] = await agency.rows<{ household_id: string; school: string; first: string; second: string }>(
      `select a.household_id, s.code as school, a.student_id as first, b.student_id as second
       from household_member a
       join household_member b on b.household_id = a.household_id and b.student_id <> a.student_id
       join student_scope s on s.student_id = a.student_id and s.canonical_id = a.student_id and s.kind = 'SCHOOL'
       where not exists (select from student_scope t where t.student_id = b.student_id and t.code = s.code)
         and exists (select from student_scope t where t.student_id = b.student_id)
       order by a.id limit 1`,
    );
    if (!page) throw new Error('The county has no brothers or sisters at two schools.');
    const { data, errors } = await askDirectly(clerkOf(page.school), page.household_id);
    const studentIds = data.household?.members.map(({ student }) => student?.id);
    expect(studentIds).toContain(page.first);
    expect(studentIds).not.toContain(page.second);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['NOT_FOUND']));
  });

  test('out of reach, unknown or misspelt looks the same by either entry', async () => {
    const stranger = officerOf('652301');
    const messages = new Set<string | undefined>();
    for (const id of [child.householdId, 'a'.repeat(26), "x' or true --", '']) {
      const direct = await askDirectly(stranger, id);
      const entity = await askAsEntity(stranger, id);
      expect(direct.data.household).toBeNull();
      expect(entity.data._entities).toEqual([null]);
      for (const { message, extensions } of [...direct.errors, ...entity.errors]) {
        expect(extensions.code).toBe('NOT_FOUND');
        messages.add(message);
      }
    }
    expect(messages.size).toBe(1);
  });

  test('named by something that is no text is not found', async () => {
    const { data, errors } = await askAsEntity(countyPolice, { code: 1 });
    expect(data._entities).toEqual([null]);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});
