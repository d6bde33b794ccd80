import { startMeasuredHub, type MeasuredHub } from '../central/measured-hub.js';
import type { Volley, VolleyResult } from '../load/fire-requests.js';
import type { Findings, Measurement } from '../measurement.js';
import { readOperation, type MeasuredOperation } from '../picture/operations.js';
import { startPinned, type PinnedProcess } from '../processes/pinned-process.js';
import { round } from '../report/table.js';

const SIZES = [2000, 20_000] as const;
const PERSONAS = ['township-officer', 'school-clerk', 'bureau-officer'] as const;
const CONNECTIONS = [1, 32] as const;
const WARM_UP_SECONDS = 3;
const SECONDS = 6;
const ANY_CORE = '0-1';
/** Aim at 32 connections. */
const MOST_P95_MS = 50;

interface Measured {
  readonly children: number;
  readonly persona: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export const work: Measurement = {
  name: 'work',
  title: 'what one office has to do today, asked of all agencies, in a small county and in a larger one',
  async measure(say, sizes = SIZES): Promise<Findings> {
    const operation = readOperation('WorkToday', '{"items":10}');
    const measured: Measured[] = [];
    for (const children of sizes) {
      const hub = await startMeasuredHub(children);
      const load = await startPinned<object, object>(ANY_CORE, 'load/load.process', {});
      try {
        for (const persona of PERSONAS)
          for (const connections of CONNECTIONS) {
            const result = await fire(hub, load, { operation, persona, connections });
            const { p50Ms, p95Ms, requests, seconds } = result;
            measured.push({
              children,
              persona,
              connections,
              requestsPerSecond: round(requests / seconds),
              p50Ms: round(p50Ms),
              p95Ms: round(p95Ms),
            });
            say(`${children} children, ${persona}, ${connections} connections: p95 ${round(p95Ms)} ms`);
          }
      } finally {
        await load.stop();
        await hub.stop();
      }
    }
    return report(measured);
  },
};

interface Asked {
  readonly operation: MeasuredOperation;
  readonly persona: string;
  readonly connections: number;
}

async function fire(
  hub: MeasuredHub,
  load: PinnedProcess<object, object>,
  { operation: { bodyStart, bodyEnd, values }, persona, connections }: Asked,
): Promise<VolleyResult> {
  const callers = await Promise.all(Array.from({ length: connections }, () => hub.newCaller(persona)));
  const volley = { url: hub.url, connections: callers, bodyStart, bodyEnd, values } satisfies Omit<
    Volley,
    'seconds'
  >;
  await load.ask<VolleyResult>({ ...volley, seconds: WARM_UP_SECONDS });
  const result = await load.ask<VolleyResult>({ ...volley, seconds: SECONDS });
  if (result.failures > 0)
    throw new Error(`${result.failures} requests of ${persona} were answered wrongly.`);
  return result;
}

function report(measured: readonly Measured[]): Findings {
  const late = measured.filter(({ connections, p95Ms }) => connections > 1 && p95Ms > MOST_P95_MS);
  return {
    tables: [
      {
        title: 'What one office has to do today',
        columns: ['children', 'persona', 'connections', 'req/s', 'p50 ms', 'p95 ms'],
        rows: measured.map((each) => Object.values(each) as (string | number)[]),
      },
    ],
    figures: { seconds: SECONDS, measured },
    missedAims: late.map(
      ({ children, persona, p95Ms }) =>
        `${persona} of ${children} children: p95 ${p95Ms} ms at ${CONNECTIONS[1]} connections, aim ${MOST_P95_MS} ms`,
    ),
  };
}
