import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { addHolder, addRegisteredChild } from './disability-rows.js';

const TODAY = '2026-11-20';
const officer = callerAs('disability-officer');
/** Of a township: the generated children of the county are nobody's here. */
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };

let agency: TestAgency;
let holder: string;
let childOfDisabled: string;
beforeAll(async () => {
  agency = await startTestAgency('disability', { now: () => new Date(`${TODAY}T09:00:00+08:00`) });
  [holder, childOfDisabled] = await Promise.all([newChild(agency), newChild(agency)]);
  await addHolder(agency, holder, { category: 'VISUAL', grade: 'GRADE_2', village: VILLAGE });
  await addRegisteredChild(agency, childOfDisabled, VILLAGE);
  await agency.rows(
    `insert into parent_certificate (student_id, parent, category, grade, reissue_suffix)
     values (?, 'FATHER', 'PHYSICAL', 'GRADE_1', '')`,
    childOfDisabled,
  );
});
afterAll(() => agency?.close());

async function verify(input: object, caller = officer): Promise<string[] | undefined> {
  const { data, errors } = await agency.ask<{
    verifyDisabilityRecord: { errors: { code: string }[] } | null;
  }>(
    caller,
    `mutation ($input: VerifyDisabilityRecordInput!) {
      verifyDisabilityRecord(input: $input) { isRecorded errors { code } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        studentId: holder,
        group: 'DISABLED_CHILD',
        verifiedOn: TODAY,
        outcome: 'HOLDS',
        ...input,
      },
    },
  );
  expect(errors).toEqual([]);
  return data.verifyDisabilityRecord?.errors.map(({ code }) => code);
}

async function planOf(studentId: string): Promise<unknown> {
  const { data, errors } = await agency.askForStudents<{
    disability: {
      certificate: { current: { verification: unknown } | null };
      parentCertificates: { verification: unknown };
    };
  }>(
    officer,
    [studentId],
    `disability {
      certificate { current { verification { lastVerifiedOn everyDays dueOn isOverdue } } }
      parentCertificates { verification { lastVerifiedOn everyDays dueOn isOverdue } } }`,
  );
  expect(errors).toEqual([]);
  const shown = data._entities[0]?.disability;
  return {
    own: shown?.certificate.current?.verification ?? null,
    parents: shown?.parentCertificates.verification,
  };
}

const groupOf = async (kind: string, caller = township) =>
  (await workGroups(agency, caller, 'workAtDisability')).find((group) => group.kind === kind);

test('a certificate that nobody has looked at since its issue is overdue; of a parent’s nobody can say since when', async () => {
  const own = { lastVerifiedOn: null, everyDays: 92, dueOn: '2021-06-01', isOverdue: true };
  const parents = { lastVerifiedOn: null, everyDays: 92, dueOn: null, isOverdue: null };
  expect(await planOf(holder)).toEqual({ own, parents: null });
  expect(await planOf(childOfDisabled)).toEqual({ own: null, parents });
});

test('both are on the list of the federation’s officers of the township, and on nobody else’s', async () => {
  expect(await groupOf('VERIFY_DISABLED_CHILD')).toMatchObject({
    list: 'certificateHolders',
    unknown: null,
    open: 1,
    overdue: 1,
    items: [{ subject: holder, dueOn: '2021-06-01', isOverdue: true }],
  });
  expect(await groupOf('VERIFY_CHILD_OF_DISABLED')).toMatchObject({
    open: 1,
    overdue: 0,
    items: [{ subject: childOfDisabled, dueOn: null }],
  });
  const others = await workGroups(agency, elsewhere(officer), 'workAtDisability');
  expect(others.map(({ open }) => open)).toEqual(others.map(() => 0));
  const withoutRight = withoutScope(township, 'disability.verification.record');
  expect(await groupOf('VERIFY_DISABLED_CHILD', withoutRight)).toBeUndefined();
});

test('the generated county has some of both due, and most in time', async () => {
  for (const [kind, table] of [
    ['VERIFY_DISABLED_CHILD', 'disability_certificate'],
    ['VERIFY_CHILD_OF_DISABLED', 'parent_certificate'],
  ] as const) {
    const [all] = await agency.rows<{ count: number }>(`select count(*)::int as count from ${table}`);
    const open = (await groupOf(kind, officer))?.open ?? 0;
    expect([kind, open > 1, open < (all?.count ?? 0) / 2]).toEqual([kind, true, true]);
  }
});

test.each<[code: string, part: () => object]>([
  ['DATE_INVALID', () => ({ verifiedOn: '2026-11-21' })],
  ['DATE_INVALID', () => ({ verifiedOn: '2021-02-28' })],
  ['RECORD_NOT_FOUND', () => ({ group: 'CHILD_OF_DISABLED' })],
  ['RECORD_NOT_FOUND', () => ({ studentId: childOfDisabled })],
  ['RECORD_NOT_FOUND', () => ({ studentId: 'a'.repeat(26) })],
])('%s is told, and nothing is recorded', async (code, part) => {
  expect(await verify(part())).toEqual([code]);
  expect(await planOf(holder)).toMatchObject({ own: { lastVerifiedOn: null } });
});

test('an officer of another county finds no such record', async () => {
  expect(await verify({}, elsewhere(officer))).toEqual(['RECORD_NOT_FOUND']);
});

test('a check is recorded once, says who recorded it, moves the next and leaves the other group', async () => {
  const keyed = { idempotencyKey: randomUUID(), verifiedOn: '2026-11-18', outcome: 'CHANGED' };
  expect(await verify(keyed)).toEqual([]);
  expect(await verify(keyed)).toEqual([]);
  expect(await verify({ ...keyed, idempotencyKey: randomUUID() })).toEqual(['ALREADY_RECORDED']);
  expect(await verify({ verifiedOn: '2026-11-17' })).toEqual(['DATE_INVALID']);
  expect(await planOf(holder)).toEqual({
    own: { lastVerifiedOn: '2026-11-18', everyDays: 92, dueOn: '2027-02-18', isOverdue: false },
    parents: null,
  });
  expect(await groupOf('VERIFY_DISABLED_CHILD')).toMatchObject({ open: 0 });
  expect(await groupOf('VERIFY_CHILD_OF_DISABLED')).toMatchObject({ open: 1 });
  expect(
    await agency.rows(
      `select special_group as group, outcome, recorded_by as by,
         (select register from change order by version desc limit 1) as register
       from record_verification where student_id = ?`,
      holder,
    ),
  ).toEqual([
    { group: 'DISABLED_CHILD', outcome: 'CHANGED', by: 'test:disability-officer', register: 'CERTIFICATES' },
  ]);
});

test('of a disabled person’s child the first check begins the count', async () => {
  expect(await verify({ studentId: childOfDisabled, group: 'CHILD_OF_DISABLED' })).toEqual([]);
  expect(await planOf(childOfDisabled)).toEqual({
    own: null,
    parents: { lastVerifiedOn: TODAY, everyDays: 92, dueOn: '2027-02-20', isOverdue: false },
  });
  expect(await groupOf('VERIFY_CHILD_OF_DISABLED')).toMatchObject({ open: 0 });
});

test('a certificate that was cancelled is checked no more', async () => {
  await agency.rows("update disability_certificate set state = 'CANCELLED' where student_id = ?", holder);
  expect(await planOf(holder)).toEqual({ own: null, parents: null });
  expect(await verify({ outcome: 'HOLDS_NO_MORE' })).toEqual(['RECORD_NOT_FOUND']);
});

test('without the register nobody can say what is due', async () => {
  await agency.rows("delete from register where code = 'CERTIFICATES'");
  expect(await groupOf('VERIFY_DISABLED_CHILD')).toMatchObject({ unknown: 'NOT_LOADED', open: null });
});

test('the list costs a fixed number of statements', async () => {
  const work = (caller: TestCaller, items: number) =>
    countStatements(() => workGroups(agency, caller, 'workAtDisability', items));
  expect(await work(officer, 50)).toBe(await work(township, 1));
});
