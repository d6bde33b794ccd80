import type { Share } from '../../subgraphs/coordination/comparison/measuring/wilson.js';
import type { Findings, Measurement } from '../measurement.js';
import { peakMiB } from '../processes/usage.js';
import { round, type Table } from '../report/table.js';
import { percent } from './aims.js';
import { measureCounties, type MeasuredCounties } from './measure-counties.js';
import { MEASURED_COUNTIES } from './measured-counties.js';
import { MISS_KINDS, type MissKind } from './miss-kinds.js';
import type { Miss } from './misses.js';

export const matching: Measurement = {
  name: 'matching',
  title: 'what a comparison finds of the differences planted in five counties, and what it joins',
  async measure(say): Promise<Findings> {
    const measured = measureCounties(MEASURED_COUNTIES, say);
    return {
      tables: [classTable(measured), tierTable(measured), missingTable(measured), ...missTables(measured)],
      figures: figuresOf(measured),
      missedAims: measured.missedAims,
    };
  },
};

const shown = (share: Share | null) => (share ? percent(share.value) : '–');
const bound = (share: Share | null) => (share ? percent(share.lowerBound) : '–');

function classTable({ classes }: MeasuredCounties): Table {
  return {
    title: 'classes; ≥ is the lower end of the 95 % interval',
    columns: ['class', 'planted', 'found', 'told', 'precision', '≥', 'recall', '≥'],
    rows: classes.map(({ class: name, found, recall, precision }) => [
      name,
      found.of,
      found.hits,
      recall.hits,
      shown(precision),
      bound(precision),
      shown(recall),
      bound(recall),
    ]),
  };
}

function tierTable({ tiers }: MeasuredCounties): Table {
  return {
    title: 'links and suggestions between two numbers',
    columns: ['tier', 'links', 'right', 'precision', '≥'],
    rows: tiers.map(({ tier, isAutomatic, precision }) => [
      isAutomatic ? `${tier}, automatic` : `${tier}, to decide`,
      precision?.of ?? 0,
      precision?.hits ?? 0,
      shown(precision),
      bound(precision),
    ]),
  };
}

function missingTable({ trulyMissing: missing }: MeasuredCounties): Table {
  const { recall, recallByRegisters } = missing;
  const perCase = (rate: number | null) => (rate === null ? '–' : round(rate));
  return {
    title: 'truly missing: never enrolled, dropped out, at work, disappeared',
    columns: ['', 'planted', 'somebody sent', 'recall', '≥', 'false alarms per case'],
    rows: [
      [
        'with fieldwork',
        recall?.of ?? 0,
        recall?.hits ?? 0,
        shown(recall),
        bound(recall),
        perCase(missing.falseAlarmsPerTrueCase),
      ],
      [
        'registers alone',
        recallByRegisters?.of ?? 0,
        recallByRegisters?.hits ?? 0,
        shown(recallByRegisters),
        bound(recallByRegisters),
        '–',
      ],
      ['before matching', '', '', '', '', perCase(missing.falseAlarmsPerTrueCaseUnmatched)],
    ],
  };
}

/** Misses that a rule may be at fault for, one by one; those that no register could tell, counted. */
function missTables({ counties }: MeasuredCounties): Table[] {
  const misses = counties.flatMap(({ name, score }) =>
    score.misses.map((miss) => ({ county: name, ...miss })),
  );
  const unexplained = misses.filter(({ reason }) => reason === null);
  const explained = Map.groupBy(
    misses.filter(({ reason }) => reason !== null),
    ({ kind, class: name, proposed }) => `${kind} ${name} → ${proposed.join(' ')}`,
  );
  const oneByOne = (Object.keys(MISS_KINDS) as MissKind[]).flatMap((kind): Table[] => {
    const own = unexplained.filter((miss) => miss.kind === kind);
    const rows = own.map(({ county, class: name, ids, proposed }) => [
      county,
      name,
      proposed.join(' '),
      ids.join(' '),
    ]);
    return own.length > 0
      ? [
          {
            title: `${MISS_KINDS[kind]}: ${own.length}`,
            columns: ['county', 'class', 'proposed', 'ids'],
            rows,
          },
        ]
      : [];
  });
  return [
    ...oneByOne,
    {
      title: 'missed because no register tells; one by one in the result file',
      columns: ['miss', 'cases'],
      rows: [...explained].toSorted().map(([what, own]) => [what, own.length]),
    },
  ];
}

function figuresOf({ counties, classes, tiers, trulyMissing, missedAims }: MeasuredCounties): object {
  return {
    counties: counties.map(({ name, options, score }) => ({
      rates: name,
      county: options.county,
      seed: options.seed,
      children: score.children,
      planted: score.planted,
      foundUnplanted: score.foundUnplanted,
    })),
    peakMiB: round(peakMiB(process.pid)),
    missedAims,
    trulyMissing,
    tiers,
    classes,
    misses: counties.flatMap(({ name, score }) => score.misses.map((miss) => line(name, miss))),
  };
}

/** One line each, so that a change of the file shows which cases changed. */
function line(county: string, { kind, class: name, ids, proposed, reason }: Miss): string {
  return [
    county,
    kind,
    name,
    proposed.join('+'),
    ids.join('+'),
    ...(reason === null ? [] : ['no register tells']),
  ].join(' ');
}
