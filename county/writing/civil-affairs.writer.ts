import type { IsoDate } from '../../policies/iso-date.js';
import { isoOf, type DayNumber } from '../day-numbers.js';
import type { FamilyDraft } from '../population/draft.js';
import { sourceKeyOf } from '../register-numbers.js';
import type {
  ChildInDifficulty,
  CivilAffairsView,
  EarlyMarriageScreening,
  LeftBehindChild,
  ParentInCustody,
  RecordVerification,
  ReliefPayment,
  SubsistenceAllowance,
} from '../views.js';
import { guardiansOf, isOtherKinCarer } from './guardians.js';
import { reliefPayments } from './relief-payments.js';
import { filedDivision, keyIn, writtenIdentity, type Writing } from './writer.js';

/** Yuan a month and person, by household category; orphans and unattended children in kin care; extreme poverty. */
const SUBSISTENCE_PER_PERSON = { A: 560, B: 430, C: 320 } as const;
const ORPHAN_YUAN = 1100;
const EXTREME_POVERTY_YUAN = 780;

/** A record that began some years ago, never before the child was born. */
function since({ world, child }: Writing, daysAgo: number): DayNumber {
  return Math.max(child.birthDay + 30, world.calendar.asOf - daysAgo);
}

/** Brothers and sisters are covered by one award, so its draw must not depend on the child. */
function subsistence({ world, family }: Writing): SubsistenceAllowance[] {
  if (!family.hardship.hasSubsistenceAllowance) return [];
  const category = (['A', 'B', 'B', 'C', 'C'] as const)[family.index % 5] ?? 'B';
  const personsCovered =
    family.children.length + (family.father.circumstance || family.mother.circumstance ? 1 : 2);
  const monthlyAmountYuan = SUBSISTENCE_PER_PERSON[category] * personsCovered;
  const householdCode = `DB${sourceKeyOf('civil-affairs', family.index, 7, 63).slice(2)}`;
  const area = family.home.isInSeat ? 'URBAN' : 'RURAL';
  const startDay = world.calendar.asOf - 200 - ((family.index * 37) % 1600);
  const award = {
    householdCode,
    area,
    category,
    personsCovered,
    monthlyAmountYuan,
    from: isoOf(startDay),
    until: null,
  } as const;
  if (family.index % 7 !== 0) return [award];
  const earlier = { ...award, monthlyAmountYuan: monthlyAmountYuan - 40 * personsCovered };
  return [{ ...earlier, from: isoOf(startDay - 700), until: isoOf(startDay - 1) }, award];
}

/** Both parents away, or one away and the other unable to care; under 16 (国发〔2016〕13号). */
function leftBehind({ world, family, child, random }: Writing): LeftBehindChild | null {
  const { father, mother, home } = family;
  const areBothAway = father.away !== null && mother.away !== null;
  const isOtherUnable =
    (father.away !== null && mother.circumstance !== null) ||
    (mother.away !== null && father.circumstance !== null);
  if (home.kind !== 'LOCAL' || child.age >= 16 || (!areBothAway && !isOtherUnable)) return null;
  const awaySince = Math.max(father.away?.sinceDay ?? 0, mother.away?.sinceDay ?? 0);
  const registeredDay = Math.min(world.calendar.asOf - 10, Math.max(awaySince + 30, child.birthDay + 60));
  const visitedDay = world.calendar.asOf - random.int(1, 92) - (isLongUnchecked(family) ? UNCHECKED_DAYS : 0);
  return {
    ground: areBothAway ? 'BOTH_AWAY' : 'ONE_AWAY_OTHER_UNABLE',
    carer: isNobodyEntrusted(family) ? 'ALONE' : isOtherKinCarer(family) ? 'OTHER_KIN' : 'GRANDPARENTS',
    registeredOn: isoOf(registeredDay),
    until: null,
    lastVisitedOn: isoOf(Math.max(registeredDay, visitedDay)),
    commitmentSignedOn: family.index % 9 === 4 ? null : isoOf(registeredDay),
  };
}

/** More than a quarter, in which a record of a special group is checked again. */
const UNCHECKED_DAYS = 110;

/** In one family of eleven the township has let a check lapse. */
function isLongUnchecked({ index }: FamilyDraft): boolean {
  return index % 11 === 3;
}

/** In one family of 17 whose children are left behind nobody is entrusted with them. */
function isNobodyEntrusted({ index, isShowcase }: FamilyDraft): boolean {
  return index % 17 === 7 && !isShowcase;
}

/** The last check of each record (逐一核查). */
function verifications(
  { world, family }: Writing,
  records: Readonly<Record<RecordVerification['specialGroup'], { readonly from: IsoDate } | null>>,
): RecordVerification[] {
  const daysAgo = 3 + ((family.index * 13) % 90) + (isLongUnchecked(family) ? UNCHECKED_DAYS : 0);
  const verifiedOn = isoOf(world.calendar.asOf - daysAgo);
  const groups = ['ORPHAN', 'DE_FACTO_UNATTENDED', 'CHILD_IN_DIFFICULTY'] as const;
  return groups
    .filter((group) => (records[group]?.from ?? '~') <= verifiedOn)
    .map((specialGroup) => ({ specialGroup, verifiedOn, outcome: 'HOLDS' }));
}

function difficulty(writing: Writing): ChildInDifficulty | null {
  const { hardship } = writing.family;
  const category: ChildInDifficulty['category'] | null = hardship.isOrphaned
    ? 'ORPHAN'
    : hardship.isUnattended
      ? 'UNATTENDED'
      : hardship.hasSubsistenceAllowance || hardship.hasExtremePovertySupport
        ? 'FAMILY_POVERTY'
        : (writing.child.disability?.grade ?? 4) <= 2
          ? 'OWN_DISABILITY'
          : null;
  return (
    category && {
      category,
      registeredOn: isoOf(since(writing, 400 + (writing.family.index % 300))),
      until: null,
    }
  );
}

function custody({ world, family }: Writing): ParentInCustody | null {
  const { father, mother } = family;
  const parent =
    father.circumstance === 'IN_PRISON' ? 'FATHER' : mother.circumstance === 'IN_PRISON' ? 'MOTHER' : null;
  return parent && { parent, from: isoOf(world.calendar.asOf - 250 - (family.index % 500)), until: null };
}

/** Girls and boys of junior age out of school are screened; so is every suspected case (早婚早育排查). */
function earlyMarriage({ world, child, random }: Writing): EarlyMarriageScreening[] {
  if (child.dropoutReason === null || child.age < 13) return [];
  return [
    {
      screenedOn: isoOf(world.calendar.asOf - random.int(5, 40)),
      body: random.pick(['CIVIL_AFFAIRS', 'WOMENS_FEDERATION', 'YOUTH_LEAGUE'] as const),
      result: child.dropoutReason === 'EARLY_MARRIAGE' ? 'CONFIRMED' : 'NONE',
      followUp: child.dropoutReason === 'EARLY_MARRIAGE' ? 'LEGAL_EDUCATION' : 'NONE',
    },
  ];
}

/** What the civil-affairs registers hold of the child; null when nothing. */
export function writeCivilAffairs(writing: Writing): CivilAffairsView | null {
  const { world, family } = writing;
  const { hardship, father, mother } = family;
  const subsistenceAllowances = subsistence(writing);
  const start = isoOf(since(writing, 600 + (family.index % 900)));
  const view = {
    extremePovertySupport: hardship.hasExtremePovertySupport
      ? ({ mode: 'SCATTERED', monthlyAmountYuan: EXTREME_POVERTY_YUAN, from: start, until: null } as const)
      : null,
    orphan: hardship.isOrphaned
      ? ({
          ground: mother.circumstance === 'MISSING' ? 'ONE_DEAD_ONE_MISSING' : 'BOTH_DEAD',
          care: 'KIN',
          monthlyAmountYuan: ORPHAN_YUAN,
          from: start,
          until: null,
        } as const)
      : null,
    deFactoUnattended:
      hardship.isUnattended && father.circumstance && mother.circumstance
        ? {
            fatherCircumstance: father.circumstance,
            motherCircumstance: mother.circumstance,
            monthlyAmountYuan: ORPHAN_YUAN,
            from: start,
            until: null,
          }
        : null,
    leftBehind: leftBehind(writing),
    inDifficulty: difficulty(writing),
    earlyMarriageScreenings: earlyMarriage(writing),
    parentInCustody: custody(writing),
  };
  const holdsSomething =
    subsistenceAllowances.length > 0 ||
    view.earlyMarriageScreenings.length > 0 ||
    [
      view.extremePovertySupport,
      view.orphan,
      view.deFactoUnattended,
      view.leftBehind,
      view.inDifficulty,
      view.parentInCustody,
    ].some((record) => record !== null);
  if (!holdsSomething) return null;
  const payments: ReliefPayment[] = reliefPayments(writing, { ...view, subsistenceAllowances });
  return {
    identity: writtenIdentity('civil-affairs', writing),
    sourceKey: keyIn('civil-affairs', writing),
    residenceDivision: filedDivision(family, world.county.code),
    guardians: guardiansOf(family).filter(
      ({ isLegalGuardian }) => isLegalGuardian || view.leftBehind?.carer !== 'ALONE',
    ),
    subsistenceAllowances,
    ...view,
    verifications: verifications(writing, {
      ORPHAN: view.orphan,
      DE_FACTO_UNATTENDED: view.deFactoUnattended,
      CHILD_IN_DIFFICULTY: view.inDifficulty && { from: view.inDifficulty.registeredOn },
    }),
    reliefPayments: payments,
  };
}
