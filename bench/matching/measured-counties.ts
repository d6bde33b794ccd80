import { join } from 'node:path';
import { parseIsoDate } from '../../policies/iso-date.js';
import { projectRoot } from '../../settings/project-root.js';
import type { CountyOptions, CountySlug } from '../../county/views.js';

export interface MeasuredCounty {
  /** Of the rates' file in `rates/`. */
  readonly name: string;
  readonly options: CountyOptions;
}

const AS_OF = parseIsoDate('2026-11-20');

/** Other seeds, counties and rates than the default; where rates alone give too few cases, larger counties. */
export const MEASURED_COUNTIES: readonly MeasuredCounty[] = [
  measured('wrong-numbers', 'yinjiang', 101),
  measured('changed-numbers', 'changji', 202),
  measured('true-cases', 'qingtongxia', 303),
  measured('two-of-one', 'yunyang', 404),
  measured('moving-families', 'yinjiang', 505),
];

function measured(name: string, county: CountySlug, seed: number): MeasuredCounty {
  const errorRatesPath = join(projectRoot, `bench/matching/rates/${name}.yaml`);
  return { name, options: { county, children: 12_000, seed, asOf: AS_OF, errorRatesPath } };
}
