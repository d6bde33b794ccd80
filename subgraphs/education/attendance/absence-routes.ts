import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import type { AbsenceRouteEnum } from './absence.enums.js';
import type { PupilAbsenceSpell } from './attendance-clock.js';

export type AbsenceRoute = EnumValue<typeof AbsenceRouteEnum>;

const ROUTES = {
  education: 'EDUCATION',
  police: 'POLICE',
  'civil-affairs': 'CIVIL_AFFAIRS',
  disability: 'DISABILITY',
  labour: 'LABOUR',
  poverty: 'POVERTY',
  coordination: 'COORDINATION',
} as const satisfies Record<string, AbsenceRoute>;

/**
 * Agencies that are to be told of a spell because of its reasons. Only one that makes a suspected dropout is more than
 * the class teacher's matter.
 */
export function routesOf(
  { kind, reasons }: Pick<PupilAbsenceSpell, 'kind' | 'reasons'>,
  { absenceRoutes }: Pick<ResolvedPolicy, 'absenceRoutes'>,
): AbsenceRoute[] {
  if (kind === 'SHORT') return [];
  const routes = Object.entries(absenceRoutes)
    .filter(([reason]) => reasons.includes(reason))
    .flatMap(([, agencies]) => agencies.value.map((agency) => ROUTES[agency]));
  return [...new Set(routes)].toSorted();
}
