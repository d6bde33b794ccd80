import { isoOf } from '../day-numbers.js';
import type { AidAward } from '../views.js';
import { keyIn, type Writing } from './writer.js';

/** Yuan per term. Boarding 1,250 / 1,500 a year (2024), day pupils half of it, nutrition 5 × 100 days. */
const AMOUNTS = {
  BOARDING: { primary: 625, junior: 750 },
  DAY: { primary: 312.5, junior: 375 },
  NUTRITION: 500,
  CHARITY: 300,
} as const;

/** Not everyone eligible is aided and not everyone aided is eligible: matching has to find both. */
const AIDED_OF_ELIGIBLE = 0.94;
const AIDED_OF_OTHERS = 0.008;
const PAID = 0.9;

/** 主城区 */
const CITY = '111';

/** The four categories of hardship pupils since autumn 2019. */
export function isHardshipPupil({ family, child }: Pick<Writing, 'family' | 'child'>): boolean {
  const { isRegisteredPoor, hasSubsistenceAllowance, hasExtremePovertySupport } = family.hardship;
  return isRegisteredPoor || hasSubsistenceAllowance || hasExtremePovertySupport || child.disability !== null;
}

/** Awards of the current term. */
export function aidAwardsOf(writing: Writing): AidAward[] {
  const { world, family, child, random } = writing;
  const { calendar, preset } = world;
  const stage = child.grade <= 6 ? 'primary' : 'junior';
  const awards: AidAward[] = [];
  const award = (programme: AidAward['programme'], amountYuan: number) => {
    const decidedDay = Math.min(calendar.asOf, calendar.termStart + random.int(20, 50));
    const paidDay = decidedDay + random.int(10, 30);
    awards.push({
      sourceKey: keyIn('education', writing, 40 + awards.length),
      programme,
      academicYear: calendar.academicYear,
      term: calendar.term,
      amountYuan,
      decidedOn: isoOf(decidedDay),
      paidOn: paidDay <= calendar.asOf && random.chance(PAID) ? isoOf(paidDay) : null,
    });
  };

  const isAided =
    family.isShowcase || random.chance(isHardshipPupil(writing) ? AIDED_OF_ELIGIBLE : AIDED_OF_OTHERS);
  if (isAided && child.isBoarding) {
    const programme = preset.threeExemptions ? 'THREE_EXEMPTIONS_ONE_SUBSIDY' : 'BOARDING_SUBSIDY';
    award(programme, AMOUNTS.BOARDING[stage]);
  } else if (isAided) {
    award('DAY_PUPIL_SUBSIDY', AMOUNTS.DAY[stage]);
  }
  // The plan feeds pupils of schools outside the county seat, wherever they live.
  const isInCity = child.school?.urbanRuralCode === CITY;
  if (preset.nutritionProgramme && !isInCity) award('NUTRITION_IMPROVEMENT', AMOUNTS.NUTRITION);
  if (family.hardship.isOrphaned && random.chance(0.5)) award('CHARITY', AMOUNTS.CHARITY);
  return awards;
}
