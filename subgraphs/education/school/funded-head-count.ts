import type { EnumValue } from '../../_kit/schema/label.js';
import type { SchoolKindEnum, UrbanRuralClassEnum } from './school.enums.js';

interface FundedSchool {
  readonly kind: EnumValue<typeof SchoolKindEnum>;
  readonly urbanRuralClass: EnumValue<typeof UrbanRuralClassEnum> | null;
}

const PRIMARY: readonly FundedSchool['kind'][] = ['PRIMARY', 'TEACHING_POINT'];
/** 乡村 of the statistical classes. */
const RURAL: readonly FundedSchool['urbanRuralClass'][] = ['TOWNSHIP_CENTRE', 'VILLAGE'];

/**
 * Pupils by whom a school's public funds are reckoned: a village primary school with fewer than the policy's number is
 * funded as if it had that many (不足100人的村小学按100人核定公用经费; 青政办发〔2018〕49号).
 * @param smallScaleBelow pupils, of the policy where the school stands
 * @returns null for a small primary school of which nobody says whether it is a village's
 */
export function fundedHeadCount(
  { kind, urbanRuralClass }: FundedSchool,
  pupils: number,
  smallScaleBelow: number,
): number | null {
  if (!PRIMARY.includes(kind) || pupils >= smallScaleBelow) return pupils;
  if (urbanRuralClass === null) return null;
  return RURAL.includes(urbanRuralClass) ? smallScaleBelow : pupils;
}
