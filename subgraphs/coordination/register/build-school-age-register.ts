import type { AidMatch } from '../aid-matching/aid-match.entity.js';
import { matchAid } from '../aid-matching/match-aid.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { ageOn31August, educationStage, expectedGrade } from '../../../policies/school-age.js';
import type { ChildFacts, RecordedIdentity } from './child-facts.js';
import { currentStatusOf, schoolPlacesOf } from '../standing/current-schooling.js';
import { RESTRICTED_SOURCES } from '../standing/focus-group-sources.js';
import { dueSchoolOf, type CatchmentContext } from '../standing/due-school.js';
import { focusGroupsOf } from '../standing/focus-groups.js';
import type { ChildRecords } from './child-records.js';
import { missingSourcesOf, type SourceRegister } from '../risk/missing-sources.js';
import { nameKeyOf } from '../../_kit/identity/name-key.js';
import { policyBasisOf } from '../standing/policy-basis.js';
import { registrationOf, residenceOf } from '../standing/residence.js';
import { absenceReferralOf } from '../referrals/absence-referral.js';
import type { RiskAssessment } from '../risk/risk-assessment.entity.js';
import type { RiskFactor } from '../risk/risk-factor.entity.js';
import { RISK_SOURCES, riskFactorsOf } from '../risk/risk-factors.js';
import type { KnownSchool, RuleContext } from '../standing/rule-context.js';
import type { SchoolAgeEntry } from './school-age-entry.entity.js';
import { standingOf } from '../standing/standing.js';
import { scopesOf, type PublishedScope } from './student-scopes.js';
import { unknownFocusGroupsOf } from '../standing/unknown-focus-groups.js';

export { addFact, createChildFacts, type ChildFacts } from './child-facts.js';
export { createFamilyFacts, type FamilyFacts } from '../standing/family-facts.js';
export type { ChildRecords } from './child-records.js';

/** What a run brings to every child beside the rules' own context. */
export interface RegisterRunContext extends RuleContext, CatchmentContext {
  readonly runId: string;
  readonly now: Date;
  /** Every register that is loaded, of every agency. */
  readonly registers: readonly SourceRegister[];
  /** By code. */
  readonly schools: ReadonlyMap<string, KnownSchool>;
  readonly classNames: ReadonlyMap<string, string>;
}

/** A line of the register but for the sealed number. */
export type BuiltEntry = Omit<SchoolAgeEntry, 'residentIdNumberSealed'>;

/** A number as its agency sealed it, for `table.column`. */
export interface SealedNumber {
  readonly agency: string;
  readonly sealed: string;
  readonly column: string;
}

/** Rows of one child, ready to be stored; `entry` is null when no register says who the child is. */
export interface BuiltChild {
  readonly canonicalId: string;
  readonly entry: BuiltEntry | null;
  /** Whoever stores the entry seals it anew. */
  readonly number: SealedNumber | null;
  readonly scopes: readonly PublishedScope[];
  readonly risk: RiskAssessment;
  readonly riskFactors: readonly Omit<RiskFactor, 'id'>[];
  readonly aidMatches: readonly Omit<AidMatch, 'id'>[];
}

/** Derives everything that the school-age register holds of one child from the stored rows of all its ids. */
export function buildChild(records: ChildRecords, context: RegisterRunContext): BuiltChild {
  const { canonicalId, facts } = records;
  const { identity, residence, cohort, scopes } = placeChild(records, context);
  const grade = currentStatusOf(facts)?.grade ?? cohort.grade;
  const focusGroups = focusGroupsOf(facts, { grade }, context);
  const riskFactors = riskFactorsOf({ facts, focusGroups, expectedGrade: cohort.grade }, context);
  const question = { ...context, facts, scopes };
  const missingSources = missingSourcesOf(RISK_SOURCES, question);
  const unknownFocusGroups = unknownFocusGroupsOf(focusGroups, question);
  const aidMatches = identity
    ? matchAid({ ...question, focusGroups, unknownFocusGroups, expectedGrade: cohort.grade }, context)
    : [];
  const standing = identity && standingOf(facts, identity.birthDate, context);
  const number = identity && numberOf(identity);
  return {
    canonicalId,
    number,
    entry: identity &&
      standing && {
        studentId: canonicalId,
        ...identityColumns(identity),
        ...placeColumns(facts, context),
        residenceDivisionCode: residence.divisionCode,
        residenceSource: residence.source,
        residenceAsOf: residence.asOf,
        countedDivisionCode: residence.divisionCode ?? registrationOf(facts)?.registeredDivisionCode ?? null,
        academicYear: context.academicYear,
        age: ageOn31August(parseIsoDate(identity.birthDate), context.academicYear),
        expectedGrade: cohort.grade,
        stage: cohort.stage,
        standing: standing.standing,
        standingBasis: standing.basis,
        standingSince: standing.since,
        ...absenceReferralOf(facts, context),
        focusGroups: [...focusGroups],
        unknownFocusGroups,
        policyBasis: policyBasisOf(
          { standingBasis: standing.basis, residenceSource: residence.source, focusGroups },
          context.policy,
        ),
        setByRun: context.runId,
        foundIn: registersOf(facts),
      },
    scopes,
    risk: { studentId: canonicalId, missingSources },
    riskFactors: riskFactors.map((factor) => ({ studentId: canonicalId, ...factor })),
    aidMatches: aidMatches.map((match) => ({ studentId: canonicalId, ...match })),
  };
}

/** Where a child belongs, and what that follows from. */
export function placeChild(
  records: ChildRecords,
  context: Pick<RuleContext, 'today' | 'policy'> & CatchmentContext,
) {
  const { facts } = records;
  const identity = identityOf(facts);
  const residence = residenceOf(facts, context.today);
  const cohort = identity ? cohortOf(identity.birthDate, context) : NO_COHORT;
  const scopes = scopesOf(records, residence, dueSchoolOf(facts, residence, cohort.grade, context));
  return { identity, residence, cohort, scopes };
}

/** Whose wording of name and birth date is taken: police is the master (以公安登记为准), then education, then any other. */
const IDENTITY_ORDER = [
  'police',
  'education',
  'civil-affairs',
  'disability',
  'poverty',
  'labour',
  'coordination',
];

function identityOf({ identities }: ChildFacts): RecordedIdentity | null {
  const rank = ({ agency }: RecordedIdentity) => IDENTITY_ORDER.indexOf(agency);
  return identities.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function numberOf({ agency, table, residentIdNumberSealed: sealed }: RecordedIdentity): SealedNumber | null {
  return sealed === null ? null : { agency, sealed, column: `${table}.resident_id_number_sealed` };
}

const identityColumns = ({ name, sex, birthDate, maskedResidentIdNumber }: RecordedIdentity) => ({
  name,
  nameKey: nameKeyOf(name),
  sex,
  birthDate,
  maskedResidentIdNumber,
});

interface Cohort {
  readonly grade: number | null;
  readonly stage: string | null;
}
const NO_COHORT: Cohort = { grade: null, stage: null };

function cohortOf(
  birthDate: string,
  { academicYear, policy }: Pick<RuleContext, 'academicYear' | 'policy'>,
): Cohort {
  const born = parseIsoDate(birthDate);
  const grade = expectedGrade(born, academicYear, policy);
  return {
    grade: typeof grade === 'number' ? grade : null,
    stage: educationStage(born, academicYear, policy) ?? null,
  };
}

function placeColumns(facts: ChildFacts, { schools, classNames }: RegisterRunContext) {
  const [place] = schoolPlacesOf(facts);
  const elsewhere = facts.rows.studyElsewhere[0];
  return {
    registeredDivisionCode: registrationOf(facts)?.registeredDivisionCode ?? null,
    schoolCode: place?.schoolCode ?? null,
    schoolName: place ? (schools.get(place.schoolCode)?.name ?? null) : (elsewhere?.schoolName ?? null),
    classCode: place?.classCode ?? null,
    className: place?.classCode == null ? null : (classNames.get(place.classCode) ?? null),
    grade: place ? (currentStatusOf(facts)?.grade ?? null) : (elsewhere?.grade ?? null),
  };
}

/** Restricted ones are told of nobody. */
const registersOf = ({ foundIn }: ChildFacts): string[] =>
  [...foundIn].filter((source) => !RESTRICTED_SOURCES.has(source)).sort();
