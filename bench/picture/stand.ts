import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer } from '../../gateway/development-issuer.js';
import { loadPurposes } from '../../policies/purposes.js';
import { projectRoot } from '../../settings/project-root.js';
import { agencyNames } from '../../subgraphs/index.js';
import { startPinned, type PinnedProcess } from '../processes/pinned-process.js';
import type { RecordedCall } from './agencies.process.js';
import { checkAnswersAgree } from './answers-agree.js';
import type { GatewayKind, GatewaySetup } from './gateways/gateway-setup.js';
import type { MeasuredOperation } from './operations.js';
import { everyScopeOf } from './every-scope.js';

/** The gateway has one core to itself; agencies and load share the other. */
const GATEWAY_CORE = '0';
const OTHER_CORE = '1';
export const CONNECTIONS = 32;

export interface MeasuredGateway {
  readonly kind: GatewayKind;
  readonly url: string;
  readonly pid: number;
}

/** Everything that runs during the measurement. */
export interface Stand {
  readonly gateways: readonly MeasuredGateway[];
  readonly agenciesPid: number;
  readonly load: PinnedProcess<object, object>;
  /** Headers of each connection: as many callers as connections. */
  readonly callers: readonly Readonly<Record<string, string>>[];
  /** Length of a right answer, by operation and gateway. */
  answerBytes(operation: string, kind: GatewayKind): number | undefined;
  stop(): Promise<void>;
}

/** Starts agencies, the three gateways and the load, and makes sure that all gateways answer the same. */
export async function startStand(operations: readonly MeasuredOperation[]): Promise<Stand> {
  const supergraph = readSchema('supergraph.graphql');
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const issuer = await createDevelopmentIssuer({
    directory: folder,
    issuer: 'urn:bench',
    audience: 'bench',
    production: false,
  });
  rmSync(folder, { recursive: true });
  const callers = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, index) =>
      headersFor(await issuer.issueToken(claims(index), 'EXPLORER', 3600)),
    ),
  );
  const [caller = {}] = callers;

  const schemas = Object.fromEntries(
    agencyNames.map((name) => [name, readSchema(`subgraphs/${name}.graphql`)]),
  );
  const agencies = await startPinned<object, Record<string, string>>(
    OTHER_CORE,
    'picture/agencies.process',
    schemas,
  );
  const setup: Omit<GatewaySetup, 'kind'> = {
    supergraph,
    urls: agencies.ready,
    tokenIssuer: issuer.tokenIssuer,
    purposes: [...loadPurposes().keys()],
    plans: {},
  };
  const startGateway = (kind: GatewayKind, plans: GatewaySetup['plans'] = {}) =>
    startPinned<GatewaySetup, { url: string }>(GATEWAY_CORE, 'picture/gateway.process', {
      ...setup,
      kind,
      plans,
    });
  const ours = await startGateway('ours');
  const plans: Record<string, readonly RecordedCall[]> = {};
  for (const operation of operations) {
    await agencies.ask({ record: true });
    await ask(`${ours.ready.url}/graphql`, caller, bodyOf(operation));
    plans[operation.text] = await agencies.ask<RecordedCall[]>({ record: false });
  }
  const started = { ours, stock: await startGateway('stock'), floor: await startGateway('floor', plans) };
  const gateways = (['floor', 'stock', 'ours'] as const).map((kind) => ({
    kind,
    url: `${started[kind].ready.url}/graphql`,
    pid: started[kind].pid,
  }));
  const urls = new Map(gateways.map(({ kind, url }) => [kind, url]));
  const lengths = new Map<string, ReadonlyMap<string, number>>();
  for (const operation of operations) {
    lengths.set(operation.name, await checkAnswersAgree(urls, caller, bodyOf(operation)));
  }
  const load = await startPinned<object, object>(OTHER_CORE, 'load/load.process', {});
  return {
    gateways,
    agenciesPid: agencies.pid,
    load,
    callers,
    answerBytes: (operation, kind) => lengths.get(operation)?.get(kind),
    async stop() {
      await Promise.all([...Object.values(started), agencies, load].map((each) => each.stop()));
    },
  };

  function claims(index: number) {
    const jurisdiction = [{ kind: 'DIVISION' as const, code: '52' }];
    return {
      sub: `bench:${index}`,
      agency: 'coordination',
      role: 'bench',
      scope: everyScopeOf(supergraph),
      jurisdiction,
    };
  }
}

function bodyOf({ bodyStart, values, bodyEnd }: MeasuredOperation): string {
  return `${bodyStart}${values[0] ?? ''}${bodyEnd}`;
}

function headersFor(token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    'x-purpose': 'CASE_HANDLING',
    'content-type': 'application/json',
  };
}

async function ask(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors":'))
    throw new Error(`The gateway answers ${response.status} ${text.slice(-500)}`);
}

function readSchema(path: string): string {
  return readFileSync(join(projectRoot, 'schema', path), 'utf8');
}
