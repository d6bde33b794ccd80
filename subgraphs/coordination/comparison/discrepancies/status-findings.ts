import { isOnTheRoll } from '../../../../policies/current-status.js';
import { addDays, parseIsoDate } from '../../../../policies/iso-date.js';
import { currentStatusOf } from '../../standing/current-schooling.js';
import { latestBy } from '../../standing/rule-context.js';
import { suspectedAbsenceOf } from '../../standing/suspected-absence.js';
import {
  ageBandOf,
  latestCallOf,
  masterIdentityOf,
  openCaseOf,
  type ComparedChild,
  type ComparisonContext,
} from './compared-child.js';
import type { Finding } from './discrepancy.js';
import { says } from './evidence.js';
import { explainAbsence } from './explain-absence.js';
import { livesElsewhereFinding } from './identity-findings.js';

/** On the roll of one school, and met in the class of another (人籍分离). */
export function atAnotherSchool({ facts }: ComparedChild): Finding | null {
  const status = currentStatusOf(facts);
  const call = latestCallOf(facts);
  if (!status || !isOnTheRoll(status) || !call || call.finding === 'ABSENT') return null;
  if (call.schoolCode === status.schoolCode) return null;
  return {
    evidence: [
      says('studentStatus', 'ON_THE_ROLL', status.enrolledOn),
      says('rollCall', 'PRESENT_ELSEWHERE', call.calledOn),
    ],
    proposal: 'IN_SCHOOL_IN_COUNTY',
    subject: call.schoolCode,
  };
}

export function livesElsewhere(child: ComparedChild, context: ComparisonContext): Finding | null {
  const spell = suspectedAbsenceOf(child.facts, context);
  if (!spell || spell.kind === 'DROPOUT_TO_REPORT' || openCaseOf(child.facts)) return null;
  return livesElsewhereFinding(child, context, spell.from);
}

/** Off one roll and not yet on another; within the time that both schools have (教基〔2025〕1号 转学). */
export function transferInTransit({ facts }: ComparedChild, context: ComparisonContext): Finding | null {
  const transfer = openTransferOf(facts, context);
  return transfer && !transfer.isOverdue ? transfer.finding : null;
}

/** The time of both schools is over, and nobody has taken the child in. */
export function transferOverdue({ facts }: ComparedChild, context: ComparisonContext): Finding | null {
  const transfer = openTransferOf(facts, context);
  return transfer?.isOverdue ? transfer.finding : null;
}

/** Ten working days on either side. */
const SIDES_OF_A_TRANSFER = 2;

function openTransferOf({ rows }: ComparedChild['facts'], { today, policy, calendar }: ComparisonContext) {
  if (rows.studentStatus.some(isOnTheRoll)) return null;
  const change = latestBy(
    rows.statusChange.filter(({ kind, completedOn }) => kind === 'TRANSFERRED_OUT' && completedOn === null),
    ({ changedOn }) => changedOn,
  );
  if (!change) return null;
  const changedOn = parseIsoDate(change.changedOn);
  const days = policy.studentStatus.transferWorkingDaysPerSide.value * SIDES_OF_A_TRANSFER;
  const due = calendar.addWorkingDays(changedOn, days);
  const finding: Finding = {
    evidence: [says('statusChange', 'TRANSFERRED_OUT', change.changedOn)],
    proposal: 'TRANSFER_IN_TRANSIT',
  };
  return { finding, isOverdue: today > (due.known ? due.value : addDays(changedOn, days * 2)) };
}

/** Marked by the school itself as gone, for whatever time. */
const AWAY = new Set(['DROPPED_OUT', 'MISSING', 'STOPPED', 'SUSPENDED']);

/**
 * A status without the pupil (空挂学籍, 有籍未到): marked as gone, absent at the roll-call, or away without leave for
 * longer than a week. Never seen and nothing known: a ghost status. An excused day explains an absence.
 */
export function statusNotPresent(child: ComparedChild, context: ComparisonContext): Finding | null {
  const { facts } = child;
  const status = currentStatusOf(facts);
  if (!status) return null;
  const call = latestCallOf(facts);
  const spell = suspectedAbsenceOf(facts, context);
  const isMarked = AWAY.has(status.status);
  const isMissed = isOnTheRoll(status) && call?.finding === 'ABSENT' && !isExcusedOn(facts, call.calledOn);
  const isLongAway = isOnTheRoll(status) && spell?.kind === 'DROPOUT_TO_REPORT';
  if (!isMarked && !isMissed && !isLongAway) return null;
  const explanation = explainAbsence(facts, context);
  const proposal =
    isMarked && isOverAge(child, context)
      ? 'OVERAGE'
      : (explanation?.code ??
        (status.status === 'MISSING'
          ? 'MISSING_REPORTED'
          : status.status === 'DROPPED_OUT' || isLongAway
            ? 'CONFIRMED_DROPOUT'
            : isMissed
              ? 'GHOST_STATUS'
              : null));
  return {
    evidence: [
      says('studentStatus', isMarked ? 'OFF_THE_ROLL' : 'ON_THE_ROLL', status.leftOn ?? status.enrolledOn),
      ...(isMissed && call ? [says('rollCall', 'ABSENT', call.calledOn)] : []),
      ...(isLongAway && spell ? [says('absence', 'UNEXCUSED_ABSENCE', spell.from)] : []),
      ...(explanation ? [explanation.evidence] : []),
    ],
    proposal,
  };
}

/** Came back after a dropout: closed out when it has been looked at twice (销号). */
export function returnUnderFollowUp({ facts }: ComparedChild): Finding | null {
  const status = currentStatusOf(facts);
  if (status?.status !== 'RETURNED') return null;
  const ended = latestBy(
    facts.rows.dropoutCase.filter(({ returnedOn }) => returnedOn !== null),
    ({ openedOn }) => openedOn,
  );
  return {
    evidence: [
      says('studentStatus', 'ON_THE_ROLL', status.enrolledOn),
      ...(ended ? [says('dropoutCase', 'CASE_RETURNED', ended.returnedOn)] : []),
    ],
    proposal: 'RETURNED',
  };
}

/** A dropout of a household that was lifted out of poverty, or is watched (脱贫户辍学学生). */
export function dropoutOfPoorHousehold(child: ComparedChild, context: ComparisonContext): Finding | null {
  const { facts } = child;
  const [household] = facts.rows.povertyHousehold;
  const status = currentStatusOf(facts);
  const open = openCaseOf(facts);
  const isOut = status?.status === 'DROPPED_OUT' || (open !== undefined && open.state !== 'SUSPECTED');
  if (!household || !isOut || isOverAge(child, context)) return null;
  return {
    evidence: [
      says('povertyHousehold', 'POOR_HOUSEHOLD', household.liftedOn ?? household.monitoredSince),
      open
        ? says('dropoutCase', 'CASE_OPEN', open.openedOn)
        : says('studentStatus', 'OFF_THE_ROLL', status?.leftOn ?? null),
    ],
    proposal: explainAbsence(facts, context)?.code ?? 'CONFIRMED_DROPOUT',
  };
}

function isOverAge({ facts }: ComparedChild, context: ComparisonContext): boolean {
  const identity = masterIdentityOf(facts);
  return identity !== null && ageBandOf(identity.birthDate, context) === 'OVER_AGE';
}

function isExcusedOn({ rows }: ComparedChild['facts'], day: string): boolean {
  return rows.absence.some(({ date, state }) => date === day && state === 'EXCUSED');
}
