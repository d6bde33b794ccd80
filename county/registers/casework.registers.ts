import { parseIsoDate } from '../../policies/iso-date.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import {
  ObservedAttendanceEntity,
  ReturnPlacementEntity,
} from '../../subgraphs/coordination/casework/case-records.entities.js';
import { DIGITS_OF_LEVEL } from '../../subgraphs/_kit/schema/division-prefix.js';
import { DropoutCaseEntity } from '../../subgraphs/coordination/casework/dropout-case.entity.js';
import { EnforcementOrderEntity } from '../../subgraphs/coordination/casework/enforcement-order.entity.js';
import { PersuasionVisitEntity } from '../../subgraphs/coordination/casework/persuasion-visit.entity.js';
import type { DropoutCaseFacts } from '../views.js';
import { nextVisitAfter } from '../writing/case-standing.js';
import { numberOfCase, writePupilPlan } from './plan.registers.js';
import { writeReferral } from './referral.registers.js';
import type { RowSink } from './row-sink.js';

/** Who recorded what nobody did. */
const GENERATED = 'generated';

/**
 * One dropout case with the pupil's plan, visits, orders and referral; a household's plan is written with its family.
 * @param key of the child, digested before it numbers anything.
 * @param studentId id under which the case is kept.
 */
export function writeCase(
  key: string,
  studentId: string,
  facts: DropoutCaseFacts,
  townshipCode: string,
  policies: PolicyLibrary,
  sink: RowSink,
): void {
  const number = numberOfCase(key, facts, sink);
  const caseNumber = `GC${number}`;
  const { standing } = facts;
  sink.insert(DropoutCaseEntity, {
    studentId,
    caseNumber,
    state: facts.state,
    reason: facts.reason,
    openedOn: facts.openedOn,
    closedOn: facts.closedOn,
    townshipCode,
    schoolCode: facts.lastSchoolCode,
    basis: facts.basis,
    reportedOn: facts.reportedOn,
    taskTeam: [...facts.taskTeam],
    returnedOn: facts.returnedOn,
    returnSchoolCode: facts.returnSchoolCode,
    stateSince: standing.since,
    episode: standing.episode,
    episodeFrom: standing.episodeFrom,
    firstAttendedOn: standing.firstAttendedOn,
    attendanceKnownUpTo: facts.observed?.knownUpTo ?? null,
    verifiedOn: standing.verifiedOn,
    confirmedOn: standing.confirmedOn,
    closedBy: standing.closedBy,
    nextStep: standing.nextStep,
    nextDueOn: standing.nextDueOn,
    version: 1,
    openedBy: null,
  });
  if (facts.observed)
    sink.insert(ObservedAttendanceEntity, { studentId, ...facts.observed, setByRun: GENERATED });
  if (facts.returnedOn)
    sink.insert(ReturnPlacementEntity, {
      studentId,
      caseNumber,
      placedOn: facts.returnedOn,
      mode: 'OWN_CLASS',
      schoolCode: facts.returnSchoolCode,
      classCode: null,
      recordedBy: GENERATED,
    });
  writeVisits(studentId, caseNumber, facts, sink);
  writeOrders(studentId, caseNumber, `TZ${number}`, townshipCode, facts, sink);
  // A suspicion is checked first; a plan answers a reason, which nobody knows yet.
  if (facts.state === 'SUSPECTED') return;
  writePupilPlan(studentId, number, facts, sink);
  const policy = policies.policyFor(townshipCode.slice(0, DIGITS_OF_LEVEL.COUNTY), parseIsoDate(sink.asOf));
  writeReferral(studentId, caseNumber, `ZB${number}`, facts, policy.referrals.answerDays.value, sink);
}

function writeVisits(
  studentId: string,
  caseNumber: string,
  { persuasionVisits }: DropoutCaseFacts,
  sink: RowSink,
): void {
  for (const { visitedOn, participants, result } of persuasionVisits) {
    const next = nextVisitAfter(visitedOn, result);
    sink.insert(PersuasionVisitEntity, {
      studentId,
      caseNumber,
      visitedOn,
      participants: [...participants],
      place: 'HOME',
      result,
      committedTo: result === 'COMMITTED' ? next : null,
      nextVisitOn: next,
      met: null,
      recordedBy: null,
    });
  }
}

/** Orders from before the hub: on paper, with no more than their days copied. */
const ON_PAPER = {
  issuerCode: null,
  basis: null,
  clause: null,
  decidedBy: null,
  serviceMethod: null,
  receivedBy: null,
  complianceBasis: null,
  withdrawnOn: null,
  withdrawalReason: null,
  version: 1,
};

function writeOrders(
  studentId: string,
  caseNumber: string,
  firstNumber: string,
  townshipCode: string,
  { orders, lastSchoolCode }: DropoutCaseFacts,
  sink: RowSink,
): void {
  orders.forEach((order, index) =>
    sink.insert(EnforcementOrderEntity, {
      studentId,
      orderNumber: `${firstNumber}-${index + 1}`,
      caseNumber,
      kind: lastSchoolCode ? 'RETURN' : 'ENROL',
      townshipCode,
      ...ON_PAPER,
      ...order,
    }),
  );
}
