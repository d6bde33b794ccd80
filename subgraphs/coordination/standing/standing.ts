import { isOpenLabourCase } from '../../../policies/child-labour.js';
import { isOnTheRoll } from '../../../policies/current-status.js';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { ageOn31August, expectedGrade, lastCompulsoryGrade } from '../../../policies/school-age.js';
import type { ChildFacts } from '../register/child-facts.js';
import { currentStatusOf } from './current-schooling.js';
import { fieldFindingOf } from './field-finding.js';
import { registrationOf } from './residence.js';
import { holdsOn, latestBy, type RuleContext } from './rule-context.js';
import { standingOfDisposition } from './standing-of-disposition.js';
import type { Standing, StandingBasis } from './standing.enums.js';
import { suspectedAbsenceOf } from './suspected-absence.js';

export interface StandingDecision {
  readonly standing: Standing;
  readonly basis: StandingBasis;
  /** YYYY-MM-DD since which the basis holds; null where no row dates it. */
  readonly since: string | null;
}

type Rule = (facts: ChildFacts, context: StandingContext) => StandingDecision | null;

interface StandingContext extends RuleContext {
  readonly birthDate: string;
}

/** Transfers take ten working days on each side (基教一〔2013〕7号 第十三条); read from the policy, twice. */
const SIDES_OF_A_TRANSFER = 2;

/**
 * Whether the child is in school, and what says so. The first rule that applies decides.
 *
 * Education's silence alone never means "not enrolled": a child of whom nothing is known is UNVERIFIED. What only
 * its own agency may tell (custody, early marriage) decides nothing here, or the standing would reveal it.
 */
export function standingOf(facts: ChildFacts, birthDate: string, context: RuleContext): StandingDecision {
  const asked = { ...context, birthDate };
  for (const rule of RULES) {
    const decision = rule(facts, asked);
    if (decision) return decision;
  }
  return decide('UNVERIFIED', 'NO_EXPLANATION', null);
}

const deceased: Rule = (facts) => {
  const status = facts.rows.studentStatus.find(({ status }) => status === 'DECEASED');
  if (status) return decide('OUT_OF_SCOPE', 'DECEASED', status.leftOn);
  const registration = registrationOf(facts);
  if (registration?.cancelReason === 'DEATH')
    return decide('OUT_OF_SCOPE', 'DECEASED', registration.cancelledOn);
  const found = screened(facts, 'DECEASED');
  return found ? decide('OUT_OF_SCOPE', 'DECEASED', found.visitedOn) : null;
};

const atWork: Rule = ({ rows }, context) => {
  const open = rows.childLabourCase.find(isOpenLabourCase);
  return open ? ofCompulsoryAge(context, decide('OUT_OF_SCHOOL', 'CHILD_LABOUR', open.foundOn)) : null;
};

const dropoutCase: Rule = ({ rows }, context) => {
  const open = latestBy(
    rows.dropoutCase.filter(({ returnedOn, closedOn }) => returnedOn === null && closedOn === null),
    ({ openedOn }) => openedOn,
  );
  if (!open) return null;
  const decision =
    open.state === 'SUSPECTED' || open.state === 'VERIFYING'
      ? decide('SUSPECTED', 'OPEN_CASE', open.openedOn)
      : decide(
          'OUT_OF_SCHOOL',
          open.basis === 'NEVER_ENROLLED' ? 'NEVER_ENROLLED' : 'OPEN_CASE',
          open.openedOn,
        );
  return ofCompulsoryAge(context, decision);
};

/**
 * What an officer has decided on the difference between the registers, while it holds. A mark of the school and an
 * absence that came later weigh more.
 */
const decided: Rule = (facts, context) => {
  const { today } = context;
  const holds = facts.rows.disposition.flatMap((made) => {
    const { code, decidedOn, validUntil, narrowedOn, endedOn } = made;
    const says = endedOn === null && narrowedOn === null && holdsOn(today, decidedOn, validUntil);
    const standing = says ? standingOfDisposition(code) : null;
    return standing === null ? [] : [{ decidedOn, standing }];
  });
  const held = latestBy(holds, ({ decidedOn }) => decidedOn);
  if (!held) return null;
  const status = currentStatusOf(facts);
  const isLeftSince = status?.leftOn != null && held.decidedOn < status.leftOn;
  const isAwaySince =
    status !== null &&
    isOnTheRoll(status) &&
    held.decidedOn < (suspectedAbsenceOf(facts, context)?.from ?? '');
  return isLeftSince || isAwaySince
    ? null
    : ofCompulsoryAge(context, decide(held.standing, 'DISPOSITION', held.decidedOn));
};

const droppedOut: Rule = (facts, context) => {
  const status = currentStatusOf(facts);
  if (status?.status !== 'DROPPED_OUT' && status?.status !== 'MISSING') return null;
  return ofCompulsoryAge(context, decide('OUT_OF_SCHOOL', 'STATUS_DROPPED_OUT', status.leftOn));
};

const foundOutOfSchool: Rule = (facts, context) => {
  const found = screened(facts, 'CONFIRMED_NOT_ENROLLED') ?? screened(facts, 'CONFIRMED_DROPOUT');
  const enrolledOn = currentStatusOf(facts)?.enrolledOn ?? '';
  if (!found || found.visitedOn <= enrolledOn) return null;
  const basis = found.proposedDisposition === 'CONFIRMED_DROPOUT' ? 'FIELD_FINDING' : 'NEVER_ENROLLED';
  return ofCompulsoryAge(context, decide('OUT_OF_SCHOOL', basis, found.visitedOn));
};

const approvedAbsence: Rule = ({ rows }, { today }) => {
  const held = rows.approvedAbsence.find(({ from, until }) => holdsOn(today, from, until));
  return held ? decide('APPROVED_ABSENCE', 'APPROVAL', held.from) : null;
};

const onTheRoll: Rule = (facts, context) => {
  const status = currentStatusOf(facts);
  if (!status || !isOnTheRoll(status)) return null;
  if (status.status === 'SUSPENDED') return decide('APPROVED_ABSENCE', 'STATUS_SUSPENDED', status.leftOn);
  const spell = suspectedAbsenceOf(facts, context);
  if (spell) return decide('SUSPECTED', 'UNEXCUSED_ABSENCE', spell.from);
  const call = latestBy(facts.rows.rollCall, ({ calledOn }) => calledOn);
  if (call?.finding === 'ABSENT' && !isExcused(facts, call.calledOn))
    return decide('UNVERIFIED', 'ABSENT_AT_ROLL_CALL', call.calledOn);
  return decide('IN_SCHOOL', 'ON_THE_ROLL', status.enrolledOn);
};

const taughtWithoutStatus: Rule = ({ rows }) => {
  const call = latestBy(rows.rollCall, ({ calledOn }) => calledOn);
  if (call && call.finding !== 'ABSENT') return decide('IN_SCHOOL', 'ROLL_CALL', call.calledOn);
  const placement = latestBy(rows.educationPlacement, ({ decidedOn }) => decidedOn);
  return placement ? decide('IN_SCHOOL', 'SPECIAL_PLACEMENT', placement.decidedOn) : null;
};

const abroad: Rule = (facts) => {
  const { rows } = facts;
  const study = latestBy(rows.studyElsewhere, ({ checkedOn }) => checkedOn);
  if (study?.area === 'ABROAD') return decide('OUT_OF_SCOPE', 'ABROAD', study.checkedOn);
  const exit = latestBy(rows.borderExit, ({ leftOn }) => leftOn);
  if (exit) return decide('OUT_OF_SCOPE', 'ABROAD', exit.leftOn);
  const emigrated = rows.resident.find(({ cancelReason }) => cancelReason === 'EMIGRATED');
  if (emigrated) return decide('OUT_OF_SCOPE', 'ABROAD', emigrated.cancelledOn);
  const found = screened(facts, 'ABROAD');
  return found ? decide('OUT_OF_SCOPE', 'ABROAD', found.visitedOn) : null;
};

const IN_SCHOOL_FINDINGS = [
  'IN_SCHOOL_OUT_OF_COUNTY',
  'IN_SCHOOL_OUT_OF_PROVINCE',
  'IN_SCHOOL_ELSEWHERE_UNREGISTERED',
  'IN_SCHOOL_IN_COUNTY',
  'IN_SCHOOL_UNREGISTERED',
  'SPECIAL_PLACEMENT',
];

/** A finding that somebody studies elsewhere holds until the next term begins; then it is to be checked again. */
const elsewhere: Rule = (facts, context) => {
  const study = latestBy(facts.rows.studyElsewhere, ({ checkedOn }) => checkedOn);
  const visit = IN_SCHOOL_FINDINGS.map((code) => screened(facts, code)).find(Boolean);
  const checkedOn = [study?.checkedOn, visit?.visitedOn]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (checkedOn === undefined) return null;
  const termStart = context.calendar.terms.filter(({ start }) => start <= context.today).at(-1)?.start;
  if (termStart !== undefined && checkedOn < termStart)
    return decide('UNVERIFIED', 'VERIFICATION_EXPIRED', checkedOn);
  return decide('IN_SCHOOL', study ? 'STUDIES_ELSEWHERE' : 'FIELD_FINDING', checkedOn);
};

const completed: Rule = (facts, { policy }) => {
  const status = currentStatusOf(facts);
  const hasFinished =
    status !== null &&
    ['GRADUATED', 'COMPLETED_WITHOUT_DIPLOMA'].includes(status.status) &&
    status.grade >= lastCompulsoryGrade(policy);
  if (hasFinished) return decide('OUT_OF_SCOPE', 'COMPLETED', status.leftOn);
  const found = screened(facts, 'COMPLETED');
  return found ? decide('OUT_OF_SCOPE', 'COMPLETED', found.visitedOn) : null;
};

const byAge: Rule = (_facts, { birthDate, academicYear, policy }) => {
  const born = parseIsoDate(birthDate);
  const grade = expectedGrade(born, academicYear, policy);
  if (grade === 'PRESCHOOL') return decide('NOT_YET_COMPULSORY', 'NOT_YET_DUE', null);
  return grade === 'ABOVE' ? decide('OUT_OF_SCOPE', 'OVER_AGE', null) : null;
};

const inTransit: Rule = ({ rows }, { today, policy, calendar }) => {
  const change = latestBy(
    rows.statusChange.filter(({ kind, completedOn }) => kind === 'TRANSFERRED_OUT' && completedOn === null),
    ({ changedOn }) => changedOn,
  );
  if (!change) return null;
  const days = policy.studentStatus.transferWorkingDaysPerSide.value * SIDES_OF_A_TRANSFER;
  const due = calendar.addWorkingDays(parseIsoDate(change.changedOn), days);
  const lastDay = due.known ? due.value : addDays(parseIsoDate(change.changedOn), days * 2);
  return decide(
    'UNVERIFIED',
    today <= lastDay ? 'TRANSFER_IN_TRANSIT' : 'TRANSFER_OVERDUE',
    change.changedOn,
  );
};

const FOUND_AT_HOME: Readonly<Record<string, readonly [Standing, StandingBasis]>> = {
  STUDIES_IN_COUNTY: ['IN_SCHOOL', 'FIELD_FINDING'],
  STUDIES_OUT_OF_COUNTY: ['IN_SCHOOL', 'FIELD_FINDING'],
  STUDIES_OUT_OF_PROVINCE: ['IN_SCHOOL', 'FIELD_FINDING'],
  STUDIES_ABROAD: ['OUT_OF_SCOPE', 'ABROAD'],
  NEVER_ENROLLED: ['OUT_OF_SCHOOL', 'NEVER_ENROLLED'],
  DROPPED_OUT: ['OUT_OF_SCHOOL', 'FIELD_FINDING'],
};

/** What a census was told, where nothing else is known (学户普查、文化户口). */
const foundAtHome: Rule = (facts, context) => {
  const found = fieldFindingOf(facts, context);
  const decision = found && FOUND_AT_HOME[found.schooling];
  if (!decision) return null;
  return found.isExpired
    ? decide('UNVERIFIED', 'VERIFICATION_EXPIRED', found.checkedOn)
    : decide(...decision, found.checkedOn);
};

/** The order is the rule: what is found out about a child weighs more than what a register still says. */
const RULES: readonly Rule[] = [
  deceased,
  atWork,
  dropoutCase,
  decided,
  droppedOut,
  approvedAbsence,
  foundOutOfSchool,
  onTheRoll,
  taughtWithoutStatus,
  abroad,
  elsewhere,
  completed,
  byAge,
  inTransit,
  foundAtHome,
];

/** The latest visit that proposed this finding, if no later visit proposed another. */
function screened({ rows }: ChildFacts, disposition: string) {
  const last = latestBy(
    rows.screeningVisit.filter(({ proposedDisposition }) => proposedDisposition !== null),
    ({ visitedOn }) => visitedOn,
  );
  return last?.proposedDisposition === disposition ? last : undefined;
}

function isExcused({ rows }: ChildFacts, day: string): boolean {
  return rows.absence.some(({ date, state }) => date === day && state === 'EXCUSED');
}

function ofCompulsoryAge(
  { birthDate, academicYear, policy }: StandingContext,
  decision: StandingDecision,
): StandingDecision {
  return ageOn31August(parseIsoDate(birthDate), academicYear) >= policy.ages.compulsoryEndAge.value
    ? decide('OUT_OF_SCOPE', 'OVER_AGE', null)
    : decision;
}

function decide(standing: Standing, basis: StandingBasis, since: string | null): StandingDecision {
  return { standing, basis, since };
}
