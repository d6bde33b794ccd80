import { readFileSync } from 'node:fs';
import { callerAs, type TestCaller } from '../support/callers.js';
import { addHolder } from '../subgraphs/disability/disability-rows.js';
import { enrolledPupils, type Pupil } from '../subgraphs/education/pupils.js';
import { startSchoolYear, type SchoolYear } from './school-year.js';

const PATIENCE_MS = 300_000;
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

let year: SchoolYear;
let pupil: Pupil;
let clerk: TestCaller;
const bureau = callerAs('bureau-officer');
const federation = callerAs('disability-officer');
beforeAll(async () => {
  year = await startSchoolYear();
  const known = await year
    .agency('disability')
    .rows<{ id: string }>('select student_id as id from registered_child');
  const registered = new Set(known.map(({ id }) => id));
  const found = (await enrolledPupils(year.agency('education'), 100)).find(
    ({ studentId }) => !registered.has(studentId),
  );
  if (!found) throw new Error('The county has no pupil whom the federation does not know.');
  pupil = found;
  clerk = { ...callerAs('school-clerk'), jurisdiction: [{ kind: 'SCHOOL', code: pupil.schoolCode }] };
}, PATIENCE_MS);
afterAll(() => year?.close());

interface Item {
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly student: { readonly id: string } | null;
}
type WorkToday = Record<string, { groups: { kind: string; items: Item[] | null }[] }>;

/** What an office has to do about the child, by kind. */
async function toDo(caller: TestCaller): Promise<Record<string, string>> {
  const lists = await year.query<WorkToday>(caller, operation('WorkToday'), { items: 50 });
  const items = Object.values(lists).flatMap(({ groups }) =>
    groups.flatMap(({ kind, items }) => (items ?? []).map((item) => ({ kind, ...item }))),
  );
  return Object.fromEntries(
    items
      .filter(({ student }) => student?.id === pupil.studentId)
      .map(({ kind, dueOn, isOverdue }) => [kind, `${dueOn}${isOverdue ? ' overdue' : ''}`]),
  );
}

interface Seen {
  student: {
    schooling: {
      specialEducation: {
        placement: { mode: string } | null;
        lastVisitedOn: string | null;
        homeTeachingPlan: { dueOn: string; isOverdue: boolean } | null;
      };
    };
    disability: {
      placementRecommendation: { current: { mode: string } | null };
      homeMedicalVisits: { plan: { dueOn: string; isOverdue: boolean } | null };
    };
  };
}
async function seen() {
  const { student } = await year.query<Seen>(
    bureau,
    `query ($id: ID!) { student(id: $id) {
      schooling { specialEducation { placement { mode } lastVisitedOn homeTeachingPlan { dueOn isOverdue } } }
      disability { placementRecommendation { current { mode } } homeMedicalVisits { plan { dueOn isOverdue } } } } }`,
    { id: pupil.studentId },
  );
  const { placement, lastVisitedOn, homeTeachingPlan } = student.schooling.specialEducation;
  return {
    advised: student.disability.placementRecommendation.current?.mode ?? null,
    placed: placement?.mode ?? null,
    lastVisitedOn,
    teaching: homeTeachingPlan,
    medical: student.disability.homeMedicalVisits.plan,
  };
}

test('a school asks the federation about a child, who is advised on, taught at home and visited by plan', async () => {
  const about = { studentId: pupil.studentId };
  // The school asks; the federation finds a severe disability and says where the child is best taught.
  year.is('2026-11-23');
  const { referral } = await year.command<{ referral: { referralNumber: string; version: number } }>(
    clerk,
    operation('SendReferral'),
    { ...about, toBody: 'DISABILITY', reason: 'DISABILITY_CONFIRMATION' },
  );
  expect(await toDo(federation)).toEqual({ ANSWER_REFERRAL: '2026-12-08' });
  await addHolder(year.agency('disability'), pupil.studentId, { category: 'PHYSICAL', grade: 'GRADE_1' });
  expect(await toDo(federation)).toEqual({
    ANSWER_REFERRAL: '2026-12-08',
    RECOMMEND_PLACEMENT: 'null',
    VERIFY_DISABLED_CHILD: '2021-06-01 overdue',
  });
  year.is('2026-11-25');
  await year.command(federation, operation('VerifyDisabilityRecord'), {
    ...about,
    group: 'DISABLED_CHILD',
    verifiedOn: '2026-11-25',
    outcome: 'HOLDS',
  });
  const advice = { ...about, mode: 'HOME_TEACHING', recommendedOn: '2026-11-25' };
  await year.command(federation, operation('RecommendPlacement'), advice);
  await year.command(federation, operation('AnswerReferral'), {
    referralNumber: referral.referralNumber,
    expectedVersion: referral.version,
    outcome: 'TRUE_DEALT_WITH',
  });
  expect(await toDo(federation)).toEqual({});
  expect(await seen()).toMatchObject({ advised: 'HOME_TEACHING', placed: null, teaching: null });

  // The bureau's own system decides on the placement; from then on the school owes visits.
  await year.agency('education').rows(
    `insert into education_placement (student_id, mode, school_code, decided_on)
     values (?, 'HOME_TEACHING', ?, '2026-11-26')`,
    pupil.studentId,
    pupil.schoolCode,
  );
  year.is('2026-12-11');
  expect(await toDo(clerk)).toMatchObject({ TEACH_AT_HOME: '2026-12-10 overdue' });
  await year.command(clerk, operation('RecordHomeTeachingVisit'), {
    ...about,
    visitedOn: '2026-12-11',
    hours: 1.5,
    content: 'LIFE_SKILLS',
  });
  expect(await toDo(clerk)).not.toHaveProperty('TEACH_AT_HOME');
  expect(await seen()).toMatchObject({
    placed: 'HOME_TEACHING',
    lastVisitedOn: '2026-12-11',
    teaching: { dueOn: '2026-12-25', isOverdue: false },
    medical: { dueOn: '2027-02-25', isOverdue: false },
  });

  // What falls into the winter vacation is owed when the term begins again; a health worker comes by the own day.
  year.is('2027-01-15');
  await year.command(clerk, operation('RecordHomeTeachingVisit'), {
    ...about,
    visitedOn: '2027-01-15',
    hours: 2,
    content: 'REHABILITATION',
  });
  const { teaching } = await seen();
  expect(teaching).toEqual({ dueOn: expect.stringMatching(/^2027-0[23]-/), isOverdue: false });
  year.is('2027-02-27');
  expect(await toDo(federation)).toEqual({
    VERIFY_DISABLED_CHILD: '2027-02-25 overdue',
    VISIT_SEVERELY_DISABLED: '2027-02-25 overdue',
  });
  await year.command(federation, operation('RecordHomeMedicalVisit'), {
    ...about,
    visitedOn: '2027-02-26',
    institution: '乡镇卫生院',
  });
  expect(await toDo(federation)).toEqual({ VERIFY_DISABLED_CHILD: '2027-02-25 overdue' });
  expect((await seen()).medical).toEqual({ dueOn: '2027-05-29', isOverdue: false });
}, 60_000);
