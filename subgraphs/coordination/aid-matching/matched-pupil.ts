import { isOnTheRoll } from '../../../policies/current-status.js';
import { stageOfGrade } from '../../../policies/school-age.js';
import type { ChildFacts } from '../register/child-facts.js';
import { missingSourcesOf, type MissingSource, type SourceQuestion } from '../risk/missing-sources.js';
import { currentStatusOf } from '../standing/current-schooling.js';
import { latestBy, type KnownSchool, type RuleContext } from '../standing/rule-context.js';
import type { Answer } from './answer.js';

/** The child as a school here has it, as far as aid depends on it. */
export interface MatchedPupil {
  readonly isPupil: Answer;
  readonly schoolCode: string | null;
  readonly stage: 'PRIMARY' | 'JUNIOR_SECONDARY' | null;
  /** Null where no record says. */
  readonly attendance: string | null;
  readonly isRural: Answer;
  /** Why it is not known whether the child is a pupil here. */
  readonly missingSources: readonly MissingSource[];
}

const ROLL = 'education.STUDENT_STATUS';

export interface PupilContext extends RuleContext {
  readonly schools: ReadonlyMap<string, KnownSchool>;
}

/** @param expectedGrade by cohort, for a child that is taught without a student status. */
export function matchedPupilOf(
  facts: ChildFacts,
  expectedGrade: number | null,
  question: SourceQuestion,
  context: PupilContext,
): MatchedPupil {
  const taught = taughtAt(facts, expectedGrade);
  if (!taught) {
    const missingSources = missingSourcesOf([ROLL], question);
    const isPupil = missingSources.length > 0 ? 'UNKNOWN' : 'NO';
    return { isPupil, schoolCode: null, stage: null, attendance: null, isRural: 'UNKNOWN', missingSources };
  }
  const { schoolCode, grade, attendance } = taught;
  const found = grade === null ? undefined : stageOfGrade(grade, context.policyAt(schoolCode));
  const stage = found === 'PRIMARY' || found === 'JUNIOR_SECONDARY' ? found : null;
  return {
    isPupil: stage ? 'YES' : 'NO',
    schoolCode,
    stage,
    attendance,
    isRural: ruralityOf(context.schools.get(schoolCode)),
    missingSources: [],
  };
}

function taughtAt(facts: ChildFacts, expectedGrade: number | null) {
  const status = currentStatusOf(facts);
  if (status && isOnTheRoll(status))
    return { schoolCode: status.schoolCode, grade: status.grade, attendance: status.attendanceMode };
  const placement = latestBy(facts.rows.educationPlacement, ({ decidedOn }) => decidedOn);
  return placement && { schoolCode: placement.schoolCode, grade: expectedGrade, attendance: null };
}

/** Codes 111 and 112: the city area. Towns and villages are the countryside that rural programmes run in. */
const CITY: readonly string[] = ['MAIN_URBAN', 'URBAN_FRINGE'];

function ruralityOf(school: KnownSchool | undefined): Answer {
  if (!school?.urbanRuralClass) return 'UNKNOWN';
  return CITY.includes(school.urbanRuralClass) ? 'NO' : 'YES';
}
