import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countStatements } from '../../support/count-statements.js';
import { bureauOfficer } from './education-callers.js';
import { enrolledPupils } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
  await agency.rows('update school set central_school_code = (select min(code) from school)');
  await agency.rows(
    "update roll_call_finding set finding = 'ABSENT' where id in (select min(id) from roll_call_finding group by class_code)",
  );
});
afterAll(() => agency.close());

const LINKS = 'school { name division { name } } schoolClass { name size isOversized isSeverelyOversized }';

/** Each register with everything that can be asked of it, and the table that its children are taken from. */
const REGISTERS: readonly (readonly [string, string])[] = [
  [
    'student_status',
    `studentStatus { register { state } current { name ${LINKS} residenceDivision { name } } }`,
  ],
  ['status_change', 'studentStatus { changes { kind transferFaults suspendedUntil toSchool { name } } }'],
  ['school_guardian', 'studentStatus { guardians { name phone } listedAs { name } }'],
  ['absence', `attendance { register { state } absences { nodes { date ${LINKS} } } }`],
  [
    "(select student_id from absence where state = 'UNEXCUSED' and session = 'WHOLE_DAY') as missed_day",
    `attendance { spells { kind isOpen student { id } ${LINKS} } }`,
  ],
  [
    "(select student_id from absence where state = 'UNEXCUSED' and session = 'WHOLE_DAY') as missed_day",
    `dropoutReporting { register { state } duties { kind state ${LINKS} } violations { kind } marks { mark } }`,
  ],
  ['roll_call_finding', `rollCall { register { state } latest { finding ${LINKS} } records { calledOn } }`],
  [
    'aid_award',
    'aid { register { state } current { amountYuan school { name } } history { nodes { programme } } }',
  ],
  [
    'education_placement',
    'specialEducation { register { state } placement { mode school { name } } homeTeachingVisits { nodes { hours } } }',
  ],
  ['home_visit', 'homeVisits { register { state } latest { occasion } visits { nodes { visitedOn } } }'],
  ['pairing', 'pairings { register { state } current { kind } records { kind } }'],
  ['approved_absence', 'approvedAbsences { register { state } current { kind } }'],
  ['study_elsewhere', 'studyElsewhere { register { state } current { placeName } }'],
];

async function costOf(ids: readonly string[], selection: string): Promise<number> {
  return countStatements(async () => {
    const { data, errors } = await agency.askForStudents<object>(
      bureauOfficer,
      ids,
      `schooling { ${selection} }`,
    );
    expect(errors).toEqual([]);
    expect(data._entities.filter((entity) => entity !== null)).toHaveLength(ids.length);
  });
}

/** Fifty children, those first whom the table knows. */
async function fiftyOf(table: string): Promise<string[]> {
  const known = await agency.rows<{ student_id: string }>(
    `select distinct student_id from ${table}
     where student_id in (select student_id from student_scope where kind = 'RESIDENCE' and code like '520625%')
     order by student_id limit 50`,
  );
  const others = (await enrolledPupils(agency, 50)).map(({ studentId }) => studentId);
  return [...new Set([...known.map((row) => row.student_id), ...others])].slice(0, 50);
}

test.each(REGISTERS)(
  '%s costs the same number of statements for 1 child and for 50: %s',
  async (table, selection) => {
    const ids = await fiftyOf(table);
    expect(await costOf(ids, selection)).toBe(await costOf(ids.slice(0, 1), selection));
  },
);

test('all registers of 50 children together cost at most 30 statements', async () => {
  const ids = await fiftyOf('absence');
  const everything = REGISTERS.map(([, selection], index) => `part${index}: ${selection}`).join(' ');
  expect(await costOf(ids, everything)).toBeLessThanOrEqual(30);
});

const LISTS: readonly (readonly [string, string])[] = [
  ['absences', `nodes { date student { id } ${LINKS} }`],
  ['absenceSpells', `nodes { kind student { id } ${LINKS} }`],
  ['aidAwards', 'nodes { programme student { id } school { name } }'],
  ['homeTeachingVisits', 'nodes { hours student { id } school { name } }'],
  ['schools', 'nodes { pupilCount division { name } centralSchool { name } }'],
  ['schools', 'nodes { classes(first: 5) { nodes { size isOversized isSeverelyOversized } } }'],
  ['schools', `nodes { students(first: 5) { nodes { name student { id } ${LINKS} } } }`],
  [
    'schools',
    'nodes { rollCalls(first: 5) { nodes { schoolClass { name } differences { finding student { id } } } } }',
  ],
];

test.each(LISTS)(
  'the list %s costs the same number of statements for 2 entries and for 50: %s',
  async (list, selection) => {
    const costOfPage = (first: number) =>
      countStatements(async () => {
        const { errors } = await agency.ask(bureauOfficer, `{ ${list}(first: ${first}) { ${selection} } }`);
        expect(errors).toEqual([]);
      });
    expect(await costOfPage(50)).toBe(await costOfPage(2));
  },
);
