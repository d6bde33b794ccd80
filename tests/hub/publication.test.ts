import { agencyNames } from '../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { inDays } from '../support/approvals.js';
import { callerAs, elsewhere, testCounty, type TestCaller } from '../support/callers.js';
import { postToAgency, streamFromAgency } from '../support/service.js';
import { TEST_NOW } from '../support/test-settings.js';
import { REVOCATION_MS, within } from '../support/within.js';

const security = callerAs('coordination-officer');
const child = testCounty.sampleStudentId ?? '';
let now = TEST_NOW;
const agencies = new Map<string, TestAgency>();
const urls = new Map<string, URL>();
/** Agencies that the publisher can't reach at the moment. */
const cutOff = new Set<string>();

beforeAll(async () => {
  for (const name of agencyNames) {
    const agency = await startTestAgency(name, {
      now: () => now,
      peers: {
        agencies: urls,
        postToAgency: (call) =>
          cutOff.has(call.agency) ? Promise.reject(new Error('unreachable')) : postToAgency(call),
        streamFromAgency,
      },
    });
    agencies.set(name, agency);
    urls.set(name, agency.url);
  }
});
afterEach(() => {
  now = TEST_NOW;
  cutOff.clear();
});
afterAll(async () => {
  await Promise.all([...agencies.values()].map((agency) => agency.close()));
});

const coordination = () => {
  const agency = agencies.get('coordination');
  if (!agency) throw new Error('Coordination did not start.');
  return agency;
};

/** What each agency says when it is asked for the child. */
async function outcomes(caller: TestCaller): Promise<Record<string, string>> {
  const asked = [...agencies].map(async ([name, agency]) => {
    const { errors } = await agency.askForStudents(caller, [child], 'id');
    return [name, errors[0]?.extensions.code ?? 'ANSWERED'] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}
const everywhere = (outcome: string) => Object.fromEntries(agencyNames.map((name) => [name, outcome]));
const settled = (caller: TestCaller, wanted: Record<string, string>) =>
  within(
    REVOCATION_MS,
    () => outcomes(caller),
    (given) => JSON.stringify(given) === JSON.stringify(wanted),
  );

let keys = 0;
async function command<Payload>(name: string, input: object): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const made = name.endsWith('Grant') || name === 'grantAccess' ? 'grant' : 'approval';
  const { data, errors } = await coordination().ask<Record<string, Payload>>(
    security,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${made} { id } errors { code } } }`,
    { input: { idempotencyKey: `publication-${(keys += 1)}`, ...input } },
  );
  expect(errors).toEqual([]);
  return data[name] as Payload;
}

interface Approved {
  readonly approval: { readonly id: string };
}
const approve = (actor: string, change: object = {}) =>
  command<Approved>('approveAccess', {
    level: 'STANDING',
    actorKind: 'ROLE',
    actor,
    purpose: 'CASE_HANDLING',
    dataClasses: ['IDENTITY'],
    expiresAt: inDays(30),
    basis: '个案办理需要',
    ...change,
  });
const revoke = ({ approval }: Approved) =>
  command('revokeApproval', { approvalId: approval.id, reason: '个案已办结' });

test('T24 an approval counts at every agency within five seconds, and so does its revocation', async () => {
  const newcomer = { ...security, slug: 'newcomer' };
  expect(await outcomes(newcomer)).toEqual(everywhere('FORBIDDEN'));
  const approved = await approve('newcomer');
  expect(await settled(newcomer, everywhere('ANSWERED'))).toEqual(everywhere('ANSWERED'));
  await revoke(approved);
  expect(await settled(newcomer, everywhere('FORBIDDEN'))).toEqual(everywhere('FORBIDDEN'));
});

test('an agency that could not be reached keeps nobody waiting, and catches up when it can be', async () => {
  const newcomer = { ...security, slug: 'late-newcomer' };
  cutOff.add('police');
  await approve('late-newcomer');
  const allButPolice = { ...everywhere('ANSWERED'), police: 'FORBIDDEN' };
  expect(await settled(newcomer, allButPolice)).toEqual(allButPolice);
  cutOff.clear();
  expect(await settled(newcomer, everywhere('ANSWERED'))).toEqual(everywhere('ANSWERED'));
});

test('an approval for a case opens its child at every agency when it is named', async () => {
  const { approval } = await approve('case-newcomer', { level: 'CASE', studentId: child });
  const newcomer = { ...security, slug: 'case-newcomer', approval: approval.id };
  expect(await settled(newcomer, everywhere('ANSWERED'))).toEqual(everywhere('ANSWERED'));
  await revoke({ approval });
  expect(await settled(newcomer, everywhere('FORBIDDEN'))).toEqual(everywhere('FORBIDDEN'));
});

test('sets that an agency has lost, or holds from before a restored copy, are made good', async () => {
  const newcomer = { ...security, slug: 'restored-newcomer' };
  await approve('restored-newcomer');
  expect(await settled(newcomer, everywhere('ANSWERED'))).toEqual(everywhere('ANSWERED'));
  await agencies.get('labour')?.rows("delete from publication_state where topic = 'APPROVALS'");
  await agencies.get('labour')?.rows('delete from approval');
  await coordination().rows("update publication set version = version - 10 where topic = 'APPROVALS'");
  await coordination().rows("delete from access_approval where actor = 'restored-newcomer'");
  expect(await settled(newcomer, everywhere('FORBIDDEN'))).toEqual(everywhere('FORBIDDEN'));
});

describe('a grant', () => {
  const stranger = elsewhere(security);
  const grant = () =>
    command<{ grant: { id: string } }>('grantAccess', {
      studentId: child,
      granteeKind: 'DIVISION',
      granteeCode: '652301',
      reason: '学生随父母外出，请协助查找',
      validTo: '2026-11-30',
    });

  test('makes a child visible in another area until it is revoked', async () => {
    expect(await outcomes(stranger)).toEqual(everywhere('NOT_FOUND'));
    const granted = await grant();
    expect(await settled(stranger, everywhere('ANSWERED'))).toEqual(everywhere('ANSWERED'));
    await command('revokeGrant', { grantId: granted.grant.id, reason: '学生已找到' });
    expect(await settled(stranger, everywhere('NOT_FOUND'))).toEqual(everywhere('NOT_FOUND'));
  });

  test('ends with its last day by itself', async () => {
    await grant();
    expect(await settled(stranger, everywhere('ANSWERED'))).toEqual(everywhere('ANSWERED'));
    now = new Date('2026-11-30T15:59:00.000Z');
    expect(await outcomes(stranger)).toEqual(everywhere('ANSWERED'));
    now = new Date('2026-11-30T16:01:00.000Z');
    expect(await outcomes(stranger)).toEqual(everywhere('NOT_FOUND'));
  });
});
