import { elsewhere, inRole } from '../../../support/callers.js';
import { bureauOfficer, officerOf } from '../education-callers.js';
import { enrolledPupil } from '../pupils.js';
import { child, householder, startScreening, type Screening } from './screening-harness.js';

let screening: Screening;
beforeAll(async () => {
  screening = await startScreening();
});
afterAll(() => screening?.close());

describe('writing down a visit', () => {
  test('a child whom no register knows gets a provisional id; an adult none, and no number is kept of it', async () => {
    const { payload } = await screening.record(screening.visit());
    expect(payload.errors).toEqual([]);
    const ids = await screening.storedIds(payload.householdId ?? '');
    expect(ids).toEqual([null, expect.stringMatching(/^[a-z2-7]{26}$/)]);
    const [kept] = await screening.agency.rows<{ text: string }>(
      `select string_agg(member::text, ' ') as text from household_member_screening member where household_id = ?`,
      payload.householdId,
    );
    expect(kept?.text).not.toContain('990000198501020011');
    const sealed = await screening.agency.rows(
      'select 1 from household_member_screening where household_id = ? and resident_id_number_sealed is not null',
      payload.householdId,
    );
    expect(sealed).toEqual([]);
    const found = (await screening.households()).find(
      ({ householdId }) => householdId === payload.householdId,
    );
    expect(found).toMatchObject({
      version: payload.version,
      members: [
        { name: '田大禾', attainedLevel: 'PRIMARY' },
        { name: '田小禾', schooling: 'NEVER_ENROLLED' },
      ],
    });
  });

  test('whoever writes down a child does not come to reach it', async () => {
    const { payload } = await screening.record(screening.visit());
    const [, id] = await screening.storedIds(payload.householdId ?? '');
    expect(await screening.agency.rows('select 1 from student_scope where student_id = ?', id)).toEqual([]);
    const { errors } = await screening.agency.askForStudents(
      bureauOfficer,
      [id ?? ''],
      'id schooling { __typename }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toContain('NOT_FOUND');
  });

  test('a number gives the id that every agency gives it, and is stored sealed', async () => {
    const number = '990625201505050015';
    const { payload } = await screening.record(
      screening.visit({ members: [householder, child({ residentIdNumber: number })] }),
    );
    const [row] = await screening.agency.rows<{ row: string; masked: string | null }>(
      `select member::text as row, masked_resident_id_number as masked from household_member_screening member
       where household_id = ? and student_id is not null`,
      payload.householdId,
    );
    expect(row?.row).not.toContain(number);
    expect(row?.masked).toMatch(/^99/);
  });

  test('a known child is named by its id', async () => {
    const pupil = await enrolledPupil(screening.agency);
    const { payload } = await screening.record(
      screening.visit({ members: [householder, child({ studentId: pupil.studentId })] }),
    );
    expect(await screening.storedIds(payload.householdId ?? '')).toEqual([null, pupil.studentId]);
  });

  test('asked again with the same key it writes nothing more; with another return it is a conflict', async () => {
    const input = { idempotencyKey: screening.key(), ...screening.visit() };
    const first = await screening.record(input);
    const again = await screening.record(input);
    expect(again.payload).toEqual(first.payload);
    const { errors } = await screening.record({ ...input, visitedOn: '2026-11-13' });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  });

  test('a correction names the version that it replaces, and nobody overwrites what he has not read', async () => {
    const input = screening.visit();
    const { payload: first } = await screening.record(input);
    expect((await screening.record(input)).payload.errors).toMatchObject([{ code: 'ALREADY_RECORDED' }]);
    const corrected = {
      ...input,
      version: first.version,
      members: [householder, child({ schooling: 'DROPPED_OUT' })],
    };
    const { payload: second } = await screening.record(corrected);
    expect(second.errors).toEqual([]);
    expect(second.version).not.toBe(first.version);
    expect((await screening.record(corrected)).payload.errors).toMatchObject([
      { code: 'CHANGED_MEANWHILE', field: 'version' },
    ]);
    expect(
      (await screening.record(screening.visit({ version: first.version }))).payload.errors,
    ).toMatchObject([{ code: 'CHANGED_MEANWHILE' }]);
    const found = (await screening.households()).filter(
      ({ householdId }) => householdId === first.householdId,
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.members.map(({ schooling }) => schooling)).toEqual([null, 'DROPPED_OUT']);
  });

  test.each<[string, object, string, string]>([
    ['an assignment that is not there', { assignmentCode: 'nothing' }, 'NOT_FOUND', 'assignmentCode'],
    ['a visit tomorrow', { visitedOn: '2099-01-01' }, 'DAY_INVALID', 'visitedOn'],
    ['nobody in a visited household', { members: [] }, 'MEMBERS_MISSING', 'members'],
    [
      'a school of nowhere',
      { members: [householder, child({ schooling: 'STUDIES_IN_COUNTY', schoolCode: '2199999999' })] },
      'SCHOOL_UNKNOWN',
      'members.1.schoolCode',
    ],
    [
      'a child of nobody',
      { members: [child({ studentId: 'a'.repeat(26) })] },
      'CHILD_NOT_FOUND',
      'members.0.studentId',
    ],
  ])('%s is refused in words of a clerk', async (_what, part, code, field) => {
    const before = await screening.households();
    const { payload } = await screening.record(screening.visit(part));
    expect(payload).toMatchObject({ householdId: null, version: null, errors: [{ code, field }] });
    expect(payload.errors[0]?.message).toMatch(/\(.*[\u4e00-\u9fff].*\)$/);
    expect(await screening.households()).toEqual(before);
  });

  test('in another area there is no such assignment, and nothing of it is seen', async () => {
    const others = elsewhere(bureauOfficer);
    expect((await screening.record(screening.visit(), others)).payload.errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await screening.households(others)).toEqual([]);
    expect(
      (await screening.record(screening.visit(), inRole(officerOf(screening.village), 'village-cadre')))
        .payload.errors,
    ).toEqual([]);
  });

  test('tells the change feed whom it concerns, and the register is as of the latest visit', async () => {
    const stand = async () =>
      (
        await screening.agency.rows<{ version: number }>(
          "select version from register where code = 'FIELD_SCREENING'",
        )
      )[0];
    const before = await stand();
    const { payload } = await screening.record(screening.visit());
    const [, id] = await screening.storedIds(payload.householdId ?? '');
    expect((await stand())?.version).toBe((before?.version ?? 0) + 1);
    expect(
      await screening.agency.rows(
        "select kind from change where student_id = ? and register = 'FIELD_SCREENING'",
        id,
      ),
    ).toEqual([{ kind: 'ADDED' }]);
  });
});
