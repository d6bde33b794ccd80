import type { Client } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { approvalFor } from '../support/approvals.js';
import { newChild } from '../support/children.js';
import { nextVersion, postToAgency, streamFromAgency, tell } from '../support/service.js';
import { within } from '../support/within.js';

let coordination: TestAgency;
let labour: TestAgency;
let owner: Client;
const polls: string[] = [];
beforeAll(async () => {
  labour = await startTestAgency('labour');
  owner = await connectAsOwner(labour);
  coordination = await startTestAgency('coordination', {
    peers: {
      agencies: new Map([['labour', labour.url]]),
      postToAgency(call) {
        polls.push(call.path);
        return postToAgency(call);
      },
      streamFromAgency,
    },
  });
});
afterAll(async () => {
  await coordination.close();
  await owner.end();
  await labour.close();
});

const logged = async () =>
  (await owner.query<{ entry: string }>('select entry from access_log order by at, seq')).rows.map(
    ({ entry }) => (JSON.parse(entry) as { operation: { digest: string } }).operation.digest,
  );
const alarms = () => labour.rows('select kind from security_alarm');

test('what changes nothing leaves no entry and raises no alarm, however often it is asked', async () => {
  await within(
    20_000,
    () => Promise.resolve(polls.length),
    (count) => count >= 2,
  );
  const settled = (await logged()).length;
  const before = polls.length;
  await within(
    20_000,
    () => Promise.resolve(polls.length),
    (count) => count >= before + 2,
  );
  await delay(200);
  expect((await logged()).length).toBe(settled);
  expect(await alarms()).toEqual([]);
});

test('what changes something is recorded, once', async () => {
  const before = (await logged()).length;
  const version = nextVersion();
  const approvals = [approvalFor('recorded')];
  expect(await tell(labour, '/kit/approvals', { version, approvals })).toEqual({ version });
  expect(await tell(labour, '/kit/approvals', { version, approvals })).toEqual({ version });
  expect(await tell(labour, '/kit/approvals', { version })).toEqual({ version });
  const child = await newChild(labour);
  await tell(labour, '/kit/scopes', { origin: 'RUN', students: [child], rows: [] });
  expect((await logged()).slice(before)).toEqual(['/kit/approvals', '/kit/scopes']);
});
