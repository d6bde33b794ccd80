import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { addHolder, addRecommendation } from './disability-rows.js';

const officer = callerAs('disability-officer');
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };

let agency: TestAgency;
let severe: string;
let mild: string;
beforeAll(async () => {
  agency = await startTestAgency('disability', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  severe = await newChild(agency);
  mild = await newChild(agency);
  await addHolder(agency, severe, { category: 'PHYSICAL', grade: 'GRADE_1', village: VILLAGE });
  await addHolder(agency, mild, { category: 'PHYSICAL', grade: 'GRADE_3', village: VILLAGE });
  await addRecommendation(agency, mild, 'HOME_TEACHING', '2026-06-01', VILLAGE);
});
afterAll(() => agency.close());

async function command(name: string, input: object, caller = officer): Promise<string[] | undefined> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, { errors: { code: string }[] } | null>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
    { input: { idempotencyKey: randomUUID(), studentId: severe, ...input } },
  );
  expect(errors).toEqual([]);
  return data[name]?.errors.map(({ code }) => code);
}

async function planOf(studentId: string): Promise<unknown> {
  const { data, errors } = await agency.askForStudents<{
    disability: { homeMedicalVisits: { plan: unknown } };
  }>(officer, [studentId], 'disability { homeMedicalVisits { plan { everyDays dueOn isOverdue } } }');
  expect(errors).toEqual([]);
  return data._entities[0]?.disability.homeMedicalVisits.plan;
}

const groupOf = async (kind: string, caller = township) =>
  (await workGroups(agency, caller, 'workAtDisability')).find((group) => group.kind === kind);

describe('a recommendation', () => {
  test('is asked for, given once and then off the list; nobody else gives it', async () => {
    expect(await groupOf('RECOMMEND_PLACEMENT')).toMatchObject({ open: 1, items: [{ subject: severe }] });
    const advice = { mode: 'HOME_TEACHING', recommendedOn: '2026-08-01' };
    expect(await command('recommendPlacement', advice, elsewhere(officer))).toEqual(['CHILD_NOT_FOUND']);
    const keyed = { ...advice, idempotencyKey: randomUUID() };
    const twice = [command('recommendPlacement', keyed), command('recommendPlacement', keyed)];
    expect(await Promise.all(twice)).toEqual([[], []]);
    expect(
      await agency.rows('select from placement_recommendation where student_id = ?', severe),
    ).toHaveLength(1);
    expect(await groupOf('RECOMMEND_PLACEMENT')).toMatchObject({ open: 0 });
  });

  test.each([
    [{ mode: 'HOME_TEACHING', recommendedOn: '2026-11-20' }, 'ALREADY_RECOMMENDED'],
    [{ mode: 'SPECIAL_SCHOOL', recommendedOn: '2026-11-21' }, 'DATE_INVALID'],
    [{ mode: 'SPECIAL_SCHOOL', recommendedOn: '2026-07-31' }, 'DATE_INVALID'],
    [{ mode: 'SPECIAL_SCHOOL', recommendedOn: '2026-11-20', studentId: 'a'.repeat(26) }, 'CHILD_NOT_FOUND'],
  ])('%j is refused as %s', async (advice, code) => {
    expect(await command('recommendPlacement', advice)).toEqual([code]);
  });
});

describe('home medical visits', () => {
  test('are owed to the severely disabled who stay at home, and to nobody else', async () => {
    expect(await planOf(severe)).toEqual({ everyDays: 92, dueOn: '2026-11-01', isOverdue: true });
    expect(await planOf(mild)).toBeNull();
    expect(await groupOf('VISIT_SEVERELY_DISABLED')).toMatchObject({
      unknown: null,
      open: 1,
      overdue: 1,
      items: [{ subject: severe, dueOn: '2026-11-01' }],
    });
  });

  test.each([
    [{ visitedOn: '2026-11-21', institution: '乡镇卫生院' }, 'DATE_INVALID'],
    [{ visitedOn: '2026-11-18', institution: '院' }, 'INSTITUTION_INVALID'],
    [{ visitedOn: '2026-11-18', institution: '卫生院 139 0000 0000' }, 'INSTITUTION_INVALID'],
    [{ visitedOn: '2026-11-18', institution: '乡镇卫生院', studentId: 'a'.repeat(26) }, 'CHILD_NOT_FOUND'],
  ])('%j is refused as %s', async (visit, code) => {
    expect(await command('recordHomeMedicalVisit', visit)).toEqual([code]);
    expect(await agency.rows('select from home_medical_visit where student_id = ?', severe)).toEqual([]);
  });

  test('are recorded once and move the plan', async () => {
    const visit = { visitedOn: '2026-11-18', institution: '乡镇卫生院' };
    expect(await command('recordHomeMedicalVisit', visit)).toEqual([]);
    expect(await command('recordHomeMedicalVisit', visit)).toEqual(['ALREADY_RECORDED']);
    expect(await planOf(severe)).toEqual({ everyDays: 92, dueOn: '2027-02-18', isOverdue: false });
    expect(await groupOf('VISIT_SEVERELY_DISABLED')).toMatchObject({ open: 0, overdue: 0 });
    const [change] = await agency.rows(
      'select register from change where student_id = ? order by version desc limit 1',
      severe,
    );
    expect(change).toEqual({ register: 'HOME_MEDICAL_VISITS' });
  });

  test('are found for a county by as many statements as for one child', async () => {
    const forOne = await countStatements(() => workGroups(agency, township, 'workAtDisability', 1));
    expect(await countStatements(() => workGroups(agency, officer, 'workAtDisability', 50))).toBe(forOne);
  });
});
