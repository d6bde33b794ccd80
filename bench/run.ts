import { parseArgs } from 'node:util';
import { currentLoad } from './report/machine.js';
import { renderTable } from './report/table.js';
import { writeResult } from './report/write-result.js';
import type { Measurement } from './measurement.js';
import { readSizes } from './sizes.js';

/** In the order in which they run; each loads only what it needs. */
const measurements: Readonly<Record<string, () => Promise<Measurement>>> = {
  picture: () => import('./picture/picture.measurement.js').then(({ picture }) => picture),
  central: () => import('./central/central.measurement.js').then(({ central }) => central),
  audit: () => import('./audit.measurement.js').then(({ audit }) => audit),
  access: () => import('./access/access.measurement.js').then(({ access }) => access),
  work: () => import('./work/work.measurement.js').then(({ work }) => work),
  start: () => import('./start.measurement.js').then(({ start }) => start),
  matching: () => import('./matching/matching.measurement.js').then(({ matching }) => matching),
  generate: () => import('./generate.measurement.js').then(({ generate }) => generate),
  comparison: () => import('./comparison/comparison.measurement.js').then(({ comparison }) => comparison),
  clocks: () => import('./clocks/clocks.measurement.js').then(({ clocks }) => clocks),
  import: () => import('./import/import.measurement.js').then((module) => module.importing),
};

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string' } },
});
const sizes = readSizes(values.sizes);
const unknown = asked.filter((name) => !Object.hasOwn(measurements, name));
if (unknown.length > 0) {
  process.stderr.write(
    `Nothing is measured under the name ${unknown.join(', ')}. Choose from: ${Object.keys(measurements).join(', ')}.\n`,
  );
  process.exit(1);
}

for (const [name, load] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { title, measure } = await load();
  const loadBefore = currentLoad();
  console.log(`\n${name}: ${title}`);
  if (loadBefore > 1.5)
    console.log(`  The machine is busy (load ${loadBefore}): do not trust these figures.`);
  const { tables, figures, missedAims = [] } = await measure((line) => console.log(`  … ${line}`), sizes);
  for (const table of tables) console.log(`\n${renderTable(table)}`);
  writeResult({ name, title, loadBefore, figures });
  for (const aim of missedAims) console.error(`missed: ${aim}`);
  if (missedAims.length > 0) process.exitCode = 1;
}
