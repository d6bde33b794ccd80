import { startSchoolYear, type SchoolYear } from '../../journeys/school-year.js';
import { enrolledPupils, type Pupil } from '../../subgraphs/education/pupils.js';
import { callerAs } from '../../support/callers.js';
import { caseByDiary, spellsByDiary } from './by-diary.js';
import { scriptedYear, SENT_ON, TERM_LESSONS } from './scripted-year.js';
import { sendYear, type Classroom } from './year-sender.js';

const PATIENCE_MS = 300_000;
const SCRIPTS = [3, 11];
const ORDERS = [1, 2, 3];

let hub: SchoolYear;
let rooms: Classroom[];
beforeAll(async () => {
  hub = await startSchoolYear();
  hub.is(SENT_ON);
  rooms = await classrooms(SCRIPTS.length * ORDERS.length);
}, PATIENCE_MS);
afterAll(() => hub?.close());

/** Classes with two pupils each of whom nothing is known yet. */
async function classrooms(count: number): Promise<Classroom[]> {
  const education = hub.agency('education');
  const idsIn = async (agency: string, table: string) =>
    (await hub.agency(agency).rows<{ id: string }>(`select distinct student_id as id from ${table}`)).map(
      ({ id }) => id,
    );
  const tables = ['absence', 'guardian_contact', 'status_mark', 'dropout_report'];
  const known = new Set([
    ...(await Promise.all(tables.map((table) => idsIn('education', table)))).flat(),
    ...(await idsIn('education', "status_change where kind in ('DROPPED_OUT', 'RETURNED')")),
    ...(await idsIn('coordination', 'dropout_case')),
  ]);
  const unknown = (await enrolledPupils(education, 250)).filter(({ studentId }) => !known.has(studentId));
  const byClass = [...Map.groupBy(unknown, ({ classCode }) => classCode).values()];
  const pairs = byClass.filter(({ length }) => length > 1).slice(0, count);
  expect(pairs).toHaveLength(count);
  return Promise.all(pairs.map((pair) => classroomOf(pair.slice(0, 2))));
}

async function classroomOf(pupils: readonly Pupil[]): Promise<Classroom> {
  const [{ classCode, schoolCode } = { classCode: '', schoolCode: '' }] = pupils;
  const townships = pupils.map(async ({ studentId }) => {
    const [home] = await hub
      .agency('education')
      .rows<{ code: string }>(
        "select left(code, 9) as code from student_scope where student_id = ? and kind = 'RESIDENCE'",
        studentId,
      );
    const jurisdiction = [{ kind: 'DIVISION' as const, code: home?.code ?? '' }];
    return { ...callerAs('township-officer'), jurisdiction };
  });
  return {
    pupils,
    teacher: { ...callerAs('class-teacher'), jurisdiction: [{ kind: 'CLASS', code: classCode }] },
    clerk: { ...callerAs('school-clerk'), jurisdiction: [{ kind: 'SCHOOL', code: schoolCode }] },
    townships: await Promise.all(townships),
  };
}

interface Seen {
  student: {
    schooling: {
      attendance: {
        spells: { from: string; to: string; schoolDays: number; kind: string; isOpen: boolean }[];
      };
      dropoutReporting: {
        duties: { kind: string; state: string; since: string; dueOn: string; doneOn: string | null }[];
        reports: { recipient: string; leftOn: string }[];
      };
    };
    casework: {
      cases: {
        state: string;
        episode: number;
        version: number;
        returnedOn: string | null;
        closedOn: string | null;
        closedBy: string | null;
      }[];
    };
  };
}

async function seen({ studentId }: Pupil) {
  const { student } = await hub.query<Seen>(
    callerAs('bureau-officer'),
    `query ($id: ID!) { student(id: $id) {
      schooling {
        attendance { spells { from to schoolDays kind isOpen } }
        dropoutReporting { duties { kind state since dueOn doneOn } reports { recipient leftOn } }
      }
      casework { cases { state episode version returnedOn closedOn closedBy } } } }`,
    { id: studentId },
  );
  const { attendance, dropoutReporting } = student.schooling;
  const { duties, reports } = dropoutReporting;
  const stated = (wanted: string) => {
    const duty = duties.find(({ kind }) => kind === wanted);
    return duty ? { dueOn: duty.dueOn, doneOn: duty.doneOn, state: duty.state } : null;
  };
  return {
    spells: attendance.spells.toReversed(),
    report: stated('REPORT_TO_TOWNSHIP'),
    contact: stated('CONTACT_GUARDIAN'),
    reports: reports.map(({ recipient, leftOn }) => `${recipient} ${leftOn}`).toSorted(),
    cases: student.casework.cases,
  };
}

test(
  'an autumn sent in by several officers at once, in three orders, comes to what the diary says, each time',
  async () => {
    const plays = SCRIPTS.flatMap((script) => ORDERS.map((order) => ({ year: scriptedYear(script), order })));
    const through: object[] = [];
    for (const [at, { year, order }] of plays.entries()) {
      const room = rooms[at];
      if (!room) throw new Error('A class is missing.');
      through.push(Object.fromEntries([...(await sendYear(hub, room, year, order))].toSorted()));
    }
    // As many came through in each order, and of two who did the same one.
    for (const [at] of plays.entries()) expect(through[at]).toEqual(through[at - (at % ORDERS.length)]);
    for (const counts of through)
      expect(counts).toMatchObject({ 'OPEN 0': 1, 'OPEN 1': 1, 'REPORT 0': 1, 'REPORT 1': 1 });
    await hub.compare();
    const first = await Promise.all(rooms.flatMap(({ pupils }) => pupils.map(seen)));

    let again = 0;
    for (const [at, { year }] of plays.entries())
      for (const child of year.children.keys()) {
        const answer = first[2 * at + child];
        const spells = spellsByDiary(year, child, TERM_LESSONS, SENT_ON);
        expect(answer?.spells).toEqual(
          spells.map(({ from, to, schoolDays, suspectedSince, reportableSince, isOver }) => ({
            ...{ from, to, schoolDays, isOpen: !isOver },
            kind: reportableSince ? 'DROPOUT_TO_REPORT' : suspectedSince ? 'SUSPECTED_DROPOUT' : 'SHORT',
          })),
        );
        const last = spells.at(-1);
        expect([answer?.report, answer?.contact]).toEqual([last?.report ?? null, last?.contact ?? null]);
        const { isOpen, closedOn, closedBy, episode, returnedOn } = caseByDiary(year, child, TERM_LESSONS);
        expect(answer?.cases).toHaveLength(1);
        expect(answer?.cases[0]).toMatchObject({ closedOn, closedBy, episode, returnedOn });
        expect(answer?.cases[0]?.state === 'CLOSED').toBe(!isOpen);
        if (episode > 1) again += 1;
        const left = year.events.flatMap((event) =>
          event.kind === 'REPORT' && event.child === child ? [event.about] : [],
        );
        expect(answer?.reports).toEqual(
          left.flatMap((day) => [`EDUCATION_BUREAU ${day}`, `TOWNSHIP ${day}`]).toSorted(),
        );
      }
    expect(again).toBeGreaterThan(0);

    // Compared once more, nothing is another than it was, not even a version.
    await hub.compare();
    expect(await Promise.all(rooms.flatMap(({ pupils }) => pupils.map(seen)))).toEqual(first);
  },
  PATIENCE_MS,
);
