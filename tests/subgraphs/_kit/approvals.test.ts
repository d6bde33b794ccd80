import { callerSession } from '../../../subgraphs/_kit/student/session-context.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { approvalFor, inDays, publishApprovals } from '../../support/approvals.js';
import { callerAs, inRole, type TestCaller } from '../../support/callers.js';
import { nextVersion, tell } from '../../support/service.js';
import { TEST_NOW } from '../../support/test-settings.js';

const MINUTE_MS = 60_000;
const officer = callerAs('bureau-officer');
let now = TEST_NOW;
let agency: TestAgency;
let child: string;
let otherChild: string;

beforeAll(async () => {
  agency = await startTestAgency('education', { now: () => now });
  const rows = await agency.rows<{ id: string }>(
    `select distinct canonical_id as id from student_scope join student_status using (student_id)
     where kind = 'REGISTERED' order by 1 limit 2`,
  );
  child = rows[0]?.id ?? '';
  otherChild = rows[1]?.id ?? '';
  await publishApprovals(agency, [
    approvalFor('in-force'),
    approvalFor('expired', { validFrom: inDays(-30), expiresAt: inDays(-1) }),
    approvalFor('expiring-now', { validFrom: inDays(-30), expiresAt: TEST_NOW.toISOString() }),
    approvalFor('revoked', { revokedAt: inDays(-1) }),
    approvalFor('not-yet', { validFrom: inDays(1) }),
    approvalFor('other-purpose', { purpose: 'SUPERVISION' }),
    approvalFor('other-class', { dataClasses: ['IDENTITY', 'WELFARE'] }),
    approvalFor('by-subject', { actorKind: 'SUBJECT', actor: 'test:one-officer' }),
    approvalFor('case-officer', { id: 'case-1', level: 'CASE', studentId: child }),
    approvalFor('somebody-else', { id: 'case-2', level: 'CASE', studentId: otherChild }),
    approvalFor('late-case-officer', {
      id: 'case-3',
      level: 'CASE',
      studentId: child,
      validFrom: inDays(-9),
      expiresAt: inDays(-1),
    }),
  ]);
});
beforeEach(() => {
  now = TEST_NOW;
});
afterAll(() => agency.close());

/** What is said about a child's schooling: its state, or the code of the refusal. */
async function schoolingOf(caller: TestCaller, id = child): Promise<string> {
  const { data, errors } = await agency.askForStudents<{ schooling: object | null }>(
    caller,
    [id],
    'schooling { studentStatus { register { state } } }',
  );
  const [entity] = data._entities;
  expect(entity?.schooling === null).toBe(errors.length > 0);
  return errors[0]?.extensions.code ?? 'ANSWERED';
}

test.each([
  ['in-force', 'ANSWERED'],
  ['expired', 'FORBIDDEN'],
  ['expiring-now', 'FORBIDDEN'],
  ['revoked', 'FORBIDDEN'],
  ['not-yet', 'FORBIDDEN'],
  ['other-purpose', 'FORBIDDEN'],
  ['other-class', 'FORBIDDEN'],
  ['unknown-role', 'FORBIDDEN'],
  ['one-officer', 'ANSWERED'],
  ['another-officer', 'FORBIDDEN'],
])('the approval of %s: %s', async (role, outcome) => {
  expect(await schoolingOf(inRole(officer, role))).toBe(outcome);
});

test('an approval for a purpose does not count for a request with another', async () => {
  expect(await schoolingOf({ ...inRole(officer, 'in-force'), purpose: 'SUPERVISION' })).toBe('FORBIDDEN');
  expect(await schoolingOf({ ...inRole(officer, 'other-purpose'), purpose: 'SUPERVISION' })).toBe('ANSWERED');
});

test('an approval ends at its hour, without word from anybody', async () => {
  now = new Date(inDays(29));
  expect(await schoolingOf(inRole(officer, 'in-force'))).toBe('ANSWERED');
  now = new Date(inDays(30));
  expect(await schoolingOf(inRole(officer, 'in-force'))).toBe('FORBIDDEN');
});

describe('an approval for one case', () => {
  const caseOfficer: TestCaller = { ...inRole(officer, 'case-officer'), approval: 'case-1' };

  test('opens its child, and no other', async () => {
    expect(await schoolingOf(caseOfficer)).toBe('ANSWERED');
    expect(await schoolingOf(caseOfficer, otherChild)).toBe('NOT_FOUND');
  });

  test('opens nothing when the request does not name it, or names one of somebody else, or none that exists', async () => {
    expect(await schoolingOf(inRole(officer, 'case-officer'))).toBe('FORBIDDEN');
    expect(await schoolingOf({ ...caseOfficer, approval: 'case-2' })).toBe('FORBIDDEN');
    expect(await schoolingOf({ ...caseOfficer, approval: 'case-9' })).toBe('FORBIDDEN');
    const late = { ...inRole(officer, 'late-case-officer'), approval: 'case-3' };
    expect(await schoolingOf(late)).toBe('FORBIDDEN');
  });

  test('shows no row about another child in the database either', async () => {
    const em = agency.orm.em.fork();
    em.setSessionContext({ variables: { ...callerSession(officer, '2026-11-20', child) } });
    const rows = await em.transactional((inside) =>
      inside.execute<{ id: string }[]>('select distinct canonical_id as id from student_scope'),
    );
    expect(rows).toEqual([{ id: child }]);
  });

  test('no longer counts when coordination has been silent for 15 minutes; standing ones still do', async () => {
    const standing = inRole(officer, 'in-force');
    now = new Date(TEST_NOW.getTime() + 14 * MINUTE_MS);
    expect(await schoolingOf(caseOfficer)).toBe('ANSWERED');
    now = new Date(TEST_NOW.getTime() + 16 * MINUTE_MS);
    expect(await schoolingOf(caseOfficer)).toBe('FORBIDDEN');
    expect(await schoolingOf(standing)).toBe('ANSWERED');
  });
});

describe('a published set', () => {
  const heldVersion = async () => {
    const [state] = await agency.rows<{ version: string }>(
      "select version::text from publication_state where topic = 'APPROVALS'",
    );
    return Number(state?.version);
  };
  const heldApprovals = () => agency.rows<{ id: string }>('select id from approval order by id');

  test('that is older than what is held changes nothing', async () => {
    const [before, version] = [await heldApprovals(), await heldVersion()];
    const answer = await tell(agency, '/kit/approvals', {
      version: version - 1,
      approvals: [approvalFor('brought-back')],
    });
    expect(answer).toEqual({ version });
    expect(await heldApprovals()).toEqual(before);
  });

  test('is asked for when only its version is named', async () => {
    const held = await heldVersion();
    expect(await tell(agency, '/kit/approvals', { version: nextVersion() })).toEqual({ version: held });
    expect(await heldVersion()).toBe(held);
  });

  test.each([
    ['a kind of data that is none', [approvalFor('x', { dataClasses: ['EVERYTHING' as 'IDENTITY'] })]],
    ['a time that is none', [approvalFor('x', { expiresAt: 'never' })]],
    ['no list', 'all'],
  ])('with %s is refused as a whole', async (_what, approvals) => {
    const before = await heldApprovals();
    expect(await tell(agency, '/kit/approvals', { version: nextVersion(), approvals })).toBe(400);
    expect(await heldApprovals()).toEqual(before);
  });

  test('is taken from nobody but the holder of the service key', async () => {
    const response = await fetch(new URL('/kit/approvals', agency.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: nextVersion(), approvals: [approvalFor('intruder')] }),
    });
    expect(response.status).toBe(401);
  });
});
