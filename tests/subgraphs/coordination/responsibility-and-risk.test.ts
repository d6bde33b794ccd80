import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { office } from './coordination-callers.js';
import { listedPupil, listedPupils, type ListedChild } from './register-rows.js';

let agency: TestAgency;
let child: ListedChild;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  child = await listedPupil(agency);
});
afterAll(() => agency.close());

async function ask<Part>(selection: string, id = child.studentId): Promise<Part> {
  const { data, errors } = await agency.askForStudents<Part>(office, [id], selection);
  expect(errors).toEqual([]);
  const [entity] = data._entities;
  if (!entity) throw new Error('The child was not answered.');
  return entity;
}

interface Responsible {
  readonly responsibility: {
    readonly register: { readonly state: string };
    readonly assignments: {
      readonly line: string;
      readonly level: string;
      readonly scheme: string;
      readonly code: string;
      readonly personName: string | null;
      readonly isVacant: boolean;
    }[];
  };
}
const RESPONSIBILITY =
  'responsibility { register { state } assignments { line level scheme code post personName isVacant } }';

test('both lines answer for a pupil, each from the top down', async () => {
  const { responsibility } = await ask<Responsible>(RESPONSIBILITY);
  expect(responsibility.register.state).toBe('FOUND');
  const chains = responsibility.assignments.filter(({ scheme }) => scheme !== 'SEVEN_LEADERS');
  expect(chains.map(({ level }) => level)).toEqual([
    'COUNTY',
    'TOWNSHIP',
    'VILLAGE',
    'VILLAGE_GROUP',
    'BUREAU',
    'SCHOOL',
    'CLASS',
    'SUBJECT',
  ]);
  expect(chains.find(({ level }) => level === 'VILLAGE_GROUP')).toMatchObject({
    isVacant: true,
    personName: null,
  });
  expect(chains.find(({ level }) => level === 'CLASS')).toMatchObject({
    code: child.classCode,
    isVacant: false,
  });
  const leaders = responsibility.assignments.filter(({ scheme }) => scheme === 'SEVEN_LEADERS');
  expect(leaders.map(({ level }) => level)).toEqual(['COUNTY', 'TOWNSHIP', 'VILLAGE', 'BUREAU', 'SCHOOL']);
});

test('a post that nobody holds today is a vacant link', async () => {
  await agency.rows(
    "update responsibility_assignment set valid_to = '2026-11-19' where target_code = ?",
    child.classCode,
  );
  const { responsibility } = await ask<Responsible>(RESPONSIBILITY);
  expect(responsibility.assignments.find(({ level }) => level === 'CLASS')).toMatchObject({
    personName: null,
    isVacant: true,
  });
});

test('who answered on another day is told by the assignments and the policy of that day', async () => {
  const on = (day: string) => RESPONSIBILITY.replace('responsibility', `responsibility(on: "${day}")`);
  const classLink = async (day: string) => {
    const { responsibility } = await ask<Responsible>(on(day));
    return responsibility.assignments.find(({ level }) => level === 'CLASS');
  };
  // Until the day before today somebody held the post (the test above).
  expect(await classLink('2026-11-19')).toMatchObject({ isVacant: false, code: child.classCode });
  expect(await classLink('2026-11-20')).toMatchObject({ isVacant: true, personName: null });
  const both = await agency.askForStudents<Record<'before' | 'now', Responsible['responsibility']>>(
    office,
    [child.studentId],
    `before: ${on('2026-11-19')} now: ${RESPONSIBILITY}`,
  );
  expect(both.errors).toEqual([]);
  const [answer] = both.data._entities;
  expect(answer?.before.assignments).not.toEqual(answer?.now.assignments);
  const { errors } = await agency.askForStudents(office, [child.studentId], on('2019-09-01'));
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

describe('on another day', () => {
  interface Answer {
    readonly responsibility: Responsible['responsibility'] & { readonly unknownPlaces: readonly string[] };
  }
  let moved: ListedChild;
  const on = async (day: string) => {
    const { responsibility } = await ask<Answer>(
      `responsibility(on: "${day}") { register { state } unknownPlaces assignments { level scheme code isVacant } }`,
      moved.studentId,
    );
    const { assignments, unknownPlaces, register } = responsibility;
    const chains = assignments.filter(({ scheme }) => scheme !== 'SEVEN_LEADERS');
    const codeAt = (level: string) => chains.find((link) => link.level === level)?.code ?? null;
    return {
      register: register.state,
      unknown: unknownPlaces,
      village: codeAt('VILLAGE_GROUP'),
      school: codeAt('SCHOOL'),
      class: codeAt('SUBJECT'),
    };
  };
  const HOME = '520625102003';
  beforeAll(async () => {
    const [, second] = await listedPupils(agency, 2);
    if (!second) throw new Error('Two pupils are needed.');
    moved = second;
    const { studentId, schoolCode, classCode } = moved;
    await agency.rows('delete from student_scope where canonical_id = ?', studentId);
    const add = (kind: string, code: string, from: string | null, to: string | null = null) =>
      agency.rows(
        `insert into student_scope (student_id, canonical_id, kind, code, valid_from, valid_to, origin)
         values (?, ?, ?, ?, ?::date, ?::date, 'TEST')`,
        studentId,
        studentId,
        kind,
        code,
        from,
        to,
      );
    await add('REGISTERED', '520625101001', '2015-03-01');
    await add('RESIDENCE', '520625101001', '2026-01-01', '2026-10-14');
    await add('RESIDENCE', HOME, '2026-10-15');
    await add('SCHOOL', schoolCode, '2025-09-01');
    await add('CLASS', classCode, '2025-09-01');
  });

  test.each([
    ['2026-11-20', [], HOME, true, true],
    ['2026-10-15', [], HOME, true, true],
    ['2026-10-14', [], '520625101001', true, true],
    // A class is one of its school year.
    ['2026-05-04', ['CLASS'], '520625101001', true, false],
    // That it was registered in the village does not say that it lived there.
    ['2025-10-01', ['DIVISION', 'CLASS'], null, true, false],
    ['2025-03-03', ['DIVISION', 'SCHOOL', 'CLASS'], null, false, false],
    ['2026-11-21', ['DIVISION', 'SCHOOL', 'CLASS'], null, false, false],
  ])('%s: %j unknown', async (day, unknown, village, isSchoolKnown, isClassKnown) => {
    expect(await on(day)).toMatchObject({
      unknown,
      village,
      school: isSchoolKnown ? moved.schoolCode : null,
      class: isClassKnown ? moved.classCode : null,
    });
  });

  test('where no place is known, nobody is vacant and the register does not say that there is none', async () => {
    const { responsibility } = await ask<Answer>(
      'responsibility(on: "2025-03-03") { register { state } unknownPlaces assignments { level scheme code isVacant } }',
      moved.studentId,
    );
    expect(responsibility).toMatchObject({ register: { state: 'OUT_OF_COVERAGE' }, assignments: [] });
  });
});

interface Risk {
  readonly risk: {
    readonly register: { readonly state: string };
    readonly completeness: string | null;
    readonly missingSources: object[];
    readonly factors: {
      readonly factor: string;
      readonly register: string | null;
      readonly policyClause: string;
    }[];
  };
}
const RISK =
  'risk { register { state } completeness assessedAt missingSources { agency register reason } factors { factor agency register since policyClause } }';

test('an assessment names its factors with register and clause', async () => {
  const [row] = await agency.rows<{ id: string }>(
    `select student_id as id from risk_factor where factor = 'LEFT_BEHIND'
       and student_id in (select student_id from student_scope where code like '520625%') limit 1`,
  );
  const { risk } = await ask<Risk>(RISK, row?.id);
  expect(risk.register.state).toBe('FOUND');
  expect(risk.factors).toContainEqual(
    expect.objectContaining({ factor: 'LEFT_BEHIND', agency: 'civil-affairs', register: 'LEFT_BEHIND' }),
  );
});

test('an assessment without a source is incomplete, whatever it found', async () => {
  await agency.rows(
    `update risk_assessment set missing_sources = '[{"agency":"labour","register":"GUARDIAN_WORK","reason":"STALE"}]' where student_id = ?`,
    child.studentId,
  );
  expect((await ask<Risk>(RISK)).risk).toMatchObject({
    completeness: 'INCOMPLETE',
    missingSources: [{ agency: 'labour', register: 'GUARDIAN_WORK', reason: 'STALE' }],
  });
  await agency.rows(
    "update risk_assessment set missing_sources = '[]' where student_id = ?",
    child.studentId,
  );
  expect((await ask<Risk>(RISK)).risk).toMatchObject({ completeness: 'COMPLETE', missingSources: [] });
});

test('a child that was not assessed is neither complete nor without risk', async () => {
  await agency.rows('delete from risk_assessment where student_id = ?', child.studentId);
  expect((await ask<Risk>(RISK)).risk).toMatchObject({
    register: { state: 'NO_RECORD' },
    completeness: null,
  });
});

describe('a register that was never loaded', () => {
  test.each([
    ['RESPONSIBILITY', 'responsibility'],
    ['CASEWORK', 'casework'],
    ['RISK', 'risk'],
    ['AID_MATCHING', 'aidMatching'],
    ['SCHOOL_AGE_REGISTER', 'registerEntry'],
  ])('%s says so where it has no row', async (code, field) => {
    for (const table of [
      'responsibility_assignment',
      'dropout_case',
      'screening_visit',
      'risk_assessment',
      'aid_match',
      'school_age_entry',
    ])
      await agency.rows(`delete from ${table}`);
    await agency.rows('delete from register where code = ?', code);
    const answer = await ask<Record<string, { register: { state: string } }>>(
      `${field} { register { state } }`,
    );
    expect(answer[field]?.register.state).toBe('NOT_LOADED');
  });
});
