import { missedAims } from './aims.js';
import { generatedCounty } from './generated-county.js';
import type { MeasuredCounty } from './measured-counties.js';
import { poolScores, type PooledScore } from './pool-scores.js';
import { scoreCounty, type CountyScore } from './score-county.js';

export interface MeasuredCounties extends PooledScore {
  readonly counties: readonly (MeasuredCounty & { readonly score: CountyScore })[];
  readonly missedAims: readonly string[];
}

const CHILDREN_PER_LINE = 5000;

/** One county after the other; what is kept of each is its score. */
export function measureCounties(
  counties: readonly MeasuredCounty[],
  say: (line: string) => void = () => undefined,
): MeasuredCounties {
  const measured = counties.map((county) => ({ ...county, score: measureCounty(county, say) }));
  const pooled = poolScores(measured.map(({ score }) => score));
  return { ...pooled, counties: measured, missedAims: missedAims(pooled) };
}

function measureCounty({ name, options }: MeasuredCounty, say: (line: string) => void): CountyScore {
  let nextLine = CHILDREN_PER_LINE;
  const onFamily = (children: number) => {
    if (children < nextLine) return;
    say(`${name} (${options.county}): ${children} children generated`);
    nextLine += CHILDREN_PER_LINE;
  };
  const county = generatedCounty(options, { onFamily });
  const score = scoreCounty(county);
  say(
    `${name} (${options.county}): ${score.children} children compared, ${score.planted} differences planted`,
  );
  return score;
}
