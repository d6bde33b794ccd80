import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { withConnection } from '../../postgres/database-connection.js';
import { projectRoot } from '../../settings/project-root.js';
import { agencyNames } from '../../subgraphs/index.js';
import type { Volley, VolleyResult } from '../load/fire-requests.js';
import { median } from '../load/percentiles.js';
import type { Findings, Measurement } from '../measurement.js';
import { PAGE_SIZE, readOperations, type MeasuredOperation } from '../picture/operations.js';
import { startPinned, type PinnedProcess } from '../processes/pinned-process.js';
import { cpuMs } from '../processes/usage.js';
import { round } from '../report/table.js';
import type { CentralSetup } from './central.process.js';
import { CENTRAL_DATABASE, copyIntoOneDatabase } from './copy-databases.js';
import { firstDifference } from './first-difference.js';
import { startMeasuredHub } from './measured-hub.js';

const CHILDREN = 2000;
const SAMPLE = 500;
const ROUNDS = 3;
const WARM_UP_SECONDS = 3;
const SECONDS = 8;
/** Hub, central server, database and load share the machine, as they would. */
const ANY_CORE = '0-1';

interface Contender {
  readonly name: 'central' | 'hub';
  readonly url: string;
  pids(): Promise<readonly number[]>;
}

interface Setting {
  readonly name: string;
  readonly operation: MeasuredOperation;
  readonly connections: number;
}

export const central: Measurement = {
  name: 'central',
  title: `the whole hub in one process against one central database and server, ${CHILDREN} children`,
  async measure(say): Promise<Findings> {
    const hub = await startMeasuredHub(CHILDREN);
    const server = await acquireEmbeddedPostgres({ dataDir: hub.dataDir, log: () => undefined });
    const running: PinnedProcess<object, object>[] = [];
    try {
      const databaseUrl = await copyIntoOneDatabase(server, agencyNames);
      const setup: CentralSetup = {
        databaseUrl,
        supergraph: readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8'),
        tokenIssuer: hub.issuer.tokenIssuer,
      };
      const one = await startPinned<CentralSetup, { url: string }>(
        ANY_CORE,
        'central/central.process',
        setup,
      );
      const load = await startPinned<object, object>(ANY_CORE, 'load/load.process', {});
      running.push(one, load);
      const contenders: Contender[] = [
        {
          name: 'central',
          url: `${one.ready.url}/graphql`,
          pids: async () => [one.pid, ...(await backends(server, `= '${CENTRAL_DATABASE}'`))],
        },
        {
          name: 'hub',
          url: hub.url,
          pids: async () => [
            ...hub.nodePids(),
            ...(await backends(server, `like 'hub%' and datname <> '${CENTRAL_DATABASE}'`)),
          ],
        },
      ];
      const ids = await sampleIds(databaseUrl);
      const [picture, page] = readOperations();
      const pictures = { ...picture, values: ids };
      const agreement = await compareAnswers(contenders, await hub.newCaller(), pictures, ids.slice(0, 100));
      say(`of 100 pictures ${agreement.same} are the same from both`);
      if (agreement.differences.size > 0)
        throw new Error(`The two answer differently: ${[...agreement.differences].join(', ')}.`);
      const settings: Setting[] = [
        { name: 'picture, 1 connection', operation: pictures, connections: 1 },
        { name: 'picture, 8 connections', operation: pictures, connections: 8 },
        { name: `page of ${PAGE_SIZE}, 1 connection`, operation: page, connections: 1 },
      ];
      const results = new Map<string, Figures[]>();
      for (let number = 1; number <= ROUNDS; number++) {
        for (const setting of settings) {
          for (const contender of contenders) {
            const callers = await Promise.all(Array.from({ length: setting.connections }, hub.newCaller));
            const figures = await measureOnce(load, contender, setting, callers);
            say(`round ${number}, ${setting.name}, ${contender.name}: p50 ${round(figures.p50Ms)} ms`);
            const key = `${setting.name} ${contender.name}`;
            results.set(key, [...(results.get(key) ?? []), figures]);
          }
        }
      }
      return report(settings, results, agreement.same);
    } finally {
      await Promise.all(running.map((each) => each.stop()));
      await server.release();
      await hub.stop();
    }
  },
};

interface Figures {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Server process and its database backends. */
  readonly cpuMsPerRequest: number;
}

async function measureOnce(
  load: PinnedProcess<object, object>,
  { name, url, pids }: Contender,
  { operation: { bodyStart, bodyEnd, values } }: Setting,
  connections: readonly Readonly<Record<string, string>>[],
): Promise<Figures> {
  const volley: Volley = { url, connections, bodyStart, bodyEnd, values, seconds: WARM_UP_SECONDS };
  await load.ask<VolleyResult>(volley);
  const measured = await pids();
  const before = cpuMs(measured);
  const { requests, failures, seconds, p50Ms, p95Ms, p99Ms } = await load.ask<VolleyResult>({
    ...volley,
    seconds: SECONDS,
  });
  const used = cpuMs(measured) - before;
  if (failures > 0) throw new Error(`${name} answered ${failures} of ${requests} requests wrongly.`);
  return { requestsPerSecond: requests / seconds, p50Ms, p95Ms, p99Ms, cpuMsPerRequest: used / requests };
}

function report(
  settings: readonly Setting[],
  results: ReadonlyMap<string, readonly Figures[]>,
  agreement: number,
): Findings {
  const measured = settings.map(({ name, connections }) => {
    const of = (contender: string) => medianOf(results.get(`${name} ${contender}`) ?? []);
    const [one, hub] = [of('central'), of('hub')];
    const ratios = {
      hubToCentralP50: round(hub.p50Ms / one.p50Ms),
      hubToCentralThroughput: round(hub.requestsPerSecond / one.requestsPerSecond),
      hubToCentralCpu: round(hub.cpuMsPerRequest / one.cpuMsPerRequest),
    };
    return { name, connections, central: one, hub, ratios };
  });
  return {
    tables: measured.map(({ name, central: one, hub, ratios }) => ({
      title: `${name}: the hub's p50 is ${ratios.hubToCentralP50} × central's, its CPU ${ratios.hubToCentralCpu} ×`,
      columns: ['server', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms/req'],
      rows: [
        ['central', ...Object.values(one)],
        ['hub', ...Object.values(hub)],
      ],
    })),
    figures: {
      children: CHILDREN,
      rounds: ROUNDS,
      seconds: SECONDS,
      equalPicturesOf100: agreement,
      measured,
    },
  };
}

function medianOf(figures: readonly Figures[]): Figures {
  const of = (name: keyof Figures) => round(median(figures.map((each) => each[name])));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    p50Ms: of('p50Ms'),
    p95Ms: of('p95Ms'),
    p99Ms: of('p99Ms'),
    cpuMsPerRequest: of('cpuMsPerRequest'),
  };
}

/** @returns how many of the children have the same picture from both, without errors, and where the others differ */
async function compareAnswers(
  contenders: readonly Contender[],
  headers: Readonly<Record<string, string>>,
  { bodyStart, bodyEnd }: MeasuredOperation,
  ids: readonly string[],
): Promise<{ readonly same: number; readonly differences: ReadonlySet<string> }> {
  let same = 0;
  const differences = new Set<string>();
  for (const id of ids) {
    const answers = await Promise.all(
      contenders.map(async ({ name, url }) => {
        const response = await fetch(url, { method: 'POST', headers, body: `${bodyStart}${id}${bodyEnd}` });
        const answer = (await response.json()) as {
          data?: { student: unknown };
          errors?: { message: string }[];
        };
        if (!answer.data?.student || answer.errors)
          throw new Error(`${name} does not answer: ${answer.errors?.[0]?.message}`);
        return answer.data;
      }),
    );
    const difference = firstDifference(answers[0], answers[1]);
    if (difference === undefined) same++;
    else differences.add(difference);
  }
  return { same, differences };
}

async function sampleIds(databaseUrl: string): Promise<string[]> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select student_id as id from coordination.school_age_entry order by md5(student_id) limit $1',
      [SAMPLE],
    );
    return rows.map(({ id }) => id);
  });
}

async function backends(server: EmbeddedPostgres, databases: string): Promise<number[]> {
  return withConnection(server.adminUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and datname ${databases}`,
    );
    return rows.map(({ pid }) => pid);
  });
}
