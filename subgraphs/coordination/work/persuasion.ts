import { sql, type RawBuilder } from 'kysely';
import type { PolicyBody } from '../../../policies/bodies.js';
import type { Caller, Jurisdiction } from '../../_kit/access/caller.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { byPolicyArea } from '../../_kit/schema/by-policy-area.js';
import { actsFor } from '../duties/acting-bodies.js';
import { levelOf } from '../duties/duty-places.js';
import { anyOf, casesWithin } from './own-office.js';

/** SQL: cases whose child the caller's own office has to persuade, by the policy where the child lives (劝返). */
export function casesToPersuade(
  context: Pick<LoaderContext, 'policies' | 'today' | 'caller'>,
): RawBuilder<boolean> {
  const { caller } = context;
  return byPolicyArea(context, sql.ref('township_code'), ({ dropoutReporting: { persuadedBy } }) =>
    anyOf(
      caller.jurisdiction
        .filter((area) => persuadedBy.value.some((body) => isOffice(caller, area, body)))
        .map(casesWithin),
    ),
  );
}

/** Whether the body's office over the area is the caller's. What a village does about a case, its township records. */
function isOffice(caller: Caller, area: Jurisdiction, named: PolicyBody): boolean {
  const level = levelOf(named);
  const body = level === 'VILLAGE' ? 'TOWNSHIP' : named;
  const place = { kind: levelOf(body) ?? 'COUNTY', code: area.code, name: '', divisionCode: area.code };
  return actsFor({ ...caller, jurisdiction: [area] }, body, place);
}
