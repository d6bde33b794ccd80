import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { IsoDate } from '../../policies/iso-date.js';
import { describeRegister } from '../../subgraphs/_kit/register/register-row.js';
import type { Register } from '../../subgraphs/_kit/register/register.entity.js';
import type { SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.js';

export interface LoadedRegister {
  readonly agency: string;
  readonly row: Register;
}

/**
 * The registers' own rows: loaded as of the county's day, stale by the policy's number of days. What a comparison run
 * derives is not loaded yet.
 */
export function registerRows(
  agencies: readonly { readonly definition: SubgraphDefinition }[],
  countyCode: string,
  asOf: IsoDate,
  policies: PolicyLibrary,
): LoadedRegister[] {
  const policy = policies.policyFor(countyCode, asOf);
  const asOfTime = new Date(`${asOf}T00:00:00+08:00`);
  return agencies.flatMap(({ definition }) =>
    definition.registers
      .filter(({ isDerived }) => isDerived !== true)
      .map((register) => ({
        agency: definition.name,
        row: {
          code: register.code,
          ...describeRegister(definition.name, register, countyCode, policy),
          version: 1,
          asOf: asOfTime,
          loadedAt: asOfTime,
        },
      })),
  );
}
