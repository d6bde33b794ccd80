import { startMeasuredHub, type MeasuredHub } from '../central/measured-hub.js';
import { exponentOf } from '../comparison/exponent.js';
import type { Findings, Measurement } from '../measurement.js';
import { readOperation } from '../picture/operations.js';
import { runCommand } from '../processes/hub-command.js';
import { round } from '../report/table.js';

const SIZES = [5000, 50_000];
/** Aim of a night at the size for which there is one, and up to it. */
const AIM = { children: 50_000, seconds: 20 } as const;
const COMPARED = /^Compared as of \S+ in (?<seconds>[\d.]+) s: (?<children>\d+) children/;
/** The county over which a measured hub runs. */
const COUNTY = '{"division":"520625000000"}';

/** What follows from the day alone is worked out when somebody asks; so it is asked here, once, for a whole county. */
const QUESTIONS = [
  { name: 'attendance', operation: 'AttendanceDuties', variables: '{}', persona: 'bureau-officer' },
  { name: 'violations', operation: 'ReportingViolations', variables: '{}', persona: 'bureau-officer' },
  { name: 'deadlines', operation: 'DutyReport', variables: COUNTY, persona: 'coordination-officer' },
  {
    name: 'indicators',
    operation: 'Indicators',
    variables: COUNTY,
    persona: 'analyst',
    purpose: 'STATISTICS',
  },
] as const;

/** A question that takes longer than that has failed. */
const MOST_SECONDS = 120;

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

interface Night {
  readonly children: number;
  /** Seconds of each clock. */
  readonly clocks: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export const clocks: Measurement = {
  name: 'clocks',
  title:
    'what a night works out: comparison with standing, risk and aid, then attendance, deadlines and indicators',
  async measure(say, sizes = SIZES): Promise<Findings> {
    const nights: Night[] = [];
    for (const size of sizes) {
      const hub = await startMeasuredHub(size);
      try {
        nights.push(await measureNight(hub));
      } finally {
        await hub.stop();
      }
      say(`${nights.at(-1)?.children} children: ${nights.at(-1)?.seconds} s`);
    }
    const exponent = exponentOf(nights.map(({ children, seconds }) => ({ size: children, cost: seconds })));
    const names = Object.keys(nights[0]?.clocks ?? {});
    return {
      tables: [
        {
          title: `a night, in seconds${exponent === undefined ? '' : `; time grows with the power ${round(exponent)}`}`,
          columns: ['children', ...names, 'in all'],
          rows: nights.map((night) => [
            String(night.children),
            ...names.map((name) => night.clocks[name] ?? ''),
            night.seconds,
          ]),
        },
      ],
      figures: { exponent: exponent === undefined ? null : round(exponent), nights },
      missedAims: nights
        .filter(({ children, seconds }) => children <= AIM.children * 1.5 && seconds > AIM.seconds)
        .map(({ children, seconds }) => `${children} children: ${seconds} s, aim ${AIM.seconds} s`),
    };
  },
};

/** Over registers that were compared before, as every night but the first one. */
async function measureNight(hub: MeasuredHub): Promise<Night> {
  const command = runCommand([process.execPath, 'cli/launch.js', 'compare'], hub.settings);
  const { line } = await command.printed(COMPARED);
  await command.ended;
  const { seconds, children } = COMPARED.exec(line)?.groups ?? {};
  const measured: Record<string, number> = { comparison: Number(seconds) };
  for (const question of QUESTIONS) measured[question.name] = await secondsOf(hub, question);
  const inAll = Object.values(measured).reduce((sum, each) => sum + each, 0);
  return { children: Number(children), clocks: measured, seconds: round(inAll) };
}

async function secondsOf(
  hub: MeasuredHub,
  { operation, variables, persona, ...question }: (typeof QUESTIONS)[number],
): Promise<number> {
  const { bodyStart, bodyEnd } = readOperation(operation, variables);
  const headers = {
    ...(await hub.newCaller(persona)),
    ...('purpose' in question && { 'x-purpose': question.purpose }),
  };
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  for (;;) {
    const response = await fetch(hub.url, { method: 'POST', headers, body: `${bodyStart}${bodyEnd}` });
    const { errors = [] } = (await response.json()) as Answer;
    if (errors.length === 0) return round(elapsed());
    // Past the gateway's deadline an agency works on, and remembers what it found for whoever asks again.
    const isLate = errors.every(({ extensions }) => extensions?.code === 'AGENCY_UNAVAILABLE');
    if (!isLate || elapsed() > MOST_SECONDS)
      throw new Error(`${operation} was answered with ${errors[0]?.extensions?.code ?? 'errors'}.`);
  }
}
