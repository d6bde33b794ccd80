import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { enterMember, enterRelocation, enterSite } from './poverty-rows.js';

const officer = callerAs('poverty-officer');
/** The generated households are nobody's here. */
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };
const SCHOOL = '3652000001';
const OTHER_TOWN = '520625998001';

let agency: TestAgency;
let moved: string;
let tooOld: string;
let stranger: string;
beforeAll(async () => {
  agency = await startTestAgency('poverty', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  [moved, tooOld, stranger] = await Promise.all([newChild(agency), newChild(agency), newChild(agency)]);
  await enterSite(agency, 'AZ-T');
  await enterMember(agency, moved, null);
  await enterRelocation(agency, moved, 'AZ-T', '2026-05-01');
  await enterMember(agency, tooOld, null, '2009-01-01');
  await enterRelocation(agency, tooOld, 'AZ-T', '2026-05-01');
});
afterAll(() => agency.close());

test('nothing is owed before the first school year, however long ago a child moved', async () => {
  const [beginner, tooYoungThen] = await Promise.all([
    newChild(agency, { residence: OTHER_TOWN }),
    newChild(agency, { residence: OTHER_TOWN }),
  ]);
  for (const [child, birthDate] of [
    [beginner, '2020-03-01'],
    [tooYoungThen, '2019-03-01'],
  ] as const) {
    await enterMember(agency, child, null, birthDate);
    await enterRelocation(agency, child, 'AZ-T', '2017-07-20');
  }
  expect(await followUpOf(beginner)).toMatchObject({ dueOn: '2027-03-03', isOverdue: false });
  expect(await followUpOf(tooYoungThen)).toMatchObject({ dueOn: '2026-03-03', isOverdue: true });
  const officerThere: TestCaller = {
    ...officer,
    jurisdiction: [{ kind: 'DIVISION', code: OTHER_TOWN.slice(0, 9) }],
  };
  expect(await work(officerThere)).toMatchObject({ open: 1, items: [{ subject: tooYoungThen }] });
});

async function record(input: object, caller = officer): Promise<string[] | undefined> {
  const { data, errors } = await agency.ask<{
    recordRelocationFollowUp: { errors: { code: string }[] } | null;
  }>(
    caller,
    `mutation ($input: RecordRelocationFollowUpInput!) {
      recordRelocationFollowUp(input: $input) { errors { code } } }`,
    { input: { idempotencyKey: randomUUID(), studentId: moved, schoolCode: SCHOOL, ...input } },
  );
  expect(errors).toEqual([]);
  return data.recordRelocationFollowUp?.errors.map(({ code }) => code);
}

async function followUpOf(studentId: string): Promise<unknown> {
  const { data, errors } = await agency.askForStudents<{
    poverty: { relocation: { current: { followUp: unknown } } };
  }>(
    officer,
    [studentId],
    `poverty { relocation { current { followUp {
      last { followedOn schoolPlace schoolCode } everyDays dueOn isOverdue } } } }`,
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.poverty.relocation.current.followUp;
}

const work = async (caller = township) => (await workGroups(agency, caller, 'workAtPoverty'))[0];

test('where nobody has looked a place is unknown, and somebody is to look', async () => {
  expect(await followUpOf(moved)).toEqual({
    last: null,
    everyDays: 183,
    dueOn: '2026-10-31',
    isOverdue: true,
  });
  expect(await followUpOf(tooOld)).toBeNull();
  expect(await work()).toMatchObject({
    kind: 'FOLLOW_RELOCATED_CHILD',
    open: 1,
    overdue: 1,
    items: [{ subject: moved, dueOn: '2026-10-31' }],
  });
  expect(await work(elsewhere(officer))).toMatchObject({ open: 0 });
  expect(await workGroups(agency, callerAs('bureau-officer'), 'workAtPoverty')).toEqual([]);
});

test('one child costs as many statements as all of them', async () => {
  const cost = (caller: TestCaller, items: number) =>
    countStatements(() => workGroups(agency, caller, 'workAtPoverty', items));
  expect(await cost(officer, 50)).toBe(await cost(township, 1));
  expect(await countStatements(() => agency.ask(officer, '{ workAtPoverty { groups { open } } }'))).toBe(1);
});

test('the generated county has children to follow, some of them for long', async () => {
  const all = await work(officer);
  expect(all?.overdue).toBeGreaterThan(1);
  // Nobody was forgotten for years.
  expect(String(all?.items?.[0]?.dueOn) > '2025-09-01').toBe(true);
  const [moved] = await agency.rows<{ count: number }>(
    'select count(*)::int as count from relocation_household',
  );
  expect(all?.open).toBeLessThan(moved?.count ?? 0);
});

test.each([
  [{ followedOn: '2026-11-21', schoolPlace: 'AT_SITE' }, 'DATE_INVALID'],
  [{ followedOn: '2026-04-30', schoolPlace: 'AT_SITE' }, 'DATE_INVALID'],
  [{ followedOn: '2026-11-10', schoolPlace: 'AT_SITE', schoolCode: null }, 'SCHOOL_INVALID'],
  [{ followedOn: '2026-11-10', schoolPlace: 'ELSEWHERE', schoolCode: 'x' }, 'SCHOOL_INVALID'],
  [{ followedOn: '2026-11-10', schoolPlace: 'NONE' }, 'SCHOOL_INVALID'],
])('%j is refused as %s', async (input, code) => {
  expect(await record(input)).toEqual([code]);
});

test('whoever did not move, or is out of reach, is not found', async () => {
  const seen = { followedOn: '2026-11-10', schoolPlace: 'AT_SITE' };
  expect(await record({ ...seen, studentId: stranger })).toEqual(['CHILD_NOT_FOUND']);
  expect(await record(seen, elsewhere(officer))).toEqual(['CHILD_NOT_FOUND']);
});

test('a child in no school stays due; a place is followed half a year later', async () => {
  expect(await record({ followedOn: '2026-11-10', schoolPlace: 'NONE', schoolCode: null })).toEqual([]);
  expect(await followUpOf(moved)).toMatchObject({
    last: { followedOn: '2026-11-10', schoolPlace: 'NONE', schoolCode: null },
    dueOn: '2026-11-10',
    isOverdue: true,
  });
  expect(await work()).toMatchObject({ open: 1, items: [{ dueOn: '2026-11-10' }] });
  const seen = { followedOn: '2026-11-20', schoolPlace: 'AT_SITE' };
  expect(await record(seen)).toEqual([]);
  expect(await record(seen)).toEqual(['ALREADY_RECORDED']);
  expect(await record({ ...seen, followedOn: '2026-11-19' })).toEqual(['DATE_INVALID']);
  expect(await followUpOf(moved)).toMatchObject({
    last: { schoolPlace: 'AT_SITE', schoolCode: SCHOOL },
    dueOn: '2027-05-22',
    isOverdue: false,
  });
  expect(await work()).toMatchObject({ open: 0, overdue: 0 });
});

test('what was seen before the household moved again says nothing of the new place', async () => {
  await enterSite(agency, 'AZ-U');
  await enterRelocation(agency, moved, 'AZ-U', '2026-11-20');
  await agency.rows("update relocation_follow_up set followed_on = '2026-11-19' where student_id = ?", moved);
  expect(await followUpOf(moved)).toMatchObject({ last: null, dueOn: '2027-05-22' });
});
