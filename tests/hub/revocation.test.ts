import { randomUUID } from 'node:crypto';
import { signWith } from '../../cli/processes/gateway-process.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createServiceClient } from '../../subgraphs/_kit/trust/service-client.js';
import { inDays } from '../support/approvals.js';
import { callerAs, headersOf, testCounty, testIssuer, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { postToAgency, streamFromAgency } from '../support/service.js';
import { testSettings } from '../support/test-settings.js';
import { REVOCATION_MS, within } from '../support/within.js';

const security = callerAs('security-administrator');
const officer = callerAs('coordination-officer');
const urls = new Map<string, URL>();
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({}, { peers: { agencies: urls, postToAgency, streamFromAgency } });
  for (const [name, { url }] of hub.agencies) urls.set(name, url);
});
afterAll(() => hub.close());

let keys = 0;
async function command<Payload>(name: 'revokeToken' | 'liftRevocation', input: object, caller = security) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask<Record<string, Payload & { errors: { code: string }[] }> | null>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      revocation { id revokedUntil revokedBy liftedAt liftedBy } errors { code field } } }`,
    { input: { idempotencyKey: `revocation-${(keys += 1)}`, ...input } },
  );
  return { errors, payload: data?.[name] };
}

interface Revoked {
  readonly revocation: { readonly id: string } | null;
}
const revoke = (kind: 'TOKEN' | 'SUBJECT', holder: string, change: object = {}) =>
  command<Revoked>('revokeToken', { kind, holder, reason: '令牌疑似被盗用', ...change });

/** What every agency says to one and the same token. */
async function outcomes(headers: Record<string, string>): Promise<Record<string, string>> {
  const body = JSON.stringify({
    query: `{ _entities(representations: [{ __typename: "Student", id: "${testCounty.sampleStudentId}" }]) { ... on Student { id } } }`,
  });
  const asked = agencyNames.map(async (agency) => {
    const requestId = randomUUID();
    const { authorization = '', 'x-purpose': purpose = '' } = headers;
    const call = {
      method: 'POST',
      path: '/graphql',
      body,
      agency,
      authorization,
      purpose,
      requestId,
    } as const;
    const response = await fetch(new URL('/graphql', hub.agency(agency).url), {
      method: 'POST',
      headers: {
        ...headers,
        ...signWith(testSettings())({ ...call, approval: undefined }),
        'x-request-id': requestId,
      },
      body,
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return [agency, errors?.[0]?.extensions.code ?? 'ANSWERED'] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}
const everywhere = (outcome: string) => Object.fromEntries(agencyNames.map((name) => [name, outcome]));
const settled = (headers: Record<string, string>, outcome: string) =>
  within(
    REVOCATION_MS,
    () => outcomes(headers),
    (given) => Object.values(given).every((each) => each === outcome),
  );

const tokenIdOf = ({ authorization = '' }: Record<string, string>) => {
  const claims = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()) as object;
  return 'jti' in claims ? String(claims.jti) : '';
};

test('T24 a revoked token counts nowhere within five seconds, and another one of the same officer goes on', async () => {
  const [stolen, other] = [await headersOf(officer), await headersOf(officer)];
  expect(await outcomes(stolen)).toEqual(everywhere('ANSWERED'));
  const { payload } = await revoke('TOKEN', tokenIdOf(stolen));
  expect(payload?.errors).toEqual([]);
  expect(await settled(stolen, 'FORBIDDEN')).toEqual(everywhere('FORBIDDEN'));
  expect(await outcomes(other)).toEqual(everywhere('ANSWERED'));

  const response = await fetch(new URL('/graphql', hub.url), {
    method: 'POST',
    headers: stolen,
    body: JSON.stringify({
      query: `{ student(id: "${testCounty.sampleStudentId}") { registerEntry { name } } }`,
    }),
  });
  expect(await response.json()).toEqual({
    data: { student: null },
    errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })],
  });
});

test('the use of a revoked token is recorded', async () => {
  const caller = { ...officer, slug: 'robbed-officer', role: officer.slug };
  const stolen = await headersOf(caller);
  await revoke('TOKEN', tokenIdOf(stolen));
  await settled(stolen, 'FORBIDDEN');
  const { data, errors } = await hub.ask<{
    accessLogAtLabour: { accessesBy: { nodes: { deniedFields: string[]; studentCount: number }[] } };
  }>(
    callerAs('auditor'),
    `{ accessLogAtLabour { accessesBy(actor: "test:robbed-officer", from: "${inDays(-1)}", to: "${inDays(1)}") {
      nodes { deniedFields studentCount } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.accessLogAtLabour.accessesBy.nodes).toContainEqual({ deniedFields: ['*'], studentCount: 0 });
});

test('a revoked account is heard nowhere with any token, until the revocation is lifted', async () => {
  const caller: TestCaller = { ...officer, slug: 'dismissed-officer', role: officer.slug };
  const { payload } = await revoke('SUBJECT', 'test:dismissed-officer');
  expect(await settled(await headersOf(caller), 'FORBIDDEN')).toEqual(everywhere('FORBIDDEN'));
  expect(await outcomes(await headersOf(caller))).toEqual(everywhere('FORBIDDEN'));
  const again = await revoke('SUBJECT', 'test:dismissed-officer');
  expect(again.payload?.errors).toMatchObject([{ code: 'ALREADY_REVOKED' }]);

  const revocationId = payload?.revocation?.id ?? '';
  const lifted = await command<Revoked>('liftRevocation', { revocationId, reason: '误撤销，予以恢复' });
  expect(lifted.payload).toMatchObject({
    errors: [],
    revocation: { liftedBy: 'test:security-administrator' },
  });
  expect(await settled(await headersOf(caller), 'ANSWERED')).toEqual(everywhere('ANSWERED'));
  const twice = await command<Revoked>('liftRevocation', { revocationId, reason: '误撤销，予以恢复' });
  expect(twice.payload?.errors).toMatchObject([{ code: 'ALREADY_LIFTED' }]);
});

test('a revoked service account is heard on no service path', async () => {
  const key = testSettings().serviceKey;
  if (!key) throw new Error('There is no service key.');
  const claims = { agency: 'coordination', role: 'service', scope: 'hub.coordinate', jurisdiction: [] };
  const client = createServiceClient({
    key,
    accessToken: () => testIssuer.issueToken({ sub: 'service:stolen', ...claims }, 'PORTAL', 300),
  });
  const heard = async () => {
    const told = agencyNames.map(async (agency) => {
      const call = {
        url: hub.agency(agency).url,
        agency,
        path: '/kit/approvals',
        body: { version: 1 },
      } as const;
      return client.postToAgency(call).then(
        () => [agency, 'HEARD'],
        (cause: unknown) => [agency, String(cause).includes('403') ? 'REFUSED' : String(cause)],
      );
    });
    return Object.fromEntries(await Promise.all(told)) as Record<string, string>;
  };
  expect(await heard()).toEqual(everywhere('HEARD'));
  await revoke('SUBJECT', 'service:stolen');
  const isRefused = (given: Record<string, string>) =>
    Object.values(given).every((outcome) => outcome === 'REFUSED');
  expect(await within(REVOCATION_MS, heard, isRefused)).toEqual(everywhere('REFUSED'));
});

test.each([
  ['its own account', { kind: 'SUBJECT', holder: 'test:security-administrator' }, ['SELF_REVOCATION']],
  ['what is no id', { holder: 'a b' }, ['HOLDER_INVALID']],
  ['for more than a year', { revokedUntil: inDays(367) }, ['PERIOD_TOO_LONG']],
  ['until before now', { revokedUntil: inDays(-1) }, ['PERIOD_INVALID']],
  ['with a number among the reasons', { reason: '学生 990625201301010011 被冒用' }, ['TEXT_INVALID']],
])('nobody revokes %s', async (_what, change, codes) => {
  const { payload } = await revoke('TOKEN', randomUUID(), change);
  expect(payload?.revocation).toBeNull();
  expect(payload?.errors.map(({ code }) => code)).toEqual(codes);
});

test('revoking asks for the right of security administration, and its list for that to read it', async () => {
  const { errors } = await command(
    'revokeToken',
    { kind: 'TOKEN', holder: 'abc', reason: '令牌疑似被盗用' },
    callerAs('auditor'),
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  const LIST =
    '{ tokenRevocations(first: 1) { nodes { kind holder reason revokedBy } pageInfo { hasNextPage } } }';
  const listed = await hub.ask<{ tokenRevocations: { nodes: object[]; pageInfo: object } }>(security, LIST);
  expect(listed.errors).toEqual([]);
  expect(listed.data.tokenRevocations).toMatchObject({
    nodes: [{ reason: '令牌疑似被盗用', revokedBy: 'test:security-administrator' }],
    pageInfo: { hasNextPage: true },
  });
  const stranger = await hub.ask(callerAs('class-teacher'), LIST);
  expect(stranger.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
