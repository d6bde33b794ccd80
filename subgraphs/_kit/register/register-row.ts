import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { RegisterDefinition } from '../define-subgraph.js';
import type { Register } from './register.entity.js';

/** What a register says of itself: where it comes from, whom it covers, and from when on it is stale. */
export type RegisterDescription = Pick<Register, 'source' | 'covers' | 'division' | 'staleAfterDays'>;

/** @param division code of the county, cut by level. @throws {RangeError} when the policy says nothing of its freshness */
export function describeRegister(
  agency: string,
  register: RegisterDefinition,
  division: string,
  { freshnessDays }: Pick<ResolvedPolicy, 'freshnessDays'>,
): RegisterDescription {
  return {
    source: `${register.source.en} (${register.source.zh})`,
    covers: [...register.covers],
    division,
    staleAfterDays: daysOf(freshnessDays, agency, register),
  };
}

function daysOf(
  freshnessDays: Readonly<Partial<Record<string, { readonly value: number }>>>,
  agency: string,
  { code }: RegisterDefinition,
): number {
  const key = `${agency}.${code.toLowerCase().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())}`;
  const days = freshnessDays[key]?.value;
  if (days === undefined)
    throw new RangeError(`The policy says no freshness for the register ${key} (freshnessDays).`);
  return days;
}
