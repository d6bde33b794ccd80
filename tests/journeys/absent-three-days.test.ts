import { readFileSync } from 'node:fs';
import { callerAs, type TestCaller } from '../support/callers.js';
import { of } from '../subgraphs/coordination/casework/case-harness.js';
import { enrolledPupils, type Pupil } from '../subgraphs/education/pupils.js';
import { schoolDaysBetween, startSchoolYear, type SchoolYear } from './school-year.js';

const PATIENCE_MS = 300_000;
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

let year: SchoolYear;
let pupil: Pupil;
let teacher: TestCaller;
let clerk: TestCaller;
let township: TestCaller;
const bureau = callerAs('bureau-officer');
beforeAll(async () => {
  year = await startSchoolYear();
  const education = year.agency('education');
  const absent = await education.rows<{ id: string }>('select distinct student_id as id from absence');
  const cases = await year
    .agency('coordination')
    .rows<{ id: string }>('select distinct student_id as id from dropout_case');
  const known = new Set([...absent, ...cases].map(({ id }) => id));
  const found = (await enrolledPupils(education, 200)).find(({ studentId }) => !known.has(studentId));
  if (!found) throw new Error('The county has no pupil who was always there.');
  pupil = found;
  teacher = { ...callerAs('class-teacher'), jurisdiction: [{ kind: 'CLASS', code: pupil.classCode }] };
  const [home] = await education.rows<{ code: string }>(
    "select left(code, 9) as code from student_scope where student_id = ? and kind = 'RESIDENCE'",
    pupil.studentId,
  );
  township = {
    ...callerAs('township-officer'),
    jurisdiction: [{ kind: 'DIVISION', code: home?.code ?? '' }],
  };
  clerk = { ...callerAs('school-clerk'), jurisdiction: [{ kind: 'SCHOOL', code: pupil.schoolCode }] };
}, PATIENCE_MS);
afterAll(() => year?.close());

/** The teacher's sheets of these days. */
async function sheets(days: readonly string[], isThere: boolean): Promise<void> {
  for (const date of days) {
    year.is(date);
    await year.command(teacher, operation('RecordAttendance'), {
      schoolClass: pupil.classCode,
      date,
      absences: isThere
        ? []
        : [{ studentId: pupil.studentId, session: 'WHOLE_DAY', state: 'UNEXCUSED', reason: 'UNKNOWN' }],
    });
  }
}

interface Seen {
  student: {
    registerEntry: { standing: string } | null;
    schooling: {
      dropoutReporting: {
        duties: { kind: string; state: string }[];
        violations: { kind: string; duty: string }[];
      };
    };
    casework: {
      cases: {
        caseNumber: string;
        state: string;
        episode: number;
        version: number;
        nextStep: string | null;
        nextDueOn: string | null;
        closedBy: string | null;
        firstAttendedOn: string | null;
      }[];
    };
  };
}

async function seen() {
  const { student } = await year.query<Seen>(
    bureau,
    `query ($id: ID!) { student(id: $id) {
      registerEntry { standing }
      schooling { dropoutReporting { duties { kind state } violations { kind duty } } }
      casework { cases { caseNumber state episode version nextStep nextDueOn closedBy firstAttendedOn } } } }`,
    { id: pupil.studentId },
  );
  const { duties, violations } = student.schooling.dropoutReporting;
  return {
    standing: student.registerEntry?.standing,
    duties: Object.fromEntries(duties.map(({ kind, state }) => [kind, state])),
    violations: violations.map(({ kind, duty }) => `${kind} ${duty}`),
    cases: student.casework.cases,
  };
}

const about = () => ({ studentId: pupil.studentId });
const marked = (mark: string, markedOn: string) =>
  year.command(clerk, operation('RecordStatusMark'), { ...about(), mark, markedOn });
async function broughtBack(placedOn: string): Promise<void> {
  year.is(placedOn);
  await year.command(township, operation('RecordReturnPlacement'), {
    ...of(await theCase()),
    placedOn,
    mode: 'OWN_CLASS',
    schoolCode: pupil.schoolCode,
    classCode: pupil.classCode,
  });
  await marked('RETURNED', placedOn);
}
const theCase = async () => {
  const [found] = (await seen()).cases;
  if (!found) throw new Error('There is no case.');
  return found;
};

test(
  'three days absent, suspected; a week, reported; a case, a plan, a visit; back, lost again, back, followed up',
  async () => {
    await sheets(schoolDaysBetween('2026-11-23', '2026-11-25'), false);
    expect(await seen()).toMatchObject({
      standing: 'IN_SCHOOL',
      duties: { CONTACT_GUARDIAN: 'OVERDUE', MARK_SUSPECTED_DROPOUT: 'DUE' },
      violations: [],
      cases: [],
    });
    await year.compare();
    expect(await seen()).toMatchObject({ standing: 'SUSPECTED' });
    await year.command(teacher, operation('RecordGuardianContact'), {
      ...about(),
      absentOn: '2026-11-23',
      contactedOn: '2026-11-25',
      channel: 'PHONE',
      outcome: 'REFUSED',
    });
    await marked('SUSPECTED_DROPOUT', '2026-11-25');

    // More than a week: the school tells the township, late, and forgets the bureau.
    await sheets(schoolDaysBetween('2026-11-26', '2026-12-02'), false);
    await year.command(clerk, operation('SubmitDropoutReport'), {
      ...about(),
      leftOn: '2026-11-23',
      recipients: ['TOWNSHIP'],
    });
    await marked('DROPPED_OUT', '2026-12-02');
    await year.command(township, operation('OpenCase'), {
      ...about(),
      basis: 'ABSENT',
      knownOn: '2026-12-02',
    });
    expect(await seen()).toMatchObject({
      duties: {
        CONTACT_GUARDIAN: 'DONE_LATE',
        MARK_SUSPECTED_DROPOUT: 'DONE',
        REPORT_TO_TOWNSHIP: 'DONE_LATE',
        REPORT_TO_EDUCATION_BUREAU: 'OVERDUE',
        MARK_DROPPED_OUT: 'DONE_LATE',
      },
      violations: ['OMITTED REPORT_TO_EDUCATION_BUREAU', 'LATE REPORT_TO_TOWNSHIP', 'LATE MARK_DROPPED_OUT'],
      cases: [{ state: 'SUSPECTED', episode: 1, nextStep: 'VERIFY' }],
    });

    await sheets(schoolDaysBetween('2026-12-03', '2026-12-04'), false);
    await year.compare();
    expect((await seen()).cases).toMatchObject([{ state: 'CONFIRMED', nextStep: 'VISIT' }]);
    await year.command(bureau, operation('PlanMeasure'), {
      ...about(),
      scope: 'PUPIL',
      approach: 'AFFECTION',
      measure: 'HOME_VISITS',
      owner: 'TOWNSHIP',
      dueOn: '2026-12-20',
      reviewOn: '2027-01-15',
    });
    await year.command(township, operation('RecordPersuasionVisit'), {
      ...of(await theCase()),
      visitedOn: '2026-12-04',
      participants: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
      place: 'HOME',
      met: ['FATHER'],
      result: 'COMMITTED',
      committedTo: '2026-12-07',
    });
    expect((await seen()).cases).toMatchObject([{ state: 'PERSUADING' }]);

    await broughtBack('2026-12-07');
    expect((await seen()).cases).toMatchObject([{ state: 'RETURNED', firstAttendedOn: null }]);
    await sheets(schoolDaysBetween('2026-12-07', '2026-12-11'), true);
    await year.compare();
    expect(await seen()).toMatchObject({
      standing: 'IN_SCHOOL',
      duties: { MARK_RETURNED: 'DONE' },
      cases: [{ state: 'RETURNED', firstAttendedOn: '2026-12-07', episode: 1, nextStep: 'FOLLOW_UP' }],
    });

    // Lost again within a fortnight: the same case, its second episode.
    await sheets(schoolDaysBetween('2026-12-14', '2026-12-16'), false);
    await year.compare();
    expect(await seen()).toMatchObject({ cases: [{ episode: 2, closedBy: null }] });
    await marked('SUSPECTED_DROPOUT', '2026-12-16');
    await sheets(schoolDaysBetween('2026-12-17', '2026-12-18'), false);
    await broughtBack('2026-12-21');
    await sheets(schoolDaysBetween('2026-12-21', '2026-12-31'), true);

    // Nobody has announced the holidays of the next year: whether the child was there on its days, nobody can say.
    year.is('2027-02-26');
    await year.compare();
    expect(await seen()).toMatchObject({
      cases: [
        {
          state: 'RETURNED',
          episode: 2,
          firstAttendedOn: '2026-12-21',
          nextStep: 'FOLLOW_UP',
          nextDueOn: '2027-01-20',
        },
      ],
    });
  },
  PATIENCE_MS,
);
