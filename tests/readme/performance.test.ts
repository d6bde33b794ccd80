import { readFileSync } from 'node:fs';
import { percent } from '../../bench/matching/aims.js';
import { round } from '../../bench/report/table.js';
import type { Share } from '../../subgraphs/coordination/comparison/measuring/wilson.js';

const figuresOf = <Figures>(name: string) =>
  (JSON.parse(readFileSync(`bench/results/${name}.json`, 'utf8')) as { figures: Figures }).figures;

const picture = figuresOf<{
  measured: { operation: string; ratios: { oursToFloor: number; oursToStock: number } }[];
}>('picture');
const central = figuresOf<{
  measured: { name: string; hub: { p50Ms: number; p99Ms: number }; ratios: { hubToCentralP50: number } }[];
}>('central');
const start =
  figuresOf<Record<'empty' | 'filled', { secondsToPicture: number; togetherMiB: number }>>('start');
const generate = figuresOf<{ children: number; generatingSeconds: number; peakMiB: number }>('generate');

/** Figures that the README's performance section must carry, as the measurements wrote them. */
const quoted = [
  ...picture.measured.flatMap(({ ratios }) => [ratios.oursToFloor.toFixed(2), ratios.oursToStock.toFixed(1)]),
  ...central.measured.map(({ ratios }) => ratios.hubToCentralP50.toFixed(1)),
  ...central.measured.slice(0, 1).map(({ hub }) => String(hub.p99Ms)),
  ...[start.empty, start.filled].flatMap(({ secondsToPicture, togetherMiB }) => [
    String(secondsToPicture),
    String(togetherMiB),
  ]),
  String(generate.children),
  String(generate.generatingSeconds),
  String(generate.peakMiB),
];

const sectionOf = (file: string, heading: string) =>
  readFileSync(file, 'utf8').split(heading)[1]?.split('\n## ')[0] ?? '';

test.each([
  ['README.md', '## Performance'],
  ['README.zh-CN.md', '## 性能'],
])('%s quotes the measurements as they were written', (file, heading) => {
  const section = sectionOf(file, heading);
  expect(quoted.filter((figure) => !section.includes(figure))).toEqual([]);
});

const matching = figuresOf<{
  counties: { children: number; planted: number }[];
  missedAims: string[];
  tiers: { isAutomatic: boolean; precision: Share }[];
  trulyMissing: {
    recall: Share;
    recallByRegisters: Share;
    falseAlarmsPerTrueCase: number;
    falseAlarmsPerTrueCaseUnmatched: number;
  };
  classes: { class: string; found: Share; recall: Share }[];
  misses: string[];
}>('matching');
/** Classes that the README counts as told for what they are. */
const TOLD = 0.999;
const untold = matching.classes.filter(({ recall }) => recall.value < TOLD);
const untoldShares = untold.map(({ recall }) => recall.value);
const sum = (count: (county: (typeof matching.counties)[number]) => number) =>
  matching.counties.reduce((total, county) => total + count(county), 0).toLocaleString('en');

const inOneCell = (figures: readonly string[]) => figures.join(' · ');
const bounded = (share: Share) => `${percent(share.value)} (${percent(share.lowerBound)})`;

const quotedOfMatching = [
  sum(({ children }) => children),
  sum(({ planted }) => planted),
  inOneCell(
    matching.tiers.filter(({ isAutomatic }) => isAutomatic).map(({ precision }) => String(precision.of)),
  ),
  inOneCell(
    matching.tiers.filter(({ isAutomatic }) => isAutomatic).map(({ precision }) => bounded(precision)),
  ),
  String(matching.trulyMissing.recall.of),
  inOneCell([bounded(matching.trulyMissing.recallByRegisters), bounded(matching.trulyMissing.recall)]),
  `${round(matching.trulyMissing.falseAlarmsPerTrueCaseUnmatched)} · ${round(matching.trulyMissing.falseAlarmsPerTrueCase)}`,
  String(matching.classes.length),
  `${matching.classes.length - untold.length}; ${percent(Math.min(...untoldShares))}`,
  percent(Math.max(...untoldShares)),
  ...untold.map((score) => `\`${score.class}\``),
];

test.each([
  ['README.md', '## Matching quality'],
  ['README.zh-CN.md', '## 比对质量'],
])('%s quotes the measurement of matching as it was written, and what is missed', (file, heading) => {
  const section = sectionOf(file, heading);
  expect(quotedOfMatching.filter((figure) => !section.includes(figure))).toEqual([]);
});

test('the README may say that the aims of matching are reached, and that every planted difference is found', () => {
  expect(matching.missedAims).toEqual([]);
  expect(matching.classes.filter(({ found }) => found.hits < found.of)).toEqual([]);
  expect(matching.misses.filter((miss) => !miss.endsWith('no register tells'))).toEqual([]);
});
