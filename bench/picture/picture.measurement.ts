import type { Volley, VolleyResult } from '../load/fire-requests.js';
import { median } from '../load/percentiles.js';
import type { Findings, Measurement } from '../measurement.js';
import { cpuMs, residentMiB } from '../processes/usage.js';
import { round, type Table } from '../report/table.js';
import type { GatewayKind } from './gateways/gateway-setup.js';
import { PAGE_SIZE, readOperations, type MeasuredOperation } from './operations.js';
import { CONNECTIONS, startStand, type MeasuredGateway, type Stand } from './stand.js';

const ROUNDS = 3;
const WARM_UP_SECONDS = 3;
const SECONDS = 10;

/** One gateway under one operation; medians of the rounds. */
interface Figures {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** CPU of the gateway's process alone. */
  readonly cpuMsPerRequest: number;
  readonly residentMiB: number;
  /** Share of its core that the gateway used; well below 1 means that something else was the limit. */
  readonly gatewayCoreShare: number;
  readonly otherCoreShare: number;
}

export const picture: Measurement = {
  name: 'picture',
  title: `the gateway on one core, ${CONNECTIONS} connections: hand-written fan-out, Hive as shipped, ours`,
  async measure(say): Promise<Findings> {
    const operations = readOperations();
    const stand = await startStand(operations);
    say('all gateways answer the same');
    try {
      const rounds = new Map<string, Figures[]>();
      for (let number = 1; number <= ROUNDS; number++) {
        for (const operation of operations) {
          for (const gateway of stand.gateways) {
            const figures = await measureOnce(stand, gateway, operation);
            say(
              `round ${number}, ${operation.name}, ${gateway.kind}: ${round(figures.requestsPerSecond)} req/s`,
            );
            const key = keyOf(operation, gateway.kind);
            rounds.set(key, [...(rounds.get(key) ?? []), figures]);
          }
        }
      }
      return report(operations, rounds);
    } finally {
      await stand.stop();
    }
  },
};

async function measureOnce(
  { load, callers, agenciesPid, answerBytes }: Stand,
  { kind, url, pid }: MeasuredGateway,
  { name, bodyStart, bodyEnd, values }: MeasuredOperation,
): Promise<Figures> {
  const volley: Volley = {
    url,
    connections: callers,
    bodyStart,
    bodyEnd,
    values,
    seconds: WARM_UP_SECONDS,
    answerBytes: answerBytes(name, kind),
  };
  await load.ask<VolleyResult>(volley);
  const before = cpuMs([pid]);
  const othersBefore = cpuMs([agenciesPid, load.pid]);
  const result = await load.ask<VolleyResult>({ ...volley, seconds: SECONDS });
  const used = cpuMs([pid]) - before;
  const othersUsed = cpuMs([agenciesPid, load.pid]) - othersBefore;
  if (result.failures > 0)
    throw new Error(`${kind} answered ${result.failures} requests of ${name} wrongly.`);
  const { p50Ms, p95Ms, p99Ms, requests, seconds } = result;
  return {
    requestsPerSecond: requests / seconds,
    p50Ms,
    p95Ms,
    p99Ms,
    cpuMsPerRequest: used / requests,
    residentMiB: residentMiB([pid]),
    gatewayCoreShare: used / (seconds * 1000),
    otherCoreShare: othersUsed / (seconds * 1000),
  };
}

function report(
  operations: readonly MeasuredOperation[],
  rounds: ReadonlyMap<string, readonly Figures[]>,
): Findings {
  const measured = operations.map((operation) => {
    const of = (kind: GatewayKind) => medianOf(rounds.get(keyOf(operation, kind)) ?? []);
    const [floor, stock, ours] = [of('floor'), of('stock'), of('ours')];
    const ratios = {
      oursToFloor: round(ours.requestsPerSecond / floor.requestsPerSecond),
      oursToStock: round(ours.requestsPerSecond / stock.requestsPerSecond),
      oursToFloorByCpu: round(floor.cpuMsPerRequest / ours.cpuMsPerRequest),
      oursToStockByCpu: round(stock.cpuMsPerRequest / ours.cpuMsPerRequest),
    };
    return { operation: operation.name, gateways: { floor, stock, ours }, ratios };
  });
  return {
    tables: measured.map(({ operation, gateways, ratios }): Table => ({
      title: `${operation}: ours is ${ratios.oursToFloor} × the floor, ${ratios.oursToStock} × stock (by CPU ${ratios.oursToFloorByCpu} and ${ratios.oursToStockByCpu})`,
      columns: [
        'gateway',
        'req/s',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'CPU ms/req',
        'MiB',
        'its core',
        'other core',
      ],
      rows: Object.entries(gateways).map(([kind, figures]) => [kind, ...Object.values(figures)]),
    })),
    figures: {
      connections: CONNECTIONS,
      pageSize: PAGE_SIZE,
      rounds: ROUNDS,
      warmUpSeconds: WARM_UP_SECONDS,
      seconds: SECONDS,
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
    residentMiB: of('residentMiB'),
    gatewayCoreShare: of('gatewayCoreShare'),
    otherCoreShare: of('otherCoreShare'),
  };
}

function keyOf({ name }: MeasuredOperation, kind: GatewayKind): string {
  return `${name} ${kind}`;
}
