import { setTimeout as delay } from 'node:timers/promises';
import { loadPolicies } from '../../../policies/load-policies.js';
import type { PolicyLibrary } from '../../../policies/resolve-policy.js';
import { openSideConnection } from '../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../subgraphs/_kit/student/service-transaction.js';
import type { ComparisonRun } from '../../../subgraphs/coordination/comparison/run/comparison-run.entity.js';
import { requestRun } from '../../../subgraphs/coordination/comparison/run/request-run.js';
import { findRun } from '../../../subgraphs/coordination/comparison/run/run-record.js';
import type { RunTools } from '../../../subgraphs/coordination/comparison/run/run-tools.js';
import { agencyKeys } from '../../../cli/processes/agency-keys.js';
import { createCiphers } from '../../../cli/processes/ciphers.js';
import { createStudentIdentifier } from '../../../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../../../subgraphs/_kit/log.js';
import { createRosterClient, type RosterClient } from '../../../subgraphs/_kit/roster/roster-client.js';
import { agencyNames } from '../../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { createServiceClient } from '../../../subgraphs/_kit/trust/service-client.js';
import { serviceAccountToken } from '../../../cli/processes/service-account.js';
import { testIssuer } from '../../support/callers.js';
import { TEST_NOW, testSettings } from '../../support/test-settings.js';

/** The seven agencies, of which coordination's works through its jobs as in a running hub. */
export interface ComparedAgencies {
  of(name: string): TestAgency;
  readonly urls: ReadonlyMap<string, URL>;
  /** Asks for a run and waits for its end. */
  compare(): Promise<ComparisonRun>;
  /** Asks for a run without waiting. */
  request(): Promise<string>;
  runOf(runId: string): Promise<ComparisonRun>;
  untilEnded(runId: string): Promise<ComparisonRun>;
  /** What a worker of coordination's jobs works with. */
  readonly tools: RunTools;
  /** A client that looks for the agencies elsewhere. */
  rostersOf(agencies: ReadonlyMap<string, URL>): RosterClient;
  /** Changes rows as an agency's owner, past its own rules. */
  change(agency: string, statement: string, values?: unknown[]): Promise<void>;
  close(): Promise<void>;
}

export interface ComparedAgenciesOptions {
  /** Whether coordination's own process works through the jobs. */
  readonly isWorking?: boolean;
  /** Between two looks at the change feeds; by default nobody looks. */
  readonly changesEveryMs?: number;
  /** Of coordination's process, and where `isOneClock` of all. */
  readonly now?: () => Date;
  readonly isOneClock?: boolean;
  /** Of all; by default the project's own. */
  readonly policies?: PolicyLibrary;
}

export async function startComparedAgencies({
  isWorking = true,
  changesEveryMs,
  now = () => TEST_NOW,
  isOneClock = false,
  policies = loadPolicies(),
}: ComparedAgenciesOptions = {}): Promise<ComparedAgencies> {
  const settings = testSettings();
  const accessToken = serviceAccountToken(settings, testIssuer, 'coordination');
  if (!settings.serviceKey || !accessToken) throw new Error('The tests have no service account.');
  const client = createServiceClient({ key: settings.serviceKey, accessToken });
  const agencies = new Map<string, TestAgency>();
  const urls = new Map<string, URL>();
  for (const name of agencyNames) {
    const peers = { agencies: urls, ...client, ...(changesEveryMs !== undefined && { changesEveryMs }) };
    const clock = isOneClock || name === 'coordination' ? { now } : {};
    const agency = await startTestAgency(name, { policies, ...clock, ...(isWorking && { peers }) });
    agencies.set(name, agency);
    urls.set(name, agency.url);
  }
  const of = (name: string) => {
    const agency = agencies.get(name);
    if (!agency) throw new Error(`There is no agency ${name}.`);
    return agency;
  };
  const apart = openSideConnection(of('coordination').databaseUrl);

  async function request(): Promise<string> {
    const { runId } = await serviceTransaction(apart, (db) =>
      requestRun(db, { requestedBy: 'test', policies, now: TEST_NOW }),
    );
    return runId;
  }
  async function runOf(runId: string): Promise<ComparisonRun> {
    const run = await serviceTransaction(apart, (db) => findRun(db, runId));
    if (!run) throw new Error('There is no such run.');
    return run;
  }
  async function untilEnded(runId: string): Promise<ComparisonRun> {
    for (;;) {
      const run = await runOf(runId);
      if (run.finishedAt !== null) return run;
      await delay(100);
    }
  }

  const rostersOf = (at: ReadonlyMap<string, URL>) => createRosterClient({ agencies: at, ...client });
  const ciphers = createCiphers(agencyKeys(settings, 'coordination'));
  return {
    of,
    urls,
    tools: {
      apart,
      agencies: urls,
      rosters: rostersOf(urls),
      postToAgency: client.postToAgency,
      policies,
      identifier: createStudentIdentifier(agencyKeys(settings, 'coordination').digest),
      cipherOf: ciphers,
      now: () => TEST_NOW,
      log: createLogger('silent', 'coordination'),
    },
    rostersOf,
    request,
    runOf,
    untilEnded,
    compare: async () => untilEnded(await request()),
    async change(name, statement, values = []) {
      const owner = await connectAsOwner(of(name));
      try {
        await owner.query("select set_config('hub.context', 'SERVICE', false)");
        await owner.query(statement, values);
      } finally {
        await owner.end();
      }
    },
    async close() {
      await apart.destroy();
      await Promise.all([...agencies.values()].map((agency) => agency.close()));
    },
  };
}
