import { addDays, parseIsoDate, type IsoDate } from '../../policies/iso-date.js';
import { PLAN_REVIEW_DAYS, plannedMeasuresFor, referralFor } from './case-plan.js';
import type { CaseState } from '../../subgraphs/coordination/casework.enums.js';
import { DropoutCaseEntity } from '../../subgraphs/coordination/dropout-case.entity.js';
import { EnforcementOrderEntity } from '../../subgraphs/coordination/enforcement-order.entity.js';
import { PersuasionVisitEntity } from '../../subgraphs/coordination/persuasion-visit.entity.js';
import { PlanMeasureEntity } from '../../subgraphs/coordination/plan-measure.entity.js';
import { ReferralEntity } from '../../subgraphs/coordination/referral.entity.js';
import {
  ResponsibilityAssignmentEntity,
  type ResponsibilityAssignment,
} from '../../subgraphs/coordination/responsibility-assignment.entity.js';
import { ScreeningVisitEntity } from '../../subgraphs/coordination/screening-visit.entity.js';
import { SupportPlanEntity } from '../../subgraphs/coordination/support-plan.entity.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import type { Child, CountyFrame, DropoutCaseFacts, ResponsiblePost } from '../views.js';
import type { NewRow, RowSink } from './row-sink.js';

/** Every so-manieth class has no subject teacher named: vacancies are what one looks for in this register. */
const CLASSES_PER_VACANCY = 12;

/**
 * Who answers for which division, school and class (包保责任), from the start of the academic year. The heads are also
 * the leaders of the seven-leaders scheme; nobody is named for the villagers' groups.
 */
export function writeCoordinationFrame({ posts, classes }: CountyFrame, sink: RowSink): void {
  const validFrom = `${academicYearOf(parseIsoDate(sink.asOf))}-09-01`;
  const name = (row: Omit<NewAssignment, 'validFrom' | 'validTo'>) =>
    sink.insert(ResponsibilityAssignmentEntity, { ...row, validFrom, validTo: null });
  for (const { line, level, targetCode, post, name: personName } of posts) {
    const scheme = line === 'GOVERNMENT' ? 'GOVERNMENT_CHAIN' : 'EDUCATION_CHAIN';
    const row = { line, level, targetKind: targetKindOf(level), targetCode, post, personName };
    name({ ...row, scheme });
    name({ ...row, scheme: 'SEVEN_LEADERS' });
  }
  classes.forEach(({ code, classTeacherName }, index) => {
    const row = { scheme: 'EDUCATION_CHAIN', line: 'EDUCATION', targetKind: 'CLASS', targetCode: code };
    name({ ...row, level: 'CLASS', post: '班主任', personName: classTeacherName });
    const colleague = classes[(index + 1) % classes.length]?.classTeacherName ?? null;
    const isVacant = index % CLASSES_PER_VACANCY === 0;
    name({ ...row, level: 'SUBJECT', post: '科任教师', personName: isVacant ? null : colleague });
  });
}

type NewAssignment = NewRow<ResponsibilityAssignment>;

function targetKindOf(level: ResponsiblePost['level']): string {
  return level === 'SCHOOL' ? 'SCHOOL' : 'DIVISION';
}

/**
 * What people on the ground found and did about a child.
 * @param studentId id under which the child's case is kept.
 */
export function writeFieldwork(child: Child, studentId: string, sink: RowSink): void {
  const { key, fieldwork } = child;
  if (!fieldwork) return;
  for (const { visitedOn, visitorPost, proposedDisposition, evidence } of fieldwork.screenings) {
    sink.insert(ScreeningVisitEntity, {
      studentId,
      visitedOn,
      visitorPost,
      proposedDisposition,
      // A visit that brought no answer has confirmed nothing, the residence neither.
      residenceDivisionCode: proposedDisposition === null ? null : fieldwork.residenceDivision,
      evidence,
    });
  }
  if (fieldwork.dropoutCase) writeCase(key, studentId, fieldwork.dropoutCase, townshipOf(child), sink);
}

/** The township to which the case belongs: where the child was found to live, else where a register holds it to. */
function townshipOf({ fieldwork, police, education, civilAffairs }: Child): string {
  const village = [fieldwork, police, education, civilAffairs]
    .map((view) => view?.residenceDivision)
    .find((code) => code != null);
  return `${village?.slice(0, 9) ?? ''}000`;
}

function writeCase(
  key: string,
  studentId: string,
  facts: DropoutCaseFacts,
  townshipCode: string,
  sink: RowSink,
): void {
  // The number says year and order only; the key behind it is digested.
  const number = `${facts.openedOn.slice(0, 4)}-${sink.opaqueKey('CASE', key).slice(0, 10)}`;
  const caseNumber = `GC${number}`;
  sink.insert(DropoutCaseEntity, {
    studentId,
    caseNumber,
    state: stateOf(facts),
    reason: facts.reason,
    openedOn: facts.openedOn,
    closedOn: null,
    townshipCode,
    schoolCode: facts.lastSchoolCode,
    basis: facts.lastSchoolCode ? 'LEFT_SCHOOL' : 'NEVER_ENROLLED',
    reportedOn: facts.reportedOn,
    returnedOn: facts.returnedOn,
    returnSchoolCode: facts.returnSchoolCode,
  });
  writePlan(studentId, caseNumber, `FA${number}`, facts, sink);
  writeVisits(studentId, caseNumber, facts, sink);
  writeOrder(studentId, caseNumber, `TZ${number}`, townshipCode, facts, sink);
  writeReferral(studentId, caseNumber, `ZB${number}`, facts, sink);
}

function stateOf({ returnedOn, persuasionVisits, reportedOn }: DropoutCaseFacts): CaseState {
  if (returnedOn) return 'RETURNED';
  if (persuasionVisits.length > 0) return 'PERSUADING';
  return reportedOn ? 'CONFIRMED' : 'VERIFYING';
}

function writePlan(
  studentId: string,
  caseNumber: string,
  planNumber: string,
  { openedOn, reason, returnedOn }: DropoutCaseFacts,
  sink: RowSink,
): void {
  sink.insert(SupportPlanEntity, {
    studentId,
    planNumber,
    caseNumber,
    scope: 'PUPIL',
    drawnUpOn: openedOn,
    reviewOn: addDays(openedOn, PLAN_REVIEW_DAYS),
  });
  for (const { approach, measure, owner, dueAfterDays } of plannedMeasuresFor(reason)) {
    sink.insert(PlanMeasureEntity, {
      studentId,
      planNumber,
      approach,
      measure,
      owner,
      dueOn: addDays(openedOn, dueAfterDays),
      doneOn: returnedOn,
    });
  }
}

/** A family that promised the child's return has a week; one that refused is visited again within the week. */
const NEXT_VISIT_DAYS = 7;

function writeVisits(
  studentId: string,
  caseNumber: string,
  { persuasionVisits }: DropoutCaseFacts,
  sink: RowSink,
): void {
  for (const { visitedOn, participants, result } of persuasionVisits) {
    const next = addDays(visitedOn, NEXT_VISIT_DAYS);
    sink.insert(PersuasionVisitEntity, {
      studentId,
      caseNumber,
      visitedOn,
      participants: [...participants],
      place: 'HOME',
      result,
      committedTo: result === 'COMMITTED' ? next : null,
      nextVisitOn: result === 'RETURNED' ? null : next,
    });
  }
}

/** Days that a township leaves a family to obey; the documents leave the limit to the issuer. */
const ORDER_DAYS = 10;

function writeOrder(
  studentId: string,
  caseNumber: string,
  orderNumber: string,
  townshipCode: string,
  { persuasionVisits, lastSchoolCode, returnedOn }: DropoutCaseFacts,
  sink: RowSink,
): void {
  const refused = persuasionVisits.find(({ result }) => result === 'REFUSED');
  const issuedOn: IsoDate | undefined = refused && addDays(refused.visitedOn, 1);
  if (!issuedOn || issuedOn > sink.asOf) return;
  sink.insert(EnforcementOrderEntity, {
    studentId,
    orderNumber,
    caseNumber,
    step: 'RETURN_ORDER',
    kind: lastSchoolCode ? 'RETURN' : 'ENROL',
    issuedBy: 'TOWNSHIP',
    townshipCode,
    issuedOn,
    dueOn: addDays(issuedOn, ORDER_DAYS),
    servedOn: issuedOn,
    compliedOn: returnedOn,
  });
}

/** Days within which another body is to answer. */
const REFERRAL_DAYS = 15;

function writeReferral(
  studentId: string,
  caseNumber: string,
  referralNumber: string,
  { reason, openedOn, returnedOn }: DropoutCaseFacts,
  sink: RowSink,
): void {
  const referral = referralFor(reason);
  if (!referral) return;
  sink.insert(ReferralEntity, {
    studentId,
    referralNumber,
    caseNumber,
    fromBody: 'COORDINATION',
    ...referral,
    sentOn: openedOn,
    dueOn: addDays(openedOn, REFERRAL_DAYS),
    answeredOn: returnedOn,
    state: returnedOn ? 'ANSWERED' : 'SENT',
  });
}
