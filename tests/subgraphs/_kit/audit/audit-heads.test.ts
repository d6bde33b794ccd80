import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { agencyAudit } from '../../../../cli/processes/agency-audit.js';
import { agencyDatabaseNames } from '../../../../postgres/agency-databases.js';
import { withConnection } from '../../../../postgres/database-connection.js';
import { isSignedHead, type SignedHead } from '../../../../subgraphs/_kit/audit/audit-head.js';
import { createLogger } from '../../../../subgraphs/_kit/log.js';
import { createServiceClient } from '../../../../subgraphs/_kit/trust/service-client.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { accessRecord, signer, startTestLog } from '../../../support/audit-log.js';
import { testIssuer } from '../../../support/callers.js';
import { testServer } from '../../../support/test-server.js';
import { TEST_NOW, testSettings } from '../../../support/test-settings.js';

const settings = testSettings();
const HEAD = { writer: '6f1c9a52-5d0e-4c6e-9a53-0a4b3f1f6a11', seq: 7, hash: 'a'.repeat(64) };

let keeper: TestAgency;
beforeAll(async () => {
  keeper = await startTestAgency('coordination');
});
afterAll(() => keeper.close());

/** As the owner reads them; the serving role may only add to them. */
async function storedHeads(): Promise<unknown[]> {
  const database = new URL(keeper.orm.config.get('clientUrl') ?? '').pathname.slice(1);
  const { owner } = agencyDatabaseNames('coordination');
  return withConnection(testServer().urlFor(database, owner), async (client) => {
    const { rows } = await client.query<object>('select agency, seq::int as seq, hash from audit_head');
    return rows;
  });
}

async function sendHeads(heads: readonly SignedHead[], scope = 'hub.service'): Promise<unknown> {
  const { serviceKey: key } = settings;
  if (!key) throw new Error('The tests have no service key.');
  const client = createServiceClient({
    key,
    accessToken: () =>
      testIssuer.issueToken(
        { sub: 'service:labour', agency: 'labour', role: 'service', scope, jurisdiction: [] },
        'PORTAL',
        60,
      ),
  });
  return client.postToAgency({
    url: keeper.url,
    agency: 'coordination',
    path: '/kit/heads',
    body: { heads },
  });
}

test('a head says how far the chain has come, and its signature covers every word of it', () => {
  const head = signer.sign(HEAD, TEST_NOW);
  expect(isSignedHead(head)).toBe(true);
  for (const change of [
    { seq: 8 },
    { hash: 'b'.repeat(64) },
    { agency: 'police' },
    { writer: HEAD.writer.replace('6', '7') },
  ])
    expect(isSignedHead({ ...head, ...change })).toBe(false);
});

test('heads are signed within about a second, into a file and to the other agency', async () => {
  const sent: SignedHead[] = [];
  const audit = await startTestLog((heads) => Promise.resolve(void sent.push(...heads)));
  try {
    await audit.log.append(accessRecord([]));
    for (let waited = 0; sent.length === 0 && waited < 5000; waited += 100) await delay(100);
    const [file = ''] = readdirSync(audit.folder);
    const [line = ''] = readFileSync(join(audit.folder, file), 'utf8').split('\n');
    expect(JSON.parse(line)).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({ seq: 1, agency: 'labour', keyId: signer.keyId });
    await delay(1500);
    expect(sent).toHaveLength(1);
  } finally {
    await audit.close();
  }
});

test('heads wait while the other agency is away', async () => {
  const sent: SignedHead[] = [];
  let isAway = true;
  const audit = await startTestLog((heads) =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve(void sent.push(...heads)),
  );
  try {
    await audit.log.append(accessRecord([]));
    await delay(1500);
    isAway = false;
    await audit.finish();
    expect(sent.map(({ seq }) => seq)).toEqual([1]);
  } finally {
    await audit.close();
  }
});

describe('the agency that keeps the heads', () => {
  test('takes them from a service account, once and for all', async () => {
    await sendHeads([signer.sign(HEAD, TEST_NOW)]);
    await sendHeads([signer.sign({ ...HEAD, hash: 'b'.repeat(64) }, TEST_NOW)]);
    expect(await storedHeads()).toEqual([{ agency: 'labour', seq: 7, hash: HEAD.hash }]);
    await expect(keeper.rows('select from audit_head')).rejects.toMatchObject({ code: '42501' });
  });

  test('refuses what is not signed', async () => {
    const forged = { ...signer.sign(HEAD, TEST_NOW), seq: 9 };
    await expect(sendHeads([forged])).rejects.toMatchObject({ status: 400 });
  });

  test('refuses callers that are no service account', async () => {
    await expect(sendHeads([signer.sign(HEAD, TEST_NOW)], 'labour.record.read')).rejects.toMatchObject({
      status: 403,
    });
  });
});

test('coordination keeps the heads of every agency, and the police those of coordination', () => {
  const log = createLogger('silent', 'test');
  expect(agencyAudit(settings, testIssuer, 'labour', log).anchor).toBeDefined();
  expect(agencyAudit(settings, undefined, 'labour', log).anchor).toBeUndefined();
});
