import { residentIdCheckCharacter } from '../../../subgraphs/_kit/identity/resident-id-number.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, testCounty, withoutScope } from '../../support/callers.js';
import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import { office, officerOf } from './coordination-callers.js';
import { listedPupil, listedPupils, type ListedChild } from './register-rows.js';

let agency: TestAgency;
let child: ListedChild;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  child = await listedPupil(agency);
});
afterAll(() => agency.close());

const REVEAL = `query ($id: ID!, $reason: String!) {
  student(id: $id) { registerEntry { maskedResidentIdNumber residentIdNumber(reason: $reason) } } }`;
interface Revealed {
  readonly student: {
    readonly registerEntry: {
      readonly maskedResidentIdNumber: string;
      readonly residentIdNumber: string | null;
    };
  };
}
const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

async function numberOf(id: string): Promise<string> {
  const { data, errors } = await agency.ask<Revealed>(office, REVEAL, { id, reason: '补办学籍材料' });
  expect(errors).toEqual([]);
  return data.student.registerEntry.residentIdNumber ?? '';
}

test('an entry says who the child is, where it belongs and what its standing rests on', async () => {
  const { data, errors } = await agency.ask<{ student: { registerEntry: Record<string, unknown> } }>(
    office,
    `query ($id: ID!) { student(id: $id) { id registerEntry {
      register { state freshness source } name sex birthDate maskedResidentIdNumber residenceSource academicYear age
      expectedGrade stage schoolCode schoolName classCode className grade standing standingBasis standingSince focusGroups
      registeredDivision { code name level } sources { agency register version asOf } } } }`,
    { id: child.studentId },
  );
  expect(errors).toEqual([]);
  const entry = data.student.registerEntry;
  expect(entry['register']).toMatchObject({ state: 'FOUND', freshness: 'CURRENT' });
  expect(entry).toMatchObject({
    name: child.name,
    academicYear: 2026,
    schoolCode: child.schoolCode,
    classCode: child.classCode,
    className: expect.stringMatching(/^.年级（\d+）班$/) as string,
    registeredDivision: { code: child.registeredDivisionCode, level: 'VILLAGE' },
  });
  expect(entry['maskedResidentIdNumber']).toMatch(/^\d{4}\*{12}[\dX]{2}$/);
  expect(entry['sources']).toContainEqual(
    expect.objectContaining({ agency: 'education', register: 'STUDENT_STATUS', version: 1 }),
  );
});

test('a child without an entry has no record, and every field of it is null', async () => {
  const other = (await listedPupils(agency, 2))[1]?.studentId ?? '';
  await agency.rows('delete from school_age_entry where student_id = ?', other);
  const { data, errors } = await agency.askForStudents<{ registerEntry: object }>(
    office,
    [other],
    'registerEntry { register { state } name standing focusGroups registeredDivision { code } }',
  );
  expect(errors).toEqual([]);
  expect(data._entities[0]?.registerEntry).toEqual({
    register: { state: 'NO_RECORD' },
    name: null,
    standing: null,
    focusGroups: null,
    registeredDivision: null,
  });
});

describe('a child of several ids', () => {
  test('is found by any of them, under the canonical one', async () => {
    const [link] = await agency.rows<{ member_id: string; canonical_id: string }>(
      'select member_id, canonical_id from student_link order by member_id limit 1',
    );
    expect(link).toBeDefined();
    const { data, errors } = await agency.ask<{ student: { id: string; formerIds: string[] } }>(
      office,
      'query ($id: ID!) { student(id: $id) { id formerIds } }',
      { id: link?.member_id },
    );
    expect(errors).toEqual([]);
    expect(data.student.id).toBe(link?.canonical_id);
    expect(data.student.formerIds).toContain(link?.member_id);
  });

  test('a child of one id has no former ones', async () => {
    const { data } = await agency.askForStudents<{ formerIds: string[] }>(
      office,
      [child.studentId],
      'formerIds',
    );
    expect(data._entities).toEqual([{ formerIds: [] }]);
  });
});

describe('the number in full', () => {
  test('is what the mask covers', async () => {
    const number = await numberOf(child.studentId);
    expect(number).toMatch(/^99\d{15}[\dX]$/);
    const { data } = await agency.ask<Revealed>(office, REVEAL, {
      id: child.studentId,
      reason: '补办学籍材料',
    });
    expect(data.student.registerEntry.maskedResidentIdNumber).toBe(
      `${number.slice(0, 4)}************${number.slice(-2)}`,
    );
  });

  test.each(['', '补办', '    a    ', '长'.repeat(201)])('is not shown for the reason %p', async (reason) => {
    const { data, errors } = await agency.ask<Revealed>(office, REVEAL, { id: child.studentId, reason });
    expect(data.student.registerEntry.residentIdNumber).toBeNull();
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  });

  test('is null for a child of whom none is recorded', async () => {
    const [row] = await agency.rows<{ id: string }>(
      `select student_id as id from school_age_entry where resident_id_number_sealed is null and registered_division_code is not null
       union all select student_id from school_age_entry where resident_id_number_sealed is null limit 1`,
    );
    const { data } = await agency.ask<Revealed>(office, REVEAL, { id: row?.id, reason: '补办学籍材料' });
    expect(data.student.registerEntry.residentIdNumber).toBeNull();
  });

  test('is sealed for its own column', async () => {
    const other = (await listedPupils(agency, 3))[2];
    await agency.rows(
      `update school_age_entry set resident_id_number_sealed = 'v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where student_id = ?`,
      other?.studentId,
    );
    const { data, errors } = await agency.ask<Revealed>(office, REVEAL, {
      id: other?.studentId,
      reason: '补办学籍材料',
    });
    expect(data.student.registerEntry.residentIdNumber).toBeNull();
    expect(codesOf(errors)).toEqual(['INTERNAL_SERVER_ERROR']);
  });
});

describe('looking for a child by number and name', () => {
  const find = (input: object, caller = office) =>
    agency.ask<{ findStudent: { id: string } | null }>(
      caller,
      'query ($input: FindStudentInput!) { findStudent(input: $input) { id } }',
      { input },
    );

  test('finds it, however number and name are typed', async () => {
    const number = await numberOf(child.studentId);
    for (const residentIdNumber of [
      number,
      number.toLowerCase(),
      ` ${number.slice(0, 6)} ${number.slice(6)}`,
    ]) {
      const { data, errors } = await find({ residentIdNumber, name: ` ${child.name} ` });
      expect(errors).toEqual([]);
      expect(data.findStudent).toEqual({ id: child.studentId });
    }
  });

  test('an unknown number, another name and a child out of reach give the same answer', async () => {
    const number = await numberOf(child.studentId);
    const nobodys = '99000020150101999';
    const unknown = await find({
      residentIdNumber: nobodys + residentIdCheckCharacter(nobodys),
      name: child.name,
    });
    const misnamed = await find({ residentIdNumber: number, name: '别人' });
    const outOfReach = await find({ residentIdNumber: number, name: child.name }, elsewhere(office));
    for (const { data, errors } of [unknown, misnamed, outOfReach]) {
      expect(data.findStudent).toBeNull();
      expect(codesOf(errors)).toEqual(['NOT_FOUND']);
      expect(JSON.stringify(errors)).not.toContain(number);
    }
    const messages = [unknown, misnamed, outOfReach].map(({ errors }) => errors[0]?.message);
    expect(new Set(messages).size).toBe(1);
  });

  test('text that is no number is refused without being repeated', async () => {
    const { errors } = await find({ residentIdNumber: '123456789012345678', name: child.name });
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(errors)).not.toContain('123456789012345678');
  });

  test('asks for its own right', async () => {
    const { errors } = await find(
      { residentIdNumber: '99000020150101001X', name: '某' },
      withoutScope(office, COORDINATION_SCOPES.findStudent),
    );
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });
});

test('an unknown child and one out of reach look the same', async () => {
  const ask = (id: string, caller = office) =>
    agency.ask<{ student: null }>(caller, 'query ($id: ID!) { student(id: $id) { id } }', { id });
  const unknown = await ask('a'.repeat(26));
  const outOfReach = await ask(child.studentId, officerOf('652301'));
  const malformed = await ask('nobody');
  for (const answer of [unknown, outOfReach, malformed]) {
    expect(answer.data.student).toBeNull();
    expect(codesOf(answer.errors)).toEqual(['NOT_FOUND']);
    expect(answer.errors[0]?.message).toBe(unknown.errors[0]?.message);
  }
});

test('the sample child of the county has an entry', async () => {
  const { data, errors } = await agency.askForStudents<{ registerEntry: { register: { state: string } } }>(
    office,
    [testCounty.sampleStudentId ?? ''],
    'registerEntry { register { state } }',
  );
  expect(errors).toEqual([]);
  expect(data._entities[0]?.registerEntry.register.state).toBe('FOUND');
});
