import type { TestCaller } from '../../../support/callers.js';
import { EDUCATION_SCOPES } from '../../../../subgraphs/education/scopes.js';
import { bureauOfficer, clerkOf, officerOf, teacherOf } from '../education-callers.js';
import { startReporting, type ReportingTest } from './reporting-harness.js';

let started: ReportingTest;
beforeAll(async () => {
  started = await startReporting();
});
afterAll(() => started.close());

const DAY = '2026-11-23';
const OTHER_SCHOOL = '2199999998';

/** Opens the pupil to somebody in a way that makes nobody its school. */
async function opens(kind: 'CATCHMENT' | 'GRANT' | 'REGISTERED', code: string): Promise<void> {
  await started.agency.rows(
    `insert into student_scope (student_id, kind, code, origin, canonical_id) values (?, ?, ?, 'test', ?)`,
    started.pupil.studentId,
    kind,
    code,
    started.pupil.studentId,
  );
}

const commands = (): [string, object][] => {
  const { studentId } = started.pupil;
  return [
    [
      'recordGuardianContact',
      { studentId, absentOn: DAY, contactedOn: DAY, channel: 'PHONE', outcome: 'NOT_REACHED' },
    ],
    ['recordInspectorCall', { studentId, calledOn: DAY }],
    ['recordStatusMark', { studentId, mark: 'SUSPECTED_DROPOUT', markedOn: DAY }],
    ['submitDropoutReport', { studentId, leftOn: DAY, recipients: ['TOWNSHIP'] }],
  ];
};
const answersTo = async (caller: TestCaller) => {
  const answers: string[] = [];
  for (const [name, input] of commands()) answers.push(...(await started.command(name, input, caller)));
  return answers;
};
const NOBODY = Array(4).fill('CHILD_NOT_FOUND') as string[];

test.each(['CATCHMENT', 'GRANT'] as const)(
  "a school that reaches a child by %s alone records nothing of it: it is another one's pupil",
  async (kind) => {
    await opens(kind, OTHER_SCHOOL);
    expect(await answersTo(clerkOf(OTHER_SCHOOL))).toEqual(NOBODY);
  },
);

test('a class that reaches a child by a grant records nothing of it', async () => {
  await opens('GRANT', `${OTHER_SCHOOL}01`);
  expect(await answersTo(teacherOf(`${OTHER_SCHOOL}01`))).toEqual(NOBODY);
});

test('an officer who reaches a child by its home records nothing of it for a school elsewhere', async () => {
  await opens('REGISTERED', '652301001001');
  expect(await answersTo(officerOf('652301001'))).toEqual(NOBODY);
});

test.each(['GRADUATED', 'TRANSFERRED_OUT'])(
  'of a pupil whose record says %s nothing is recorded',
  async (status) => {
    const { agency, pupil } = started;
    const set = (to: string) =>
      agency.rows('update student_status set status = ? where student_id = ?', to, pupil.studentId);
    await set(status);
    expect(await answersTo(clerkOf(pupil.schoolCode))).toEqual(NOBODY);
    await set('ENROLLED');
  },
);

test('a class teacher records contacts, and has no right to marks, calls and reports', async () => {
  const { agency, pupil } = started;
  const teacher = {
    ...teacherOf(pupil.classCode),
    scopes: [EDUCATION_SCOPES.recordGuardianContacts],
  };
  const [[contact, input] = ['', {}], ...others] = commands();
  expect(await started.command(contact, input, teacher)).toEqual([]);
  for (const [name, part] of others) {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const { errors } = await agency.ask(
      teacher,
      `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
      { input: { idempotencyKey: 'teacher-tries', ...part } },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
});

test('who recorded a contact is kept, and a pupil without a class has no teacher instead of a nameless one', async () => {
  const { agency, pupil } = started;
  const inClass = (code: string | null) =>
    agency.rows('update student_status set class_code = ? where student_id = ?', code, pupil.studentId);
  await inClass(null);
  const [[name, input] = ['', {}]] = commands();
  expect(await started.command(name, input)).toEqual([]);
  await inClass(pupil.classCode);
  const [kept] = await agency.rows(
    `select teacher_name as teacher, recorded_by as "recordedBy", recorded_on::text as "recordedOn" from guardian_contact
     where student_id = ? order by id desc limit 1`,
    pupil.studentId,
  );
  expect(kept).toEqual({ teacher: null, recordedBy: 'test:school-clerk', recordedOn: DAY });
});

test('the township of registration does not sign for what went to the township of residence', async () => {
  const { agency, pupil } = started;
  await opens('REGISTERED', '520625999001');
  const report = { studentId: pupil.studentId, leftOn: DAY, recipients: ['TOWNSHIP'] };
  expect(await started.command('submitDropoutReport', report)).toEqual([]);
  const { reports } = await started.reporting();
  const sign = (caller: TestCaller) =>
    started.command('acknowledgeDropoutReport', { reportId: reports[0]?.id }, caller);
  expect(await sign(officerOf('520625999'))).toEqual(['NOT_FOUND']);
  const [home] = await agency.rows<{ code: string }>(
    "select code from student_scope where student_id = ? and kind = 'RESIDENCE'",
    pupil.studentId,
  );
  expect(await sign(officerOf(home?.code.slice(0, 9) ?? ''))).toEqual([]);
});

test('of two clerks who record the same at once, one does', async () => {
  const { agency, pupil } = started;
  const { studentId } = pupil;
  await agency.rows('delete from dropout_report');
  const twice = async (name: string, input: object) =>
    (await Promise.all([1, 2].map(() => started.command(name, input)))).flat();
  expect(await twice('recordStatusMark', { studentId, mark: 'DROPPED_OUT', markedOn: DAY })).toEqual([
    'ALREADY_MARKED',
  ]);
  const report = { studentId, leftOn: DAY, recipients: ['TOWNSHIP', 'EDUCATION_BUREAU'] };
  expect(await twice('submitDropoutReport', report)).toEqual(['ALREADY_REPORTED']);
  expect(await agency.rows('select mark from status_mark')).toEqual([{ mark: 'DROPPED_OUT' }]);
  expect(
    await agency.rows(
      'select kind from status_change where changed_on = ?::date and student_id = ?',
      DAY,
      studentId,
    ),
  ).toEqual([{ kind: 'DROPPED_OUT' }]);
  expect(await agency.rows('select from dropout_report')).toHaveLength(2);
});

test('the bureau records for the schools of its county', async () => {
  const [, [name, input] = ['', {}]] = commands();
  expect(await started.command(name, input, bureauOfficer)).toEqual([]);
});
