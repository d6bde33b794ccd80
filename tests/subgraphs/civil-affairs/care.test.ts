import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { enterDated, enterFile, enterLeftBehind } from './welfare-rows.js';

/** Of a township: the generated children of the county are nobody's here. */
const officer = callerAs('civil-affairs-officer');
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };

interface Gaps {
  verification: { lastVerifiedOn: string | null; dueOn: string; isOverdue: boolean } | null;
  fileGaps: string[] | null;
  substituteGuardian: { name: string; maskedPhone: string | null; commitmentSignedOn: string | null } | null;
}

let agency: TestAgency;
let alone: string;
let seen: string;
let orphan: string;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  [alone, seen, orphan] = await Promise.all([newChild(agency), newChild(agency), newChild(agency)]);
  await enterLeftBehind(agency, alone, '2026-08-19');
  await enterLeftBehind(agency, seen, '2026-11-10');
  await enterFile(agency, seen);
  await enterDated(agency, 'orphan', orphan, { ground: 'BOTH_DEAD', care: 'KIN', monthly_amount_yuan: 1100 });
});
afterAll(() => agency.close());

async function command(name: string, input: object, caller = officer): Promise<string[] | undefined> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, { errors: { code: string }[] } | null>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
    { input: { idempotencyKey: randomUUID(), studentId: alone, ...input } },
  );
  expect(errors).toEqual([]);
  return data[name]?.errors.map(({ code }) => code);
}

async function fileOf(studentId: string): Promise<Gaps | undefined> {
  const { data, errors } = await agency.askForStudents<{ welfare: { leftBehind: { current: Gaps } } }>(
    officer,
    [studentId],
    `welfare { leftBehind { current {
      verification { lastVerifiedOn dueOn isOverdue } fileGaps
      substituteGuardian { name maskedPhone commitmentSignedOn } } } }`,
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.welfare.leftBehind.current;
}

const groupOf = async (kind: string) =>
  (await workGroups(agency, township, 'workAtCivilAffairs')).find((group) => group.kind === kind);

const ENTRUSTED = {
  name: '测试姑姑',
  relation: 'OTHER_KIN',
  phone: '100-1234-5678',
  entrustedOn: '2026-11-01',
  commitmentSignedOn: '2026-11-02',
};

test('a child without a file lacks everything; one whose grandmother has signed nothing lacks her commitment', async () => {
  expect(await fileOf(alone)).toEqual({
    verification: { lastVerifiedOn: '2026-08-19', dueOn: '2026-11-19', isOverdue: true },
    fileGaps: ['NO_FILE', 'NO_SUBSTITUTE_GUARDIAN', 'NOT_VERIFIED_IN_TIME'],
    substituteGuardian: null,
  });
  expect(await fileOf(seen)).toMatchObject({
    verification: { lastVerifiedOn: '2026-11-10', isOverdue: false },
    fileGaps: ['NO_COMMITMENT'],
    substituteGuardian: { name: '测试祖母', maskedPhone: '100****5678' },
  });
});

test('what is due is on the list of the township alone', async () => {
  expect(await groupOf('VERIFY_LEFT_BEHIND')).toMatchObject({
    list: 'leftBehindChildren',
    unknown: null,
    open: 1,
    overdue: 1,
    items: [{ subject: alone, dueOn: '2026-11-19', isOverdue: true }],
  });
  expect(await groupOf('ENTRUST_GUARDIAN')).toMatchObject({ open: 1, items: [{ subject: alone }] });
  expect(await groupOf('VERIFY_ORPHAN')).toMatchObject({ open: 1, items: [{ dueOn: '2025-04-03' }] });
  const others = await workGroups(agency, elsewhere(officer), 'workAtCivilAffairs');
  expect(others.map(({ open }) => open)).toEqual(others.map(() => 0));
  expect(await workGroups(agency, callerAs('bureau-officer'), 'workAtCivilAffairs')).toEqual([]);
});

test('the generated county has work of each kind, some of it overdue', async () => {
  const groups = await workGroups(agency, officer, 'workAtCivilAffairs', 1);
  const of = (kind: string) => groups.find((group) => group.kind === kind);
  expect(groups.map(({ kind }) => kind)).toEqual([
    'ENTRUST_GUARDIAN',
    'VERIFY_LEFT_BEHIND',
    'VERIFY_ORPHAN',
    'VERIFY_UNATTENDED',
    'VERIFY_IN_DIFFICULTY',
  ]);
  expect(of('ENTRUST_GUARDIAN')?.open).toBeGreaterThan(0);
  expect(of('VERIFY_LEFT_BEHIND')?.overdue).toBeGreaterThan(1);
  expect(of('VERIFY_IN_DIFFICULTY')?.overdue).toBeGreaterThan(0);
  const [all] = await agency.rows<{ count: number }>(
    'select count(*)::int as count from child_in_difficulty',
  );
  expect(of('VERIFY_IN_DIFFICULTY')?.open).toBeLessThan((all?.count ?? 0) / 2);
});

describe('a verification', () => {
  test.each([
    [{ verifiedOn: '2026-11-21' }, 'DATE_INVALID'],
    [{ verifiedOn: '2024-12-31' }, 'DATE_INVALID'],
    [{ group: 'ORPHAN' }, 'RECORD_NOT_FOUND'],
    [{ studentId: 'a'.repeat(26) }, 'RECORD_NOT_FOUND'],
  ])('%j is refused as %s', async (part, code) => {
    const verification = { group: 'LEFT_BEHIND', verifiedOn: '2026-11-18', outcome: 'HOLDS', ...part };
    expect(await command('verifySpecialGroupRecord', verification)).toEqual([code]);
  });

  test('moves the next one and is recorded once', async () => {
    const verification = { group: 'LEFT_BEHIND', verifiedOn: '2026-11-18', outcome: 'HOLDS' };
    const keyed = { ...verification, idempotencyKey: randomUUID() };
    expect(await command('verifySpecialGroupRecord', keyed)).toEqual([]);
    expect(await command('verifySpecialGroupRecord', keyed)).toEqual([]);
    expect(await command('verifySpecialGroupRecord', verification)).toEqual(['ALREADY_RECORDED']);
    const earlier = { ...verification, verifiedOn: '2026-11-17' };
    expect(await command('verifySpecialGroupRecord', earlier)).toEqual(['DATE_INVALID']);
    expect(await fileOf(alone)).toMatchObject({
      verification: { lastVerifiedOn: '2026-11-18', dueOn: '2027-02-18', isOverdue: false },
      fileGaps: ['NO_FILE', 'NO_SUBSTITUTE_GUARDIAN'],
    });
    expect(await groupOf('VERIFY_LEFT_BEHIND')).toMatchObject({ open: 0 });
  });

  test('of an orphan moves that record alone', async () => {
    const verification = {
      group: 'ORPHAN',
      studentId: orphan,
      verifiedOn: '2026-11-20',
      outcome: 'CHANGED',
    };
    expect(await command('verifySpecialGroupRecord', verification)).toEqual([]);
    expect(await groupOf('VERIFY_ORPHAN')).toMatchObject({ open: 0 });
  });
});

describe('a substitute guardian', () => {
  test('needs a file', async () => {
    expect(await command('entrustGuardian', ENTRUSTED)).toEqual(['CHILD_NOT_FOUND']);
    await enterFile(agency, alone);
    await agency.rows('delete from child_guardian where student_id = ? and not is_legal_guardian', alone);
    expect(await fileOf(alone)).toMatchObject({ fileGaps: ['NO_SUBSTITUTE_GUARDIAN'] });
  });

  test.each([
    [{ relation: 'MOTHER' }, 'RELATION_INVALID'],
    [{ name: '姑' }, 'NAME_INVALID'],
    [{ name: '姑姑138' }, 'NAME_INVALID'],
    [{ phone: '12 34' }, 'PHONE_INVALID'],
    [{ entrustedOn: '2026-11-21' }, 'DATE_INVALID'],
    [{ commitmentSignedOn: '2026-10-31' }, 'DATE_INVALID'],
  ])('%j is refused as %s', async (part, code) => {
    expect(await command('entrustGuardian', { ...ENTRUSTED, ...part })).toEqual([code]);
  });

  test('completes the file; the telephone is sealed, and no name stands among the commands', async () => {
    expect(await command('entrustGuardian', ENTRUSTED, elsewhere(officer))).toEqual(['CHILD_NOT_FOUND']);
    expect(await command('entrustGuardian', { ...ENTRUSTED, studentId: orphan })).toEqual([
      'CHILD_NOT_FOUND',
    ]);
    expect(await command('entrustGuardian', ENTRUSTED)).toEqual([]);
    expect(await command('entrustGuardian', ENTRUSTED)).toEqual(['ALREADY_RECORDED']);
    expect(await fileOf(alone)).toMatchObject({
      fileGaps: [],
      substituteGuardian: {
        name: '测试姑姑',
        maskedPhone: '100****5678',
        commitmentSignedOn: '2026-11-02',
      },
    });
    expect(await groupOf('ENTRUST_GUARDIAN')).toMatchObject({ open: 0 });
    const [row] = await agency.rows<{ sealed: string; register: string }>(
      `select phone_sealed as sealed, (select register from change order by version desc limit 1) from child_guardian
       where recorded_by is not null`,
    );
    expect(row).toMatchObject({ register: 'CHILD_FILES', sealed: expect.not.stringContaining('1234') });
  });
});

test('without the files nobody can say what a file lacks', async () => {
  const child = await newChild(agency);
  await enterLeftBehind(agency, child, '2026-11-10');
  const [kept] = await agency.rows<object>("delete from register where code = 'CHILD_FILES' returning *");
  expect(await fileOf(child)).toMatchObject({ fileGaps: null, substituteGuardian: null });
  expect(await groupOf('ENTRUST_GUARDIAN')).toMatchObject({ unknown: 'NOT_LOADED', open: null });
  await agency.rows(
    'insert into register select * from jsonb_populate_record(null::register, ?::jsonb)',
    JSON.stringify(kept),
  );
  expect(await fileOf(child)).toMatchObject({ fileGaps: ['NO_FILE', 'NO_SUBSTITUTE_GUARDIAN'] });
});

test('work and files cost a fixed number of statements', async () => {
  const work = (caller: TestCaller, items: number) =>
    countStatements(() => workGroups(agency, caller, 'workAtCivilAffairs', items));
  expect(await work(officer, 50)).toBe(await work(township, 1));
  const list = (first: number) =>
    countStatements(() =>
      agency.ask(
        officer,
        `{ leftBehindChildren(first: ${first}) { nodes { fileGaps verification { dueOn } substituteGuardian { name } } } }`,
      ),
    );
  expect(await list(50)).toBe(await list(1));
});
