import { toldOfAbsence, type ToldOfAbsence } from '../../../policies/absence-routes.js';
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
} as const satisfies Record<ToldOfAbsence, AbsenceRoute>;

/** Agencies that are to be told of a spell, by the schema's words. */
export function routesOf(
  spell: Pick<PupilAbsenceSpell, 'kind' | 'reasons'>,
  policy: Pick<ResolvedPolicy, 'absenceRoutes'>,
): AbsenceRoute[] {
  return toldOfAbsence(spell, policy).map((agency) => ROUTES[agency]);
}
