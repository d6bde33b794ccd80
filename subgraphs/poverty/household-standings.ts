import type { EnumValue } from '../_kit/schema/label.js';
import type { PovertyHousehold } from './poverty-household.entity.js';
import type { PovertyStandingEnum } from './poverty-household.enums.js';

/** One period of a household's history; `until` null means today. */
export interface StandingPeriod {
  readonly standing: EnumValue<typeof PovertyStandingEnum>;
  readonly from: string;
  readonly until: string | null;
}

/**
 * What the register's dates say of the past: recognised, lifted out, monitored. The latest first. A household can be
 * lifted out and monitored at once (脱贫不稳定户); one that was never poor has a period of monitoring alone.
 */
export function householdStandings({
  kind,
  recognisedOn,
  liftedOn,
  monitoredState,
  monitoredSince,
}: Pick<
  PovertyHousehold,
  'kind' | 'recognisedOn' | 'liftedOn' | 'monitoredState' | 'monitoredSince'
>): StandingPeriod[] {
  const periods: StandingPeriod[] = [];
  if (monitoredState) {
    periods.push({ standing: 'MONITORED', from: monitoredSince ?? recognisedOn, until: null });
  }
  if (kind === 'NOT_REGISTERED_POOR') return periods;
  if (liftedOn) periods.push({ standing: 'LIFTED', from: liftedOn, until: null });
  periods.push({ standing: 'REGISTERED_POOR', from: recognisedOn, until: liftedOn ?? null });
  return periods.sort((a, b) => b.from.localeCompare(a.from));
}
