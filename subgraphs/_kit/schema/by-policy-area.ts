import { sql, type RawBuilder } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { policyAreas } from '../../../policies/policy-areas.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { LoaderContext } from '../request-context.js';

/**
 * SQL: what the policy in force today says for a row's division. The areas that have policies are known beforehand, so
 * that nobody has to look through all rows for their divisions first.
 * @param divisionCode column with a code of any level, for example `sql.ref('record.division_code')`
 * @param valueOf typed, such as sql`${days}::int`
 */
export function byPolicyArea<T>(
  { policies, today }: Pick<LoaderContext, 'policies' | 'today'>,
  divisionCode: RawBuilder<unknown>,
  valueOf: (policy: ResolvedPolicy) => RawBuilder<T>,
): RawBuilder<T> {
  const areas = policyAreas(policies, parseIsoDate(today));
  const cases = areas.map(
    ({ code, policy }) => sql`when starts_with(${divisionCode}, ${code}::text) then ${valueOf(policy)}`,
  );
  return sql<T>`(case ${sql.join(cases, sql` `)} end)`;
}
