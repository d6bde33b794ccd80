import { readFileSync } from 'node:fs';
import { callerAs, type TestCaller } from '../support/callers.js';
import { of } from '../subgraphs/coordination/casework/case-harness.js';
import { enrolledPupils, type Pupil } from '../subgraphs/education/pupils.js';
import { startSchoolYear, type SchoolYear } from './school-year.js';

export const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
const bureau = callerAs('bureau-officer');

export interface SeenCase {
  readonly caseNumber: string;
  readonly state: string;
  readonly episode: number;
  readonly version: number;
  readonly nextStep: string | null;
  readonly nextDueOn: string | null;
  readonly closedBy: string | null;
  readonly firstAttendedOn: string | null;
}
interface Seen {
  readonly student: {
    readonly registerEntry: { readonly standing: string } | null;
    readonly schooling: {
      readonly dropoutReporting: {
        readonly duties: readonly {
          readonly kind: string;
          readonly state: string;
          readonly since: string;
          readonly dueOn: string;
        }[];
        readonly violations: readonly { readonly kind: string; readonly duty: string }[];
      };
    };
    readonly casework: { readonly cases: readonly SeenCase[] };
  };
}

/** A pupil who was always there, and those who see to it from the day on which it is not. */
export interface AbsentPupil {
  readonly year: SchoolYear;
  readonly pupil: Pupil;
  readonly bureau: TestCaller;
  readonly teacher: TestCaller;
  readonly clerk: TestCaller;
  /** Of the township where the child lives. */
  readonly township: TestCaller;
  /** The teacher's sheets of these days. @param reason that they give of an absence, UNKNOWN unless it is told */
  sheets(days: readonly string[], isThere: boolean, reason?: string): Promise<void>;
  /** What the bureau sees of the child: duties by kind, as their state and as their days. */
  seen(): Promise<{
    readonly standing: string | undefined;
    readonly duties: Readonly<Record<string, string>>;
    readonly days: Readonly<Record<string, string>>;
    readonly violations: readonly string[];
    readonly cases: readonly SeenCase[];
  }>;
  about(): { readonly studentId: string };
  marked(mark: string, markedOn: string): Promise<object>;
  broughtBack(placedOn: string): Promise<void>;
  theCase(): Promise<SeenCase>;
}

export async function startAbsentPupil(): Promise<AbsentPupil> {
  const year = await startSchoolYear();
  const education = year.agency('education');
  const pupil = await neverAbsent(year);
  const [home] = await education.rows<{ code: string }>(
    "select left(code, 9) as code from student_scope where student_id = ? and kind = 'RESIDENCE'",
    pupil.studentId,
  );
  const inArea = (slug: string, kind: 'CLASS' | 'SCHOOL' | 'DIVISION', code: string): TestCaller => ({
    ...callerAs(slug),
    jurisdiction: [{ kind, code }],
  });
  const teacher = inArea('class-teacher', 'CLASS', pupil.classCode);
  const clerk = inArea('school-clerk', 'SCHOOL', pupil.schoolCode);
  const township = inArea('township-officer', 'DIVISION', home?.code ?? '');
  const about = () => ({ studentId: pupil.studentId });

  async function seen() {
    const { student } = await year.query<Seen>(
      bureau,
      `query ($id: ID!) { student(id: $id) {
        registerEntry { standing }
        schooling { dropoutReporting { duties { kind state since dueOn } violations { kind duty } } }
        casework { cases { caseNumber state episode version nextStep nextDueOn closedBy firstAttendedOn } } } }`,
      { id: pupil.studentId },
    );
    const { duties, violations } = student.schooling.dropoutReporting;
    return {
      standing: student.registerEntry?.standing,
      duties: Object.fromEntries(duties.map(({ kind, state }) => [kind, state])),
      days: Object.fromEntries(duties.map(({ kind, since, dueOn }) => [kind, `${since} until ${dueOn}`])),
      violations: violations.map(({ kind, duty }) => `${kind} ${duty}`),
      cases: student.casework.cases,
    };
  }
  const marked = (mark: string, markedOn: string) =>
    year.command<object>(clerk, operation('RecordStatusMark'), { ...about(), mark, markedOn });
  async function theCase() {
    const [found] = (await seen()).cases;
    if (!found) throw new Error('There is no case.');
    return found;
  }

  return {
    year,
    pupil,
    bureau,
    teacher,
    clerk,
    township,
    async sheets(days, isThere, reason = 'UNKNOWN') {
      for (const date of days) {
        year.is(date);
        await year.command(teacher, operation('RecordAttendance'), {
          schoolClass: pupil.classCode,
          date,
          absences: isThere ? [] : [{ ...about(), session: 'WHOLE_DAY', state: 'UNEXCUSED', reason }],
        });
      }
    },
    seen,
    about,
    marked,
    async broughtBack(placedOn) {
      year.is(placedOn);
      await year.command(township, operation('RecordReturnPlacement'), {
        ...of(await theCase()),
        placedOn,
        mode: 'OWN_CLASS',
        schoolCode: pupil.schoolCode,
        classCode: pupil.classCode,
      });
      await marked('RETURNED', placedOn);
    },
    theCase,
  };
}

async function neverAbsent(year: SchoolYear): Promise<Pupil> {
  const education = year.agency('education');
  const absent = await education.rows<{ id: string }>('select distinct student_id as id from absence');
  const cases = await year
    .agency('coordination')
    .rows<{ id: string }>('select distinct student_id as id from dropout_case');
  const known = new Set([...absent, ...cases].map(({ id }) => id));
  const found = (await enrolledPupils(education, 200)).find(({ studentId }) => !known.has(studentId));
  if (!found) throw new Error('The county has no pupil who was always there.');
  return found;
}
