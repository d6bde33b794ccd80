import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { IsoDate } from '../../policies/iso-date.js';
import type { Register } from '../../subgraphs/_kit/register/register.entity.js';
import type { RegisterDefinition, SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.js';

export interface LoadedRegister {
  readonly agency: string;
  readonly row: Register;
}

/** The registers' own rows: loaded as of the county's day, stale by the policy's number of days. */
export function registerRows(
  agencies: readonly { readonly definition: SubgraphDefinition }[],
  countyCode: string,
  asOf: IsoDate,
  policies: PolicyLibrary,
): LoadedRegister[] {
  const { freshnessDays } = policies.policyFor(countyCode, asOf);
  const asOfTime = new Date(`${asOf}T00:00:00+08:00`);
  return agencies.flatMap(({ definition }) =>
    definition.registers.map((register) => ({
      agency: definition.name,
      row: {
        code: register.code,
        source: `${register.source.en} (${register.source.zh})`,
        version: 1,
        asOf: asOfTime,
        loadedAt: asOfTime,
        covers: [...register.covers],
        division: countyCode,
        staleAfterDays: daysOf(freshnessDays, definition.name, register),
      },
    })),
  );
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
