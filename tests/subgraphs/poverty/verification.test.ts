import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { workGroups } from '../../support/work-groups.js';
import { enterHousehold, enterMember } from './poverty-rows.js';

const TODAY = '2026-11-20';
const officer = callerAs('poverty-officer');
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };

let agency: TestAgency;
let [sister, brother, outside]: [string, string, string] = ['', '', ''];
beforeAll(async () => {
  agency = await startTestAgency('poverty', { now: () => new Date(`${TODAY}T09:00:00+08:00`) });
  [sister, brother, outside] = await Promise.all([newChild(agency), newChild(agency), newChild(agency)]);
  await enterHousehold(agency, 'HC-1', { recognisedOn: '2026-08-01' });
  await enterMember(agency, sister, 'HC-1');
  await enterMember(agency, brother, 'HC-1');
  await enterMember(agency, outside, null);
});
afterAll(() => agency?.close());

async function verify(input: object, caller = officer): Promise<string[] | undefined> {
  const verification = {
    group: 'REGISTERED_HOUSEHOLD',
    verifiedOn: TODAY,
    outcome: 'HOLDS',
    studentId: sister,
  };
  const { data, errors } = await agency.ask<{ verifyPovertyRecord: { errors: { code: string }[] } | null }>(
    caller,
    `mutation ($input: VerifyPovertyRecordInput!) {
      verifyPovertyRecord(input: $input) { isRecorded errors { code } } }`,
    { input: { idempotencyKey: randomUUID(), ...verification, ...input } },
  );
  expect(errors).toEqual([]);
  return data.verifyPovertyRecord?.errors.map(({ code }) => code);
}

async function planOf(studentId: string): Promise<unknown> {
  const { data, errors } = await agency.askForStudents<{
    poverty: { povertyHousehold: { verification: unknown } };
  }>(
    officer,
    [studentId],
    'poverty { povertyHousehold { verification { lastVerifiedOn dueOn isOverdue } } }',
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.poverty.povertyHousehold.verification;
}

const toVerify = async (caller = township) =>
  (await workGroups(agency, caller, 'workAtPoverty')).find(({ kind }) => kind === 'VERIFY_POVERTY_CHILD');

const NEVER = { lastVerifiedOn: null, dueOn: '2026-11-01', isOverdue: true };

test('each child of a registered household is to be checked, and one in none is not', async () => {
  expect(await planOf(sister)).toEqual(NEVER);
  expect(await planOf(outside)).toBeNull();
  expect(await toVerify()).toMatchObject({ list: 'povertyHouseholds', unknown: null, open: 2, overdue: 2 });
  expect(await toVerify(elsewhere(officer))).toMatchObject({ open: 0 });
  expect(await toVerify(withoutScope(township, 'poverty.verification.record'))).toBeUndefined();
});

test('the generated county has some of it, and most in time', async () => {
  const [all] = await agency.rows<{ count: number }>(
    'select count(*)::int as count from poverty_household_member where household_code is not null',
  );
  const { open = null } = (await toVerify(officer)) ?? {};
  expect(open).toBeGreaterThan(2);
  expect(open).toBeLessThan((all?.count ?? 0) / 2);
});

test.each<[code: string, part: () => object]>([
  ['DATE_INVALID', () => ({ verifiedOn: '2026-11-21' })],
  ['DATE_INVALID', () => ({ verifiedOn: '2026-07-31' })],
  ['RECORD_NOT_FOUND', () => ({ studentId: outside })],
])('%s is told, and nothing is recorded', async (code, part) => {
  expect(await verify(part())).toEqual([code]);
  expect(await planOf(sister)).toEqual(NEVER);
});

test('a check of one child says nothing of its brother', async () => {
  expect(await verify({}, elsewhere(officer))).toEqual(['RECORD_NOT_FOUND']);
  expect(await verify({})).toEqual([]);
  expect(await verify({})).toEqual(['ALREADY_RECORDED']);
  expect(await planOf(sister)).toEqual({ lastVerifiedOn: TODAY, dueOn: '2027-02-20', isOverdue: false });
  expect(await planOf(brother)).toEqual(NEVER);
  expect(await toVerify()).toMatchObject({ open: 1, items: [{ subject: brother }] });
  const [row] = await agency.rows(
    `select recorded_by as by, (select register from change order by version desc limit 1) as register
     from record_verification where student_id = ?`,
    sister,
  );
  expect(row).toEqual({ by: 'test:poverty-officer', register: 'HOUSEHOLDS' });
});

test('without the register nobody can say what is due', async () => {
  await agency.rows("delete from register where code = 'HOUSEHOLDS'");
  expect(await toVerify()).toMatchObject({ unknown: 'NOT_LOADED', open: null });
});
