import { EDUCATION_SCOPES } from '../../../subgraphs/education/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf } from './education-callers.js';
import { enrolledPupil, someChildIn, type Pupil } from './pupils.js';

let agency: TestAgency;
let pupil: Pupil;
beforeAll(async () => {
  agency = await startTestAgency('education');
  pupil = await enrolledPupil(agency);
});
afterAll(() => agency.close());

type Json = Record<string, unknown> | null;
const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

/** Root fields: the right that each asks for. */
const ROOT_FIELDS: readonly (readonly [string, string, string])[] = [
  ['schools', EDUCATION_SCOPES.readSchools, 'schools { nodes { code } }'],
  ['absences', EDUCATION_SCOPES.readAbsences, 'absences { nodes { date } }'],
  ['absenceSpells', EDUCATION_SCOPES.readAbsences, 'absenceSpells { nodes { kind } }'],
  ['aidAwards', EDUCATION_SCOPES.readAid, 'aidAwards { nodes { programme } }'],
  ['homeTeachingVisits', EDUCATION_SCOPES.readSpecialEducation, 'homeTeachingVisits { nodes { visitedOn } }'],
];

describe('the root fields', () => {
  test.each(ROOT_FIELDS)('%s asks for %s', async (field, scope, selection) => {
    const { data, errors } = await agency.ask<Record<string, Json>>(
      withoutScope(bureauOfficer, scope),
      `{ ${selection} }`,
    );
    expect(data[field]).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test.each(ROOT_FIELDS)(
    '%s answers its own area, and nothing to another one',
    async (field, _scope, selection) => {
      const own = await agency.ask<Record<string, { nodes: unknown[] }>>(bureauOfficer, `{ ${selection} }`);
      const other = await agency.ask<Record<string, { nodes: unknown[] }>>(
        elsewhere(bureauOfficer),
        `{ ${selection} }`,
      );
      expect(own.errors).toEqual([]);
      expect(own.data[field]?.nodes.length).toBeGreaterThan(0);
      expect(other.data[field]).toEqual({ nodes: [] });
    },
  );

  test.each(ROOT_FIELDS)(
    '%s answers nothing to a caller without any area',
    async (field, _scope, selection) => {
      const { data } = await agency.ask<Record<string, Json>>(
        { ...bureauOfficer, jurisdiction: [] },
        `{ ${selection} }`,
      );
      expect(data[field]).toEqual({ nodes: [] });
    },
  );
});

describe('a school', () => {
  const byCode = (code: string) => `{ school(code: "${code}") { name } }`;
  const asEntity = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on School { name } } }`;
  const askEntity = (caller: TestCaller, code: unknown) =>
    agency.ask<{ _entities: Json[] }>(caller, asEntity, {
      representations: [{ __typename: 'School', code }],
    });

  test('opens to its officers and its clerk by either entry', async () => {
    for (const caller of [bureauOfficer, clerkOf(pupil.schoolCode)]) {
      const direct = await agency.ask<{ school: Json }>(caller, byCode(pupil.schoolCode));
      const entity = await askEntity(caller, pupil.schoolCode);
      expect(direct.data.school).toEqual({ name: expect.any(String) });
      expect(entity.data._entities).toEqual([direct.data.school]);
    }
  });

  test('out of reach looks like one that does not exist, by either entry', async () => {
    const stranger = elsewhere(bureauOfficer);
    const messages: unknown[] = [];
    for (const code of [pupil.schoolCode, '0000000000']) {
      const direct = await agency.ask<{ school: Json }>(stranger, byCode(code));
      const entity = await askEntity(stranger, code);
      expect(direct.data.school).toBeNull();
      expect(entity.data._entities).toEqual([null]);
      expect([...codesOf(direct.errors), ...codesOf(entity.errors)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
      messages.push(direct.errors[0]?.message, entity.errors[0]?.message);
    }
    expect(new Set(messages).size).toBe(1);
  });

  test('asks for its right by either entry', async () => {
    const caller = withoutScope(bureauOfficer, EDUCATION_SCOPES.readSchools);
    const direct = await agency.ask<{ school: Json }>(caller, byCode(pupil.schoolCode));
    const entity = await askEntity(caller, pupil.schoolCode);
    expect(direct.data.school).toBeNull();
    expect(entity.data._entities).toEqual([null]);
    expect([...codesOf(direct.errors), ...codesOf(entity.errors)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  test.each([[null], [7], [{}], [['x']]])('is not found by the code %j', async (code) => {
    const { data, errors } = await askEntity(bureauOfficer, code);
    expect(data._entities).toEqual([null]);
    expect(codesOf(errors)).toEqual(['NOT_FOUND']);
  });

  test('hides its pupils, and the children of its roll-calls, from a caller without the right to schooling', async () => {
    const { data, errors } = await agency.ask<{
      school: { students: Json; rollCalls: { nodes: { differences: Json }[] } };
    }>(
      withoutScope(bureauOfficer, EDUCATION_SCOPES.readSchooling),
      `{ school(code: "${pupil.schoolCode}") {
        students { nodes { name } } rollCalls(first: 1) { nodes { differences { finding } } } } }`,
    );
    expect(data.school).toEqual({ students: null, rollCalls: { nodes: [{ differences: null }] } });
    expect(codesOf(errors)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  test('is named where a pupil is seen from afar, but neither its roll, nor classes, nor roll-calls open', async () => {
    await agency.rows(
      "insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, 'REGISTERED', '652301001001', 'LOCAL')",
      pupil.studentId,
      pupil.studentId,
    );
    const { data, errors } = await agency.askForStudents<{
      schooling: { studentStatus: { current: { school: Record<string, unknown> } } };
    }>(
      elsewhere(bureauOfficer),
      [pupil.studentId],
      `schooling { studentStatus { current { school {
        code students { nodes { name } } classes { nodes { code } } rollCalls { nodes { calledOn } } } } } }`,
    );
    expect(data._entities[0]?.schooling.studentStatus.current.school).toEqual({
      code: pupil.schoolCode,
      students: null,
      classes: null,
      rollCalls: null,
    });
    expect(codesOf(errors)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    await agency.rows("delete from student_scope where code = '652301001001'");
  });
});

describe('the schooling of a child', () => {
  const NAME = 'schooling { studentStatus { current { name } } }';

  test('asks for its right', async () => {
    const caller = withoutScope(bureauOfficer, EDUCATION_SCOPES.readSchooling);
    const { data, errors } = await agency.askForStudents<{ schooling: Json }>(
      caller,
      [pupil.studentId],
      NAME,
    );
    expect(data._entities).toEqual([{ schooling: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('out of reach looks like a child that does not exist', async () => {
    const { data, errors } = await agency.askForStudents<{ schooling: Json }>(
      elsewhere(bureauOfficer),
      [pupil.studentId, 'a'.repeat(26)],
      NAME,
    );
    expect(data._entities).toEqual([{ schooling: null }, { schooling: null }]);
    expect(codesOf(errors)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
  });

  test.each([
    ['aid', EDUCATION_SCOPES.readAid, 'aid { register { state } }'],
    ['specialEducation', EDUCATION_SCOPES.readSpecialEducation, 'specialEducation { register { state } }'],
  ])('shows %s only with %s', async (field, scope, selection) => {
    const ask = (caller: TestCaller) =>
      agency.askForStudents<{ schooling: Record<string, Json> }>(
        caller,
        [pupil.studentId],
        `schooling { ${selection} }`,
      );
    const without = await ask(withoutScope(bureauOfficer, scope));
    expect(without.data._entities[0]?.schooling[field]).toBeNull();
    expect(codesOf(without.errors)).toEqual(['FORBIDDEN']);
    const having = await ask(bureauOfficer);
    expect(having.errors).toEqual([]);
    expect(having.data._entities[0]?.schooling[field]).not.toBeNull();
  });

  test('shows a guardian without the telephone to a caller without the right to it', async () => {
    const studentId = await someChildIn(
      agency,
      '(select * from school_guardian where phone_sealed is not null) as g',
    );
    const { data, errors } = await agency.askForStudents<{
      schooling: { studentStatus: { guardians: { name: string; phone: string | null }[] } };
    }>(
      withoutScope(bureauOfficer, EDUCATION_SCOPES.readGuardianPhone),
      [studentId],
      'schooling { studentStatus { guardians { name phone } } }',
    );
    const guardians = data._entities[0]?.schooling.studentStatus.guardians ?? [];
    expect(guardians.length).toBeGreaterThan(0);
    expect(guardians.map(({ phone }) => phone)).toEqual(guardians.map(() => null));
    expect(new Set(codesOf(errors))).toEqual(new Set(['FORBIDDEN']));
  });
});
