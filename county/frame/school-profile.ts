import { officerName } from './names.js';
import { randomOf } from '../random.js';
import type { SchoolRow } from '../views.js';

type SchoolProfile = Pick<
  SchoolRow,
  | 'inspectorName'
  | 'designations'
  | 'fullTimeCounsellors'
  | 'partTimeCounsellors'
  | 'hasCounsellingRoom'
  | 'isWeak'
  | 'urbanRuralCode'
>;

/** Schools from this size have a counsellor of their own and a room for it. */
const COUNSELLED_FROM = 600;
/** Places below which a rural school counts as weak, one in three of them. */
const WEAK_BELOW = 200;

/** What kind of a school it is beside its size: inspector, counsellors, designations, place. */
export function schoolProfile(
  { code, kind, capacity, isBoarding }: Pick<SchoolRow, 'code' | 'kind' | 'capacity' | 'isBoarding'>,
  isInSeat: boolean,
  seed: number,
): SchoolProfile {
  const random = randomOf(seed, 42, Number(code));
  const isLarge = capacity >= COUNSELLED_FROM;
  const designations: SchoolRow['designations'][number][] = [];
  if (!isInSeat && kind !== 'TEACHING_POINT' && random.chance(0.25)) designations.push('LEFT_BEHIND_HOME');
  if (kind !== 'SPECIAL' && isLarge && random.chance(0.3)) designations.push('RESOURCE_ROOM');
  if (isBoarding && random.chance(0.15)) designations.push('BOARDING_DEMONSTRATION');
  return {
    inspectorName: officerName(random),
    designations,
    fullTimeCounsellors: isLarge ? random.int(1, 2) : 0,
    partTimeCounsellors: kind === 'TEACHING_POINT' ? 0 : random.int(1, 3),
    hasCounsellingRoom: isLarge || random.chance(0.3),
    isWeak: !isInSeat && capacity < WEAK_BELOW && random.chance(1 / 3),
    urbanRuralCode: isInSeat ? '111' : kind === 'TEACHING_POINT' ? '220' : random.pick(['121', '122', '210']),
  };
}
