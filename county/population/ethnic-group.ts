import { evenlySpread } from '../random.js';
import type { World } from '../frame/world.js';
import type { Home } from './draft.js';

/** GB/T 3304 code of a family; incomers to a county of another make-up are Han. */
export function ethnicGroupOf(world: World, index: number, home: Home): string {
  if (home.kind === 'INCOMER' && !home.otherPlace?.isSameProvince) return '01';
  const groups = Object.entries(world.preset.ethnicGroups);
  const total = groups.reduce((sum, [, weight]) => sum + weight, 0);
  let point = evenlySpread(world.seed, 8, index) * total;
  return groups.find(([, weight]) => (point -= weight) < 0)?.[0] ?? '01';
}
