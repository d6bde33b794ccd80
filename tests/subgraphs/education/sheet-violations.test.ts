import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { EDUCATION_SCOPES } from '../../../subgraphs/education/scopes.js';
import { withoutScope, type TestCaller } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { bureauOfficer, clerkOf, officerOf, teacherOf } from './education-callers.js';
import { enrolledPupil, type Pupil } from './pupils.js';

interface Violation {
  readonly kind: string;
  readonly date: string;
  readonly enteredOn: string | null;
  readonly daysLate: number;
  readonly accountable: readonly string[];
  readonly schoolClass: { readonly code: string };
}

let agency: TestAgency;
let pupil: Pupil;
let today = '2026-11-16';
beforeAll(async () => {
  agency = await startTestAgency('education', { now: () => new Date(`${today}T20:00:00+08:00`) });
  pupil = await enrolledPupil(agency);
});
afterAll(() => agency.close());

async function violations(caller: TestCaller = bureauOfficer, filter = '', page = 'first: 50') {
  const { data, errors } = await agency.ask<{
    attendanceSheetViolations: { nodes: Violation[]; pageInfo: { endCursor: string } };
  }>(
    caller,
    `{ attendanceSheetViolations(${page} filter: { ${filter} }) {
      nodes { kind date enteredOn daysLate accountable schoolClass { code } } pageInfo { endCursor } } }`,
  );
  expect(errors).toEqual([]);
  return data.attendanceSheetViolations;
}
const told = async (...asked: Parameters<typeof violations>) =>
  (await violations(...asked)).nodes.map(({ kind, date }) => `${date} ${kind}`);

async function sheet(date: string, enteredOn: string, expectedVersion: number | null = null) {
  today = enteredOn;
  const { data, errors } = await agency.ask<{ recordAttendance: { errors: object[] } }>(
    teacherOf(pupil.classCode),
    `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { errors { code } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        schoolClass: pupil.classCode,
        date,
        absences: [],
        expectedVersion,
      },
    },
  );
  expect([errors, data.recordAttendance.errors]).toEqual([[], []]);
}

test('a class without any sheet owes none: its attendance is imported', async () => {
  expect(await told()).toEqual([]);
});

test('from its first sheet on a class owes one each school day, in on that day', async () => {
  await sheet('2026-11-16', '2026-11-16');
  expect(await told()).toEqual([]);
  today = '2026-11-17';
  expect(await told()).toEqual([]);
  // Tuesday to Friday without Thursday; the weekend owes nothing.
  await sheet('2026-11-17', '2026-11-17');
  await sheet('2026-11-18', '2026-11-20');
  await sheet('2026-11-20', '2026-11-20');
  today = '2026-11-23';
  expect((await violations()).nodes).toEqual([
    {
      kind: 'SHEET_MISSING',
      date: '2026-11-19',
      enteredOn: null,
      daysLate: 4,
      accountable: ['STATUS_CLERK', 'HEAD_OF_SCHOOL'],
      schoolClass: { code: pupil.classCode },
    },
    {
      kind: 'SHEET_LATE',
      date: '2026-11-18',
      enteredOn: '2026-11-20',
      daysLate: 2,
      accountable: ['STATUS_CLERK', 'HEAD_OF_SCHOOL'],
      schoolClass: { code: pupil.classCode },
    },
  ]);
});

test('a correction makes no sheet late', async () => {
  await sheet('2026-11-17', '2026-11-23', 1);
  expect(await told()).toEqual(['2026-11-19 SHEET_MISSING', '2026-11-18 SHEET_LATE']);
});

test('filters, pages and reach hold', async () => {
  expect(await told(bureauOfficer, 'kind: SHEET_LATE')).toEqual(['2026-11-18 SHEET_LATE']);
  expect(await told(bureauOfficer, 'kind: SHEET_MISSING')).toEqual(['2026-11-19 SHEET_MISSING']);
  expect(await told(bureauOfficer, 'school: "2152999999"')).toEqual([]);
  const { endCursor } = (await violations(bureauOfficer, '', 'first: 1')).pageInfo;
  expect(await told(bureauOfficer, '', `first: 1 after: "${endCursor}"`)).toEqual(['2026-11-18 SHEET_LATE']);
  expect(await told(clerkOf(pupil.schoolCode))).toHaveLength(2);
  expect(await told(clerkOf('2152999999'))).toEqual([]);
  expect(await told(officerOf('652301'))).toEqual([]);
  expect(await told(teacherOf(`${pupil.schoolCode}99`))).toEqual([]);
});

test('a page of 50 costs as many statements as one', async () => {
  const one = await countStatements(() => violations(bureauOfficer, '', 'first: 1'));
  expect(await countStatements(() => violations())).toBe(one);
});

test('officers without the right to violations are refused', async () => {
  const { data, errors } = await agency.ask<{ attendanceSheetViolations: null }>(
    withoutScope(bureauOfficer, EDUCATION_SCOPES.listViolations),
    '{ attendanceSheetViolations { nodes { date } } }',
  );
  expect(data.attendanceSheetViolations).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
