import fc from 'fast-check';
import type { EntryCount } from '../../../subgraphs/coordination/indicators/indicators.js';
import type { FocusGroup } from '../../../subgraphs/coordination/standing/focus-group.enum.js';

const VILLAGES = ['101001', '101002', '101003', '102001', '102002', '102003', '103001', '103002', '104001'];

/** A child of nine villages: about as often as in a county, so that most counts of a village are small and most of the county are not. */
export const countedChild: fc.Arbitrary<EntryCount> = fc
  .record({
    village: fc.constantFrom(...VILLAGES),
    age: fc.integer({ min: 6, max: 15 }),
    standing: fc.constantFrom(
      ...Array<string>(20).fill('IN_SCHOOL'),
      'OUT_OF_SCHOOL',
      'APPROVED_ABSENCE',
      'UNVERIFIED',
      'SUSPECTED',
      'OUT_OF_SCOPE',
    ),
    disability: fc.constantFrom<FocusGroup[]>(
      ...Array<FocusGroup[]>(9).fill([]),
      ['DISABLED'],
      ['DISABLED', 'THREE_CATEGORY_DISABLED'],
      ['DISABLED', 'THREE_CATEGORY_DISABLED', 'SEVERELY_DISABLED'],
    ),
    hardship: fc.constantFrom<FocusGroup[]>(
      ...Array<FocusGroup[]>(6).fill([]),
      ['REGISTERED_POVERTY', 'FINANCIAL_HARDSHIP'],
      ['REGISTERED_POVERTY', 'MONITORED', 'FINANCIAL_HARDSHIP'],
      ['SUBSISTENCE_ALLOWANCE', 'FINANCIAL_HARDSHIP'],
    ),
    aid: fc.constantFrom<EntryCount['aid']>('AIDED', 'AIDED', 'AIDED', 'NOT_AIDED', null),
    isAidUnknown: fc.constantFrom(false, false, false, false, true),
    others: fc.subarray<FocusGroup>(['LEFT_BEHIND', 'RELOCATED', 'SICK'], { maxLength: 1 }),
    isPoor: fc.boolean(),
    /** What its latest case may be: most who are out of school have one, a few of the others had. */
    hasCase: fc.constantFrom(true, true, true, true, true, true, true, true, false),
    wasAway: fc.constantFrom(true, ...Array<boolean>(12).fill(false)),
    isInTime: fc.boolean(),
    isSuspicion: fc.boolean(),
  })
  .map(({ village, age, standing, disability, hardship, others, isPoor, aid, isAidUnknown, ...facts }) => {
    const stage = age < 12 ? 'PRIMARY' : 'JUNIOR_SECONDARY';
    const isInBoth = disability.length > 0 && hardship.length > 0 && !hardship.includes('REGISTERED_POVERTY');
    return {
      division: `520625${village}`,
      stage,
      attendedStage: standing === 'IN_SCHOOL' || standing === 'SUSPECTED' ? stage : null,
      age,
      standing,
      focusGroups: [
        ...disability,
        ...hardship,
        ...others,
        ...(isInBoth ? (['HARDSHIP_DISABLED'] as const) : []),
      ],
      // As where all aid is for those in hardship, and for pupils alone.
      aid: hardship.length > 0 && standing === 'IN_SCHOOL' ? aid : null,
      isAidUnknown,
      ...caseOf(standing, facts),
      isOutForPoverty: standing === 'OUT_OF_SCHOOL' && isPoor,
      children: 1,
    };
  });

interface CaseFacts {
  readonly hasCase: boolean;
  readonly wasAway: boolean;
  readonly isInTime: boolean;
  readonly isSuspicion: boolean;
}

/** As cases and standings go together: who is confirmed and not back is out of school, a suspicion is not confirmed. */
function caseOf(
  standing: string,
  { hasCase, wasAway, isInTime, isSuspicion }: CaseFacts,
): Pick<EntryCount, 'verification' | 'comeback'> {
  const seen = isInTime ? 'VERIFIED_IN_TIME' : 'NOT_VERIFIED_IN_TIME';
  if (standing === 'OUT_OF_SCHOOL' && hasCase)
    return { verification: isSuspicion ? seen : null, comeback: 'NOT_RETURNED' };
  if (standing === 'SUSPECTED') return { verification: hasCase ? seen : null, comeback: null };
  if (standing === 'IN_SCHOOL' && wasAway)
    return { verification: isSuspicion ? seen : null, comeback: hasCase ? 'RETURNED' : null };
  return { verification: null, comeback: null };
}
