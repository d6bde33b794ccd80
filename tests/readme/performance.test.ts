import { readFileSync } from 'node:fs';

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

test.each([
  ['README.md', '## Performance'],
  ['README.zh-CN.md', '## 性能'],
])('%s quotes the measurements as they were written', (file, heading) => {
  const section = readFileSync(file, 'utf8').split(heading)[1]?.split('\n## ')[0] ?? '';
  expect(quoted.filter((figure) => !section.includes(figure))).toEqual([]);
});
