import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer, clerkOf, officerOf, teacherOf } from './education-callers.js';
import { enrolledPupil } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

interface School {
  code: string;
  name: string;
  kind: string;
  division: { code: string; level: string };
}

interface SchoolPage {
  schools: { nodes: School[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const SCHOOLS = `query ($filter: SchoolFilter, $first: Int! = 100, $after: String) {
  schools(filter: $filter, first: $first, after: $after) {
    nodes { code name kind division { code level } } pageInfo { hasNextPage endCursor }
  }
}`;

async function schools(
  variables: Record<string, unknown>,
  caller = bureauOfficer,
): Promise<SchoolPage['schools']> {
  const { data, errors } = await agency.ask<SchoolPage>(caller, SCHOOLS, variables);
  expect(errors).toEqual([]);
  return data.schools;
}

async function mostPopulousSchool(): Promise<string> {
  const [row] = await agency.rows<{ code: string }>(
    'select school_code as code from student_status where class_code is not null group by 1 order by count(*) desc limit 1',
  );
  if (!row) throw new Error('The county has no pupils.');
  return row.code;
}

describe('the list of schools', () => {
  test('pages through all schools of the county, each once, in order of code', async () => {
    const expected = await agency.rows<{ code: string }>('select code from school order by code');
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const page: SchoolPage['schools'] = await schools({ first: 3, after });
      expect(page.nodes.length).toBeLessThanOrEqual(3);
      codes.push(...page.nodes.map(({ code }) => code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(codes).toEqual(expected.map(({ code }) => code));
  });

  test('is narrowed by division, kind and part of the name', async () => {
    const all = (await schools({})).nodes;
    const [first] = all;
    if (!first) throw new Error('The county has no schools.');
    const township = `${first.division.code.slice(0, 9)}000`;
    const inTownship = (await schools({ filter: { division: township } })).nodes;
    expect(inTownship.map(({ code }) => code)).toEqual(
      all.filter(({ division }) => division.code.startsWith(township.slice(0, 9))).map(({ code }) => code),
    );
    const special = (await schools({ filter: { kind: 'SPECIAL_SCHOOL' } })).nodes;
    expect(special.map(({ kind }) => kind)).toEqual(['SPECIAL_SCHOOL']);
    const part = first.name.slice(1, 4);
    const named = (await schools({ filter: { name: part } })).nodes;
    expect(named.map(({ code }) => code)).toEqual(
      all.filter(({ name }) => name.includes(part)).map(({ code }) => code),
    );
  });

  test('takes a wildcard for the character that it is', async () => {
    expect((await schools({ filter: { name: '%' } })).nodes).toEqual([]);
  });

  test.each([
    ['a division code of no level', { filter: { division: '5206' + '2' } }],
    ['a page of none', { first: 0 }],
    ['a page of too many', { first: 101 }],
    ['a cursor that is none', { after: 'bm9uZQ' }],
  ])('refuses %s', async (_name, variables) => {
    const { data, errors } = await agency.ask<SchoolPage>(bureauOfficer, SCHOOLS, variables);
    expect(data.schools).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('holds for a township its own schools, for a school itself, for a teacher the own one', async () => {
    const { schoolCode, classCode } = await enrolledPupil(agency);
    const [school] = (await schools({ filter: {} })).nodes.filter(({ code }) => code === schoolCode);
    if (!school) throw new Error('The pupil has no school.');
    const township = school.division.code.slice(0, 9);
    const seen = (await schools({}, officerOf(township))).nodes;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(({ division }) => division.code.startsWith(township))).toBe(true);
    expect((await schools({}, clerkOf(schoolCode))).nodes.map(({ code }) => code)).toEqual([schoolCode]);
    expect((await schools({}, teacherOf(classCode))).nodes.map(({ code }) => code)).toEqual([schoolCode]);
  });
});

describe('a school', () => {
  const CONTENTS = `query ($code: String!, $grade: Int, $first: Int! = 100, $after: String) { school(code: $code) {
    code pupilCount lowestGrade highestGrade centralSchool { code }
    classes(first: 100) { nodes { code size capacity isOversized isSeverelyOversized grade number } }
    students(grade: $grade, first: $first, after: $after) {
      nodes { name grade schoolClass { code } student { id } } pageInfo { hasNextPage endCursor }
    }
    rollCalls(first: 100) { nodes {
      calledOn rosterCount presentCount extraCount schoolClass { code }
      differences { finding student { id } }
    } }
  } }`;

  interface Contents {
    school: {
      pupilCount: number;
      classes: { nodes: { code: string; size: number; isOversized: boolean }[] };
      students: {
        nodes: {
          name: string;
          grade: number;
          schoolClass: { code: string } | null;
          student: { id: string } | null;
        }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      rollCalls: {
        nodes: {
          rosterCount: number;
          presentCount: number;
          extraCount: number;
          schoolClass: { code: string };
          differences: { finding: string; student: { id: string } | null }[];
        }[];
      };
    };
  }

  async function contents(code: string, variables: Record<string, unknown> = {}, caller = bureauOfficer) {
    const { data, errors } = await agency.ask<Contents>(caller, CONTENTS, { code, ...variables });
    expect(errors).toEqual([]);
    return data.school;
  }

  test('counts its classes and pupils from the roll', async () => {
    const code = await mostPopulousSchool();
    const { classes, pupilCount } = await contents(code);
    const sizes = await agency.rows<{ code: string; size: number }>(
      `select c.code, count(s.id)::int as size from school_class c
       left join student_status s on s.class_code = c.code and s.status in ('ENROLLED', 'RETURNED', 'SUSPENDED')
       where c.school_code = ? group by c.code order by c.code`,
      code,
    );
    expect(classes.nodes.map((found) => ({ code: found.code, size: found.size }))).toEqual(sizes);
    expect(pupilCount).toBeGreaterThanOrEqual(sizes.reduce((sum, { size }) => sum + size, 0));
  });

  test('calls a class oversized from 56 pupils on', async () => {
    const code = await mostPopulousSchool();
    const [target] = (await contents(code)).classes.nodes.toSorted((a, b) => b.size - a.size);
    if (!target) throw new Error('The school has no classes.');
    const add = (count: number) =>
      agency.rows(
        `insert into student_status (student_id, source_key, name, sex, birth_date, student_status_number_sealed,
           masked_student_status_number, status, school_code, class_code, grade, admission_mode, attendance_mode,
           school_left_behind_type, is_accompanying_migrant_child, learns_in_regular_class, needs_aid, enrolled_on,
           id_verification, residence_division_code)
         select 'extra', 'extra-' || gen_random_uuid(), 'x', 'MALE', '2016-01-01', '-', '-', 'ENROLLED', ?, ?, 1,
           'NEAREST_SCHOOL', 'DAY', 'NONE', false, false, false, '2025-09-01', 'NOT_DONE', '520625000000'
         from generate_series(1, ?::int)`,
        code,
        target.code,
        count,
      );
    const sizeNow = async () =>
      (await contents(code)).classes.nodes.find((found) => found.code === target.code);
    await add(55 - target.size);
    expect(await sizeNow()).toMatchObject({ size: 55, isOversized: false });
    await add(1);
    expect(await sizeNow()).toMatchObject({ size: 56, isOversized: true, isSeverelyOversized: false });
    await add(9);
    expect(await sizeNow()).toMatchObject({ size: 65, isSeverelyOversized: false });
    await add(1);
    expect(await sizeNow()).toMatchObject({ size: 66, isOversized: true, isSeverelyOversized: true });
    await agency.rows("delete from student_status where student_id = 'extra'");
  });

  test('pages through its roll by grade, without losing or repeating a child', async () => {
    const code = await mostPopulousSchool();
    const whole = (await contents(code)).students.nodes;
    const paged: typeof whole = [];
    let after: string | null = null;
    do {
      const page: Contents['school']['students'] = (await contents(code, { first: 7, after })).students;
      paged.push(...page.nodes);
      after = page.pageInfo.hasNextPage && paged.length < 100 ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged.slice(0, whole.length)).toEqual(whole);
    const grades = whole.map(({ grade }) => grade);
    expect(grades).toEqual(grades.toSorted((a, b) => a - b));
    const oneGrade = (await contents(code, { grade: grades[0] })).students.nodes;
    expect(new Set(oneGrade.map(({ grade }) => grade))).toEqual(new Set([grades[0]]));
  });

  test('shows a class teacher the pupils of the own class alone', async () => {
    const { schoolCode, classCode } = await enrolledPupil(agency);
    const { nodes } = (await contents(schoolCode, {}, teacherOf(classCode))).students;
    expect(nodes.length).toBeGreaterThan(0);
    expect(new Set(nodes.map(({ schoolClass }) => schoolClass?.code))).toEqual(new Set([classCode]));
  });

  test('sums its roll-calls by class and names who was missing or extra', async () => {
    const [absent] = await agency.rows<{
      school_code: string;
      class_code: string;
      called_on: string;
      student_id: string;
    }>(
      `update roll_call_finding set finding = 'ABSENT' where id = (
         select id from roll_call_finding where finding = 'PRESENT'
           and student_id in (select student_id from student_scope where kind = 'RESIDENCE' and code like '520625%')
         order by called_on desc, id limit 1)
       returning school_code, class_code, called_on::text, student_id`,
    );
    if (!absent) throw new Error('Nobody was called.');
    const { rollCalls } = await contents(absent.school_code);
    const call = rollCalls.nodes.find(({ schoolClass }) => schoolClass.code === absent.class_code);
    const [counts] = await agency.rows<{ roster: number; present: number }>(
      `select count(*) filter (where finding <> 'EXTRA')::int as roster,
              count(*) filter (where finding = 'PRESENT')::int as present
       from roll_call_finding where class_code = ? and called_on = ?::date`,
      absent.class_code,
      absent.called_on,
    );
    expect(call).toMatchObject({ rosterCount: counts?.roster, presentCount: counts?.present });
    expect(call?.differences).toContainEqual({ finding: 'ABSENT', student: { id: absent.student_id } });
  });

  test('that does not exist is not found', async () => {
    const { data, errors } = await agency.ask<{ school: null }>(
      bureauOfficer,
      '{ school(code: "0000000000") { name } }',
    );
    expect(data.school).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});
