import { databaseUrlFor } from '../../postgres/server-state.js';
import { ensureAgencyDatabases } from '../../postgres/agency-databases.js';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { withConnection } from '../../postgres/database-connection.js';
import { agencyNames } from '../../subgraphs/index.js';
import { startMeasuredHub, type MeasuredHub } from '../central/measured-hub.js';
import type { Volley, VolleyResult } from '../load/fire-requests.js';
import { median } from '../load/percentiles.js';
import type { Findings, Measurement } from '../measurement.js';
import { PAGE_SIZE, readOperations, type MeasuredOperation } from '../picture/operations.js';
import { startPinned, type PinnedProcess } from '../processes/pinned-process.js';
import { round } from '../report/table.js';
import type { AccessSetup } from './access.process.js';
import { LEFT_OUT, type LeftOut } from './layers.js';

const CHILDREN = 2000;
const SAMPLE = 500;
const ROUNDS = 7;
const WARM_UP_SECONDS = 5;
const SECONDS = 4;
const ANY_CORE = '0-1';

interface Setting {
  readonly name: string;
  readonly operation: MeasuredOperation;
  readonly connections: number;
}

type Hub = PinnedProcess<AccessSetup, { url: string }>;
type Load = PinnedProcess<object, object>;

/** A whole hub and one without a layer, in one round. */
interface Round {
  readonly whole: VolleyResult;
  readonly without: VolleyResult;
}

export const access: Measurement = {
  name: 'access',
  title: 'the whole hub against one without the access log, and one without row-level security',
  async measure(say): Promise<Findings> {
    const hub = await startMeasuredHub(CHILDREN);
    const server = await acquireEmbeddedPostgres({ dataDir: hub.dataDir, log: () => undefined });
    try {
      const databases = Object.entries(await ensureAgencyDatabases(server.adminUrl, agencyNames)).map(
        ([agency, { database, servingUrl }]) => {
          const adminUrl = databaseUrlFor(server.adminUrl, database, 'hub_admin');
          return [agency, { servingUrl, adminUrl }] as const;
        },
      );
      const setup = { settings: hub.settings, databases: Object.fromEntries(databases) };
      const settings = await readSettings(setup);
      const comparisons = [];
      for (const leftOut of LEFT_OUT)
        comparisons.push(...(await compare(hub, { ...setup, leftOut }, settings, say)));
      return report(comparisons);
    } finally {
      await server.release();
      await hub.stop();
    }
  },
};

async function readSettings({ databases }: Omit<AccessSetup, 'leftOut'>): Promise<Setting[]> {
  const ids = await withConnection(databases.coordination?.adminUrl ?? '', async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select student_id as id from school_age_entry order by md5(student_id) limit $1',
      [SAMPLE],
    );
    return rows.map(({ id }) => id);
  });
  const [picture, page] = readOperations();
  return [
    { name: 'picture, 3 connections', operation: { ...picture, values: ids }, connections: 3 },
    { name: `page of ${PAGE_SIZE}, 1 connection`, operation: page, connections: 1 },
  ];
}

interface Comparison {
  readonly name: string;
  readonly leftOut: LeftOut;
  readonly rounds: readonly Round[];
}

/** Two hubs at a time: the database server has connections for no more. */
async function compare(
  hub: MeasuredHub,
  setup: AccessSetup & { readonly leftOut: LeftOut },
  settings: readonly Setting[],
  say: (line: string) => void,
): Promise<Comparison[]> {
  const { leftOut } = setup;
  const load: Load = await startPinned<object, object>(ANY_CORE, 'load/load.process', {});
  const whole: Hub = await startPinned(ANY_CORE, 'access/access.process', { ...setup, leftOut: undefined });
  const without: Hub = await startPinned(ANY_CORE, 'access/access.process', setup);
  try {
    const comparisons: Comparison[] = [];
    for (const setting of settings) {
      await assertSameAnswers([whole, without], setting.operation, await hub.newCaller());
      const callers = await Promise.all(Array.from({ length: setting.connections }, hub.newCaller));
      const rounds: Round[] = [];
      for (let number = 0; number <= ROUNDS; number += 1) {
        const seconds = number === 0 ? WARM_UP_SECONDS : SECONDS;
        const fire = (target: Hub) => fireAt(load, target, { ...setting, callers, seconds });
        // One after the other, each beginning in turn: what else happens on the machine meets both alike.
        const first = number % 2 === 0 ? await fire(whole) : undefined;
        const other = await fire(without);
        const both = { whole: first ?? (await fire(whole)), without: other };
        if (number === 0) continue;
        rounds.push(both);
        say(
          `round ${number}, ${setting.name}: ${round(rateOf(both.whole))}/s, without ${leftOut} ${round(rateOf(both.without))}/s`,
        );
      }
      comparisons.push({ name: setting.name, leftOut, rounds });
    }
    return comparisons;
  } finally {
    await Promise.all([load, whole, without].map((each) => each.stop()));
  }
}

async function fireAt(
  load: Load,
  { ready, config }: Hub,
  {
    operation: { bodyStart, bodyEnd, values },
    callers,
    seconds,
  }: Setting & { readonly callers: Volley['connections']; readonly seconds: number },
): Promise<VolleyResult> {
  const volley: Volley = { url: ready.url, connections: callers, bodyStart, bodyEnd, values, seconds };
  const result = await load.ask<VolleyResult>(volley);
  if (result.failures > 0)
    throw new Error(
      `${result.failures} requests were answered wrongly, without ${config.leftOut ?? 'nothing'}.`,
    );
  return result;
}

const rateOf = ({ requests, seconds }: VolleyResult) => requests / seconds;

function report(comparisons: readonly Comparison[]): Findings {
  const measured = comparisons.map(({ name, leftOut, rounds }) => {
    const of = (which: keyof Round) => ({
      requestsPerSecond: round(median(rounds.map((each) => rateOf(each[which])))),
      p50Ms: round(median(rounds.map((each) => each[which].p50Ms))),
    });
    // Of each round by itself: the machine is not the same from round to round.
    const ratios = rounds.map(({ whole, without }) => rateOf(whole) / rateOf(without));
    return {
      name,
      leftOut,
      whole: of('whole'),
      without: of('without'),
      throughputRatio: round(median(ratios)),
      lowestRatio: round(Math.min(...ratios)),
      highestRatio: round(Math.max(...ratios)),
    };
  });
  return {
    tables: measured.map(({ name, leftOut, whole, without, throughputRatio }) => ({
      title: `${name}: the whole hub does ${throughputRatio} × of one without ${leftOut}`,
      columns: ['hub', 'req/s', 'p50 ms'],
      rows: [
        ['whole', ...Object.values(whole)],
        [`without ${leftOut}`, ...Object.values(without)],
      ],
    })),
    figures: { children: CHILDREN, rounds: ROUNDS, seconds: SECONDS, measured },
  };
}

/** What is left out must not be what answers. */
async function assertSameAnswers(
  hubs: readonly Hub[],
  { bodyStart, bodyEnd, values }: MeasuredOperation,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const id of values.slice(0, 20)) {
    const answers = await Promise.all(
      hubs.map(async ({ ready }) => {
        const response = await fetch(ready.url, {
          method: 'POST',
          headers,
          body: `${bodyStart}${id}${bodyEnd}`,
        });
        return response.text();
      }),
    );
    const [first = ''] = answers;
    const parsed = JSON.parse(first) as { data?: unknown; errors?: { message: string }[] };
    if (!parsed.data || parsed.errors) throw new Error(`No picture: ${parsed.errors?.[0]?.message}`);
    if (answers.some((answer) => answer !== first)) throw new Error('The layers change what is answered.');
  }
}
