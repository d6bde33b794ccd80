import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';
import { enrolledPupil, someChildIn } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

interface Records {
  rollCall: {
    register: { state: string };
    latest: { finding: string } | null;
    records: { calledOn: string }[];
  };
  homeVisits: {
    register: { state: string };
    latest: { visitedOn: string } | null;
    visits: { nodes: { visitedOn: string }[]; totalCount: number };
  };
  pairings: {
    register: { state: string };
    current: { partnerName: string }[];
    records: { partnerName: string }[];
  };
  approvedAbsences: {
    register: { state: string };
    current: { kind: string; until: string } | null;
    records: { kind: string }[];
  };
  studyElsewhere: {
    register: { state: string };
    current: { area: string; countyCode: string | null; schoolName: string } | null;
    history: { area: string }[];
  };
}

const RECORDS = `schooling {
  rollCall { register { state } latest { finding } records { calledOn } }
  homeVisits { register { state } latest { visitedOn } visits(first: 1) { nodes { visitedOn } totalCount } }
  pairings { register { state } current { partnerName } records { partnerName } }
  approvedAbsences { register { state } current { kind until } records { kind } }
  studyElsewhere { register { state } current { area countyCode schoolName } history { area } }
}`;

async function recordsOf(studentId: string): Promise<Records> {
  const { data, errors } = await agency.askForStudents<{ schooling: Records }>(
    bureauOfficer,
    [studentId],
    RECORDS,
  );
  expect(errors).toEqual([]);
  const records = data._entities[0]?.schooling;
  if (!records) throw new Error('The child was not answered.');
  return records;
}

describe('the records of a pupil', () => {
  test('tell the latest roll-call', async () => {
    const { studentId, schoolCode, classCode } = await enrolledPupil(agency);
    await agency.rows(
      `insert into roll_call_finding (student_id, called_on, school_code, class_code, finding)
       values (?, '2026-03-12', ?, ?, 'ABSENT')`,
      studentId,
      schoolCode,
      classCode,
    );
    const { rollCall } = await recordsOf(studentId);
    expect(rollCall).toMatchObject({ register: { state: 'FOUND' }, latest: { finding: 'PRESENT' } });
    expect(rollCall.records).toContainEqual({ calledOn: '2026-03-12' });
  });

  test('tell home visits, newest first', async () => {
    const { studentId } = await enrolledPupil(agency);
    await agency.rows('delete from home_visit where student_id = ?', studentId);
    for (const day of ['2026-10-10', '2026-11-11']) {
      await agency.rows(
        `insert into home_visit (student_id, visited_on, visitor_post, occasion, guardian_met)
         values (?, ?::date, 'CLASS_TEACHER', 'ROUTINE', true)`,
        studentId,
        day,
      );
    }
    expect((await recordsOf(studentId)).homeVisits).toEqual({
      register: { state: 'FOUND' },
      latest: { visitedOn: '2026-11-11' },
      visits: { nodes: [{ visitedOn: '2026-11-11' }], totalCount: 2 },
    });
  });

  test('tell the pairings of today apart from those that have ended', async () => {
    const { studentId } = await enrolledPupil(agency);
    await agency.rows('delete from pairing where student_id = ?', studentId);
    const pair = (partner: string, from: string, until: string | null) =>
      agency.rows(
        `insert into pairing (student_id, kind, "from", until, partner_name)
         values (?, 'TEACHER_PUPIL', ?::date, ?::date, ?)`,
        studentId,
        from,
        until,
        partner,
      );
    await pair('ended', '2025-09-01', '2026-11-19');
    await pair('last day', '2025-10-01', '2026-11-20');
    await pair('open', '2026-09-01', null);
    const { pairings } = await recordsOf(studentId);
    expect(pairings.current.map(({ partnerName }) => partnerName)).toEqual(['open', 'last day']);
    expect(pairings.records).toHaveLength(3);
  });

  test('say NO_RECORD of a child who goes to no school, and OUT_OF_COVERAGE of one who studies in another county', async () => {
    const studentId = await someChildIn(agency, 'approved_absence');
    await agency.rows('delete from approved_absence where student_id = ?', studentId);
    await agency.rows(
      "delete from student_scope where student_id = ? and kind in ('SCHOOL', 'CLASS')",
      studentId,
    );
    await agency.rows('delete from pairing where student_id = ?', studentId);
    const { approvedAbsences, studyElsewhere, pairings } = await recordsOf(studentId);
    expect(approvedAbsences).toEqual({ register: { state: 'NO_RECORD' }, current: null, records: [] });
    expect(studyElsewhere.register.state).toBe('NO_RECORD');
    expect(pairings.register.state).toBe('NO_RECORD');
    await agency.rows(
      `insert into study_elsewhere select * from jsonb_populate_record(
         (select study_elsewhere from study_elsewhere limit 1), jsonb_build_object('id', 900001, 'student_id', ?::text))`,
      studentId,
    );
    const elsewhere = await recordsOf(studentId);
    expect(elsewhere.studyElsewhere.register.state).toBe('FOUND');
    expect(elsewhere.pairings.register.state).toBe('OUT_OF_COVERAGE');
    expect(elsewhere.approvedAbsences.register.state).toBe('NO_RECORD');
  });
});

describe('the records of a child that is not at school here', () => {
  test('tell an approval while it is in force, and keep it when it has run out', async () => {
    const studentId = await someChildIn(agency, 'approved_absence');
    const { approvedAbsences } = await recordsOf(studentId);
    expect(approvedAbsences.current).toEqual({
      kind: expect.stringMatching(/^(DEFERRED_ENTRY|SUSPENSION|MEDICALLY_UNABLE)$/),
      until: expect.any(String),
    });
    await agency.rows("update approved_absence set until = '2026-11-19' where student_id = ?", studentId);
    expect((await recordsOf(studentId)).approvedAbsences).toMatchObject({ current: null, records: [{}] });
    await agency.rows("update approved_absence set until = '2026-11-20' where student_id = ?", studentId);
    expect((await recordsOf(studentId)).approvedAbsences.current).not.toBeNull();
  });

  test('tell where the national system says that it studies', async () => {
    const studentId = await someChildIn(agency, 'study_elsewhere');
    const { studyElsewhere } = await recordsOf(studentId);
    expect(studyElsewhere.register.state).toBe('FOUND');
    expect(studyElsewhere.current?.area).toMatch(/^OUT_OF_(COUNTY|PROVINCE)$/);
    expect(studyElsewhere.current?.countyCode).toMatch(/^\d{6}$/);
    expect(studyElsewhere.history).toHaveLength(1);
  });
});
