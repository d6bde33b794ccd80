import { callerAs } from '../../../support/callers.js';
import { workGroups } from '../../../support/work-groups.js';
import { bureau, startReferrals, township, type Referrals } from './referral-harness.js';

const clerk = callerAs('school-clerk');
let referrals: Referrals;
let pupils: readonly { readonly studentId: string }[];
beforeAll(async () => {
  referrals = await startReferrals();
  await referrals.agency.rows(`update school_age_entry set absence_told_to = '[]', absent_since = null`);
  pupils = await referrals.agency.rows(
    `select student_id as "studentId" from school_age_entry where school_code = ? order by student_id limit 2`,
    clerk.jurisdiction[0]?.code ?? '',
  );
});
afterAll(() => referrals?.close());

const groupOf = async (caller = clerk) =>
  (await workGroups(referrals.agency, caller, 'workAtCoordination')).find(
    ({ kind }) => kind === 'REFER_ABSENCE',
  );
const idOf = (index: number) => pupils[index]?.studentId ?? '';
const awaySince = (index: number, day: string, ...bodies: string[]) =>
  referrals.agency.rows(
    'update school_age_entry set absent_since = ?::date, absence_told_to = ?::jsonb where student_id = ?',
    day,
    JSON.stringify(bodies),
    idOf(index),
  );

test('a school has one piece of work for each body, of the longest absence first, and nothing of other schools', async () => {
  await awaySince(0, '2026-11-16', 'POLICE');
  await awaySince(1, '2026-11-11', 'LABOUR', 'DISABILITY');
  expect(await groupOf()).toMatchObject({
    list: 'absenceSpells',
    open: 3,
    overdue: 0,
    items: [
      { subject: 'DISABILITY', dueOn: null, student: { id: idOf(1) } },
      { subject: 'LABOUR', dueOn: null, student: { id: idOf(1) } },
      { subject: 'POLICE', dueOn: null, student: { id: idOf(0) } },
    ],
  });
  const [other] = await referrals.agency.rows<{ code: string }>(
    'select min(school_code) as code from school_age_entry where school_code <> ? and school_code in (select code from school_site)',
    clerk.jurisdiction[0]?.code ?? '',
  );
  const elsewhere = { ...clerk, jurisdiction: [{ kind: 'SCHOOL', code: other?.code ?? '' } as const] };
  expect(await groupOf(elsewhere)).toMatchObject({ open: 0, items: [] });
  expect(await groupOf(bureau)).toMatchObject({ open: 0 });
  expect(await groupOf(township)).toBeUndefined();
});

test('a referral that stands under another id of the child is the child’s', async () => {
  const { referralNumber } = await referrals.sent(bureau, {
    studentId: idOf(0),
    toBody: 'POLICE',
    reason: 'WHEREABOUTS',
  });
  const former = 'b'.repeat(26);
  await referrals.agency.rows(
    `insert into student_scope (student_id, canonical_id, kind, code, origin)
     select ?, canonical_id, kind, code, origin from student_scope where student_id = ? and kind in ('SCHOOL', 'CLASS')`,
    former,
    idOf(0),
  );
  await referrals.agency.rows(
    'update referral set student_id = ? where referral_number = ?',
    former,
    referralNumber,
  );
  expect((await groupOf())?.items?.map(({ subject }) => subject)).toEqual(['DISABILITY', 'LABOUR']);
});

test('of a child who stands on no school’s roll the bureau tells', async () => {
  await referrals.agency.rows('update school_age_entry set school_code = null where student_id = ?', idOf(1));
  expect(await groupOf()).toMatchObject({ open: 0 });
  expect(await groupOf(bureau)).toMatchObject({
    open: 2,
    items: [{ subject: 'DISABILITY' }, { subject: 'LABOUR' }],
  });
});

test('while no attendance is known, nobody can say what is to be told', async () => {
  await referrals.agency.rows('update school_age_entry set absence_told_to = null');
  expect(await groupOf()).toMatchObject({ unknown: 'NOT_LOADED', open: null, overdue: null, items: null });
});
