import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer, clerkOf, teacherOf } from './education-callers.js';
import { enrolledPupil, enrolledPupils, missesSchoolOn, type Pupil } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

interface Spell {
  kind: string;
  from: string;
  to: string;
  schoolDays: number;
  calendarDays: number;
  isOpen: boolean | null;
  student: { id: string } | null;
}
interface AbsencePage {
  nodes: {
    date: string;
    state: string;
    student: { id: string } | null;
    school: { code: string };
    schoolClass: { code: string };
  }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number | null;
}

describe('attendance of a child', () => {
  const ATTENDANCE = `schooling { attendance {
    register { state freshness asOf }
    absences(first: 2) { nodes { date } pageInfo { hasNextPage endCursor } totalCount }
    spells { kind from to schoolDays calendarDays isOpen student { id } }
  } }`;

  interface Attendance {
    schooling: {
      attendance: { register: { state: string; asOf: string }; absences: AbsencePage; spells: Spell[] };
    };
  }

  async function attendanceOf({ studentId }: Pupil) {
    const { data, errors } = await agency.askForStudents<Attendance>(bureauOfficer, [studentId], ATTENDANCE);
    expect(errors).toEqual([]);
    const attendance = data._entities[0]?.schooling.attendance;
    if (!attendance) throw new Error('The child was not answered.');
    return attendance;
  }

  test.each<[reason: string, days: number, referTo: string[]]>([
    ['WORKING', 3, ['LABOUR']],
    ['MOVED_AWAY', 3, ['POLICE']],
    ['ILLNESS', 3, ['DISABILITY']],
    ['PROTECTED', 3, ['CIVIL_AFFAIRS']],
    ['REFUSED', 3, []],
    ['WORKING', 2, []],
  ])('away because of %s for %i days in a row: %j are to be told', async (reason, days, referTo) => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, ...['2026-11-10', '2026-11-11', '2026-11-12'].slice(0, days));
    await agency.rows('update absence set reason = ? where student_id = ?', reason, pupil.studentId);
    const { data, errors } = await agency.askForStudents<{
      schooling: { attendance: { spells: { referTo: string[] }[] } };
    }>(bureauOfficer, [pupil.studentId], 'schooling { attendance { spells { referTo } } }');
    expect(errors).toEqual([]);
    expect(data._entities[0]?.schooling.attendance.spells).toEqual([{ referTo }]);
  });

  test('of one who was always there is NO_RECORD without spells', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil);
    const { register, absences, spells } = await attendanceOf(pupil);
    expect(register.state).toBe('NO_RECORD');
    expect(absences).toMatchObject({ nodes: [], totalCount: 0 });
    expect(spells).toEqual([]);
  });

  test('of one who stays away since Wednesday is a suspected dropout on Friday', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, '2026-11-18', '2026-11-19', '2026-11-20');
    const { register, absences, spells } = await attendanceOf(pupil);
    expect(register).toMatchObject({ state: 'FOUND', asOf: '2026-11-19T16:00:00.000Z' });
    expect(absences).toMatchObject({
      nodes: [{ date: '2026-11-20' }, { date: '2026-11-19' }],
      pageInfo: { hasNextPage: true },
      totalCount: 3,
    });
    expect(spells).toEqual([
      {
        kind: 'SUSPECTED_DROPOUT',
        from: '2026-11-18',
        to: '2026-11-20',
        schoolDays: 3,
        calendarDays: 3,
        isOpen: true,
        student: { id: pupil.studentId },
      },
    ]);
  });

  test('is judged by the day of the data, not by sheets that have not come in', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, '2026-11-16', '2026-11-17', '2026-11-18');
    await agency.rows("update register set as_of = '2026-11-18T00:00:00+08:00' where code = 'ATTENDANCE'");
    expect((await attendanceOf(pupil)).spells).toMatchObject([{ isOpen: true }]);
    await agency.rows("update register set as_of = '2026-11-20T00:00:00+08:00' where code = 'ATTENDANCE'");
    expect((await attendanceOf(pupil)).spells).toMatchObject([{ isOpen: false }]);
  });
});

describe('the list of absences', () => {
  const ABSENCES = `query ($filter: AbsenceFilter, $first: Int! = 100, $after: String) {
    absences(filter: $filter, first: $first, after: $after) {
      nodes { date state student { id } school { code } schoolClass { code } }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }`;

  async function absences(variables: Record<string, unknown>, caller = bureauOfficer): Promise<AbsencePage> {
    const { data, errors } = await agency.ask<{ absences: AbsencePage }>(caller, ABSENCES, variables);
    expect(errors).toEqual([]);
    return data.absences;
  }

  test('pages newest first, without losing or repeating one', async () => {
    const filter = { from: '2026-11-16', to: '2026-11-20' };
    const whole = (await absences({ filter })).nodes;
    expect(whole.length).toBeGreaterThan(5);
    const paged: AbsencePage['nodes'] = [];
    let after: string | null = null;
    do {
      const page: AbsencePage = await absences({ filter, first: 4, after });
      paged.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && paged.length < whole.length);
    expect(paged.slice(0, whole.length)).toEqual(whole);
    const dates = whole.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(dates.every((date) => date >= filter.from && date <= filter.to)).toBe(true);
  });

  test('is narrowed by school, class and state', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, '2026-11-19');
    const filter = { school: pupil.schoolCode, schoolClass: pupil.classCode, state: 'UNEXCUSED' };
    const { nodes } = await absences({ filter });
    expect(nodes).toContainEqual(
      expect.objectContaining({ date: '2026-11-19', student: { id: pupil.studentId } }),
    );
    for (const { school, schoolClass, state } of nodes) {
      expect([school.code, schoolClass.code, state]).toEqual([
        pupil.schoolCode,
        pupil.classCode,
        'UNEXCUSED',
      ]);
    }
    expect((await absences({ filter: { ...filter, state: 'EXCUSED' } })).nodes).not.toContainEqual(
      expect.objectContaining({ date: '2026-11-19', student: { id: pupil.studentId } }),
    );
  });

  test('shows a clerk the own school and its catchment area, and a teacher the own class', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, '2026-11-19');
    const ofClerk = (await absences({}, clerkOf(pupil.schoolCode))).nodes;
    expect(ofClerk.map(({ school }) => school.code)).toContain(pupil.schoolCode);
    const due = await agency.rows<{ id: string }>(
      "select student_id as id from student_scope where kind = 'CATCHMENT' and code = ?",
      pupil.schoolCode,
    );
    for (const { school, student } of ofClerk)
      expect(school.code === pupil.schoolCode || due.some(({ id }) => id === student?.id)).toBe(true);
    const ofTeacher = (await absences({}, teacherOf(pupil.classCode))).nodes;
    expect(new Set(ofTeacher.map(({ schoolClass }) => schoolClass.code))).toEqual(new Set([pupil.classCode]));
  });

  test.each([
    ['days in the wrong order', { filter: { from: '2026-11-02', to: '2026-11-01' } }],
    ['a cursor whose date is none', { after: Buffer.from('["2026-02-30","1"]').toString('base64url') }],
    ['a cursor whose row is none', { after: Buffer.from('["2026-02-03","x"]').toString('base64url') }],
  ])('refuses %s', async (_name, variables) => {
    const { data, errors } = await agency.ask<{ absences: null }>(bureauOfficer, ABSENCES, variables);
    expect(data.absences).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the list of open spells', () => {
  const SPELLS = `query ($filter: AbsenceSpellFilter, $first: Int! = 100, $after: String) {
    absenceSpells(filter: $filter, first: $first, after: $after) {
      nodes { kind from to schoolDays calendarDays isOpen student { id } school { code } }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }`;
  interface SpellPage {
    nodes: (Spell & { school: { code: string } })[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  }

  async function spells(variables: Record<string, unknown> = {}, caller = bureauOfficer): Promise<SpellPage> {
    const { data, errors } = await agency.ask<{ absenceSpells: SpellPage }>(caller, SPELLS, variables);
    expect(errors).toEqual([]);
    return data.absenceSpells;
  }

  test('holds who is away now for as long as the first clock, and nobody who came back', async () => {
    const [away, back, short] = await enrolledPupils(agency, 3);
    if (!away || !back || !short) throw new Error('Three pupils are needed.');
    await missesSchoolOn(agency, away, '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20');
    await missesSchoolOn(agency, back, '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19');
    await missesSchoolOn(agency, short, '2026-11-19', '2026-11-20');
    const { nodes, totalCount } = await spells();
    const ids = nodes.map(({ student }) => student?.id);
    expect(ids).toContain(away.studentId);
    expect(ids).not.toContain(back.studentId);
    expect(ids).not.toContain(short.studentId);
    expect(totalCount).toBe(nodes.length);
    expect(nodes.every(({ isOpen, schoolDays }) => isOpen === true && schoolDays >= 3)).toBe(true);
    const fromTwo = (await spells({ filter: { minimumSchoolDays: 2 } })).nodes.map(
      ({ student }) => student?.id,
    );
    expect(fromTwo).toContain(short.studentId);
    expect(fromTwo).not.toContain(back.studentId);
  });

  test('finds the absences of a child under every id that it was imported under', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20');
    const formerId = 'a'.repeat(26);
    await agency.rows(
      `insert into student_scope (student_id, canonical_id, kind, code, origin)
       select ?, canonical_id, kind, code, origin from student_scope where student_id = ?`,
      formerId,
      pupil.studentId,
    );
    await agency.rows(
      "update absence set student_id = ? where student_id = ? and date <= '2026-11-18'",
      formerId,
      pupil.studentId,
    );
    const found = (await spells()).nodes.filter(({ student }) => student?.id === pupil.studentId);
    expect(found).toMatchObject([{ from: '2026-11-17', schoolDays: 4 }]);
  });

  test('pages longest first', async () => {
    const whole = (await spells({ filter: { minimumSchoolDays: 1 } })).nodes;
    expect(whole.length).toBeGreaterThan(2);
    const paged: SpellPage['nodes'] = [];
    let after: string | null = null;
    do {
      const page: SpellPage = await spells({ filter: { minimumSchoolDays: 1 }, first: 2, after });
      paged.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(whole);
    const lengths = whole.map(({ calendarDays }) => calendarDays);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  });

  test('is narrowed by school and division, and by the reach of the caller', async () => {
    const pupil = await enrolledPupil(agency);
    await missesSchoolOn(agency, pupil, '2026-11-18', '2026-11-19', '2026-11-20');
    const [school] = await agency.rows<{ division: string }>(
      'select division_code as division from school where code = ?',
      pupil.schoolCode,
    );
    const idsOf = ({ nodes }: SpellPage) => nodes.map(({ student }) => student?.id);
    expect(idsOf(await spells({ filter: { school: pupil.schoolCode } }))).toContain(pupil.studentId);
    expect(idsOf(await spells({ filter: { division: school?.division } }))).toContain(pupil.studentId);
    expect((await spells({ filter: { division: '652301' } })).nodes).toEqual([]);
    const ofTeacher = await spells({}, teacherOf(pupil.classCode));
    expect(idsOf(ofTeacher)).toContain(pupil.studentId);
    expect(new Set(ofTeacher.nodes.map((spell) => spell.school.code))).toEqual(new Set([pupil.schoolCode]));
  });

  test.each([0, -1, 201])('refuses a minimum of %i school days', async (minimumSchoolDays) => {
    const { errors } = await agency.ask(bureauOfficer, SPELLS, { filter: { minimumSchoolDays } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
