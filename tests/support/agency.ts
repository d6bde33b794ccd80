import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import {
  startAgency,
  type AgencyProcess,
  type AgencyProcessOptions,
} from '../../cli/processes/agency-process.js';
import { agencyKeys } from '../../cli/processes/agency-keys.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { loadPurposes } from '../../policies/purposes.js';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { cloneDatabase, dropDatabase } from '../../postgres/database-clone.js';
import { serviceSession } from '../../subgraphs/_kit/student/session-context.js';
import { signWith } from '../../cli/processes/gateway-process.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { testIssuer, type TestCaller } from './callers.js';
import { postGraphql, type GraphqlAnswer } from './graphql-client.js';
import { testDataDir, testServer } from './test-server.js';
import { TEST_NOW, testSettings } from './test-settings.js';
import { kyselyOf } from '../../subgraphs/_kit/kysely-of.js';

export interface TestAgency extends AgencyProcess {
  /** Address of its database as the serving role. */
  readonly databaseUrl: string;
  /** Asks this subgraph directly, with a token of its own. */
  ask<Data>(
    caller: TestCaller,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphqlAnswer<Data>>;
  /** Enters as the gateway does: `_entities` for children by id, with a selection on `Student`. */
  askForStudents<Data>(
    caller: TestCaller,
    ids: readonly string[],
    selection: string,
  ): Promise<GraphqlAnswer<{ _entities: (Data | null)[] }>>;
  /** Rows as they stand, for arranging and checking; read as the agency's own jobs read. */
  rows<Row>(text: string, ...parameters: unknown[]): Promise<Row[]>;
}

/** No test may fail because the machine is busy; those of the access log's own time choose another. */
const AUDIT_PATIENCE_MS = 15_000;

export interface TestAgencyOptions extends Partial<AgencyProcessOptions> {
  /** How long an entry of the access log may take. */
  readonly auditPatienceMs?: number;
}

/**
 * Serves one agency over a copy of the generated county of its own. Close it when the test file ends.
 * @param options what differs from the tests' own agency, for example whose tokens it accepts
 */
export async function startTestAgency(
  name: string,
  { auditPatienceMs = AUDIT_PATIENCE_MS, ...options }: TestAgencyOptions = {},
): Promise<TestAgency> {
  const { adminUrl, urlFor } = testServer();
  const { database: template, serving } = agencyDatabaseNames(name);
  const database = `test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await cloneDatabase(adminUrl, template, database);
  const agency = await startAgency(name, {
    databaseUrl: urlFor(database, serving),
    host: '127.0.0.1',
    port: 0,
    tokenIssuer: testIssuer.tokenIssuer,
    purposes: loadPurposes(),
    keys: agencyKeys(testSettings(), name),
    policies: loadPolicies(),
    audit: { folder: join(testDataDir(), 'audit', database), patienceMs: auditPatienceMs },
    now: () => TEST_NOW,
    log: createLogger('silent', name),
    ...options,
  });
  const ask: TestAgency['ask'] = (caller, query, variables) =>
    postGraphql(agency.url, caller, query, variables, (call) =>
      signWith(testSettings())({ ...call, agency: name }),
    );
  return {
    ...agency,
    databaseUrl: urlFor(database, serving),
    ask,
    askForStudents: (caller, ids, selection) =>
      ask(
        caller,
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Student { ${selection} } } }`,
        { representations: ids.map((id) => ({ __typename: 'Student', id })) },
      ),
    async rows<Row>(text: string, ...parameters: unknown[]) {
      const em = agency.orm.em.fork();
      em.setSessionContext({ variables: { ...serviceSession } });
      const parts = text.split('?');
      const query = parts
        .slice(1)
        .reduce(
          (built, part, index) => sql`${built}${parameters[index]}${sql.raw(part)}`,
          sql.raw(parts[0] ?? ''),
        );
      return em.transactional(async (inside) => {
        const { rows } = await query.execute(kyselyOf(inside));
        return rows as Row[];
      });
    },
    async close() {
      await agency.close();
      await dropDatabase(adminUrl, database);
    },
  };
}
