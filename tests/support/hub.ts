import { readFileSync } from 'node:fs';
import { createGateway, type GatewayOptions } from '../../gateway/server.js';
import { loadPurposes } from '../../policies/purposes.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { agencyNames } from '../../subgraphs/index.js';
import { purposeTitles, signWith } from '../../cli/processes/gateway-process.js';
import { sampleVariables } from '../../cli/processes/sample-variables.js';
import { testSettings } from './test-settings.js';
import { startTestAgency, type TestAgency } from './agency.js';
import { openAgencyLine, type AgencyLine } from './agency-line.js';
import { testIssuer, testPersonas, type TestCaller } from './callers.js';
import { postGraphql, type GraphqlAnswer } from './graphql-client.js';

export interface TestHub {
  readonly url: URL;
  readonly agencies: ReadonlyMap<string, TestAgency>;
  /** The wire to each agency; set its `state` to take the agency down. */
  line(agency: string): AgencyLine;
  /** @throws when there is no such agency. */
  agency(name: string): TestAgency;
  ask<Data>(
    caller: TestCaller,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphqlAnswer<Data>>;
  close(): Promise<void>;
}

function named<Part>(parts: ReadonlyMap<string, Part>, agency: string): Part {
  const part = parts.get(agency);
  if (!part) throw new Error(`There is no agency ${agency}.`);
  return part;
}

/** A gateway before these subgraphs, as the tests ask it. */
export function createTestGateway(
  subgraphs: ReadonlyMap<string, URL>,
  options: Partial<GatewayOptions> = {},
): ReturnType<typeof createGateway> {
  return createGateway({
    supergraph: readFileSync('schema/supergraph.graphql', 'utf8'),
    subgraphUrls: Object.fromEntries(subgraphs),
    // No test may fail because the machine is busy; those that wait for a hanging agency choose a time of their own.
    subgraphTimeoutMs: 20_000,
    limits: { requestMs: 20_000 },
    tokenIssuer: testIssuer.tokenIssuer,
    purposes: new Set<string>(loadPurposes().keys()),
    operationsDirectory: 'schema/operations',
    explorer: {
      directory: 'explorer/dist',
      purposes: purposeTitles(loadPurposes()),
      sampleVariables: () => sampleVariables(testSettings()),
    },
    developmentIssuer: testIssuer,
    personas: testPersonas,
    signRequest: signWith(testSettings()),
    log: createLogger('silent', 'gateway'),
    ...options,
  });
}

/** Runs gateway and all agencies over copies of the generated county, with wires in between that can be cut. */
export async function startTestHub(
  options: Partial<GatewayOptions> = {},
  agencyOptions: Parameters<typeof startTestAgency>[1] = {},
): Promise<TestHub> {
  const agencies = new Map<string, TestAgency>();
  const lines = new Map<string, AgencyLine>();
  await Promise.all(
    agencyNames.map(async (name) => {
      const agency = await startTestAgency(name, {
        ...(options.tokenIssuer && { tokenIssuer: options.tokenIssuer }),
        ...agencyOptions,
      });
      agencies.set(name, agency);
      lines.set(name, await openAgencyLine(agency.url));
    }),
  );
  const gateway = createTestGateway(new Map([...lines].map(([name, { url }]) => [name, url])), options);
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    agencies,
    line: (agency) => named(lines, agency),
    agency: (name) => named(agencies, name),
    ask: (caller, query, variables) => postGraphql(url, caller, query, variables),
    async close() {
      await gateway.close();
      await Promise.all([...lines.values()].map((line) => line.close()));
      await Promise.all([...agencies.values()].map((agency) => agency.close()));
    },
  };
}
