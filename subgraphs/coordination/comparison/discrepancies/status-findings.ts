import { addDays, parseIsoDate } from '../../../../policies/iso-date.js';
import { latestBy } from '../../standing/rule-context.js';
import type { DispositionCode } from '../dispositions/dispositions.js';
import type { AssessedChild } from './assessed-child.js';
import type { ComparisonContext } from './compared-child.js';
import type { Finding } from './discrepancy.js';
import { says } from './evidence.js';

/** On the roll of one school, and met in the class of another (人籍分离). */
export function atAnotherSchool({ status, isOnRoll, call }: AssessedChild): Finding | null {
  if (!status || !isOnRoll || !call || call.finding === 'ABSENT') return null;
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

/** Off one roll and not yet on another; within the time that both schools have (教基〔2025〕1号 转学). */
export function transferInTransit(child: AssessedChild, context: ComparisonContext): Finding | null {
  const transfer = openTransferOf(child, context);
  return transfer && !transfer.isOverdue ? transfer.finding : null;
}

/** The time of both schools is over, and nobody has taken the child in. */
export function transferOverdue(child: AssessedChild, context: ComparisonContext): Finding | null {
  const transfer = openTransferOf(child, context);
  return transfer?.isOverdue ? transfer.finding : null;
}

/** Ten working days on either side. */
const SIDES_OF_A_TRANSFER = 2;

function openTransferOf(
  { facts, isOnRoll }: AssessedChild,
  { today, policy, calendar }: ComparisonContext,
): { readonly finding: Finding; readonly isOverdue: boolean } | null {
  if (isOnRoll) return null;
  const change = latestBy(
    facts.rows.statusChange.filter(
      ({ kind, completedOn }) => kind === 'TRANSFERRED_OUT' && completedOn === null,
    ),
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

/** What a status that no school counts as present says by itself; null where it only says that the child is away. */
const AWAY: Readonly<Record<string, DispositionCode | null>> = {
  SUSPENDED: null,
  STOPPED: null,
  PLACE_RESERVED: null,
  OTHER: null,
  DROPPED_OUT: 'CONFIRMED_DROPOUT',
  WITHDRAWN: 'CONFIRMED_DROPOUT',
  EXPELLED: 'CONFIRMED_DROPOUT',
  LEFT_EARLY: 'CONFIRMED_DROPOUT',
  MISSING: 'MISSING_REPORTED',
  SENT_ABROAD: 'ABROAD',
};

/**
 * A status without the pupil (空挂学籍, 有籍未到): marked as gone, absent at the roll-call, or away without leave for
 * longer than a week. Never seen and nothing known: a ghost status. An excused day explains an absence.
 */
export function statusNotPresent(child: AssessedChild): Finding | null {
  const { facts, status, isOnRoll, call, spell, band } = child;
  if (!status) return null;
  const mark = AWAY[status.status];
  const isMarked = mark !== undefined;
  const missedCall =
    isOnRoll && call?.finding === 'ABSENT' && !isExcusedOn(facts, call.calledOn) ? call : null;
  const longSpell = spell?.kind === 'DROPOUT_TO_REPORT' ? spell : null;
  if (!isMarked && !missedCall && !longSpell) return null;
  const explanation = child.explanation();
  const itself = mark ?? (longSpell ? 'CONFIRMED_DROPOUT' : missedCall ? 'GHOST_STATUS' : null);
  return {
    evidence: [
      says('studentStatus', isMarked ? 'OFF_THE_ROLL' : 'ON_THE_ROLL', status.leftOn ?? status.enrolledOn),
      ...(missedCall ? [says('rollCall', 'ABSENT', missedCall.calledOn)] : []),
      ...(longSpell ? [says('absence', 'UNEXCUSED_ABSENCE', longSpell.from)] : []),
      ...(explanation ? [explanation.evidence] : []),
    ],
    proposal: isMarked && band === 'OVER_AGE' ? 'OVERAGE' : (explanation?.code ?? itself),
  };
}

/** Came back after a dropout: closed out when it has been looked at twice (销号). */
export function returnUnderFollowUp({ facts, status }: AssessedChild): Finding | null {
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
export function dropoutOfPoorHousehold(child: AssessedChild): Finding | null {
  const { facts, status, openCase, band } = child;
  const [household] = facts.rows.povertyHousehold;
  const isConfirmed = openCase !== undefined && openCase.state !== 'SUSPECTED';
  if (!household || band === 'OVER_AGE' || (status?.status !== 'DROPPED_OUT' && !isConfirmed)) return null;
  return {
    evidence: [
      says('povertyHousehold', 'POOR_HOUSEHOLD', household.liftedOn ?? household.monitoredSince),
      openCase
        ? says('dropoutCase', 'CASE_OPEN', openCase.openedOn)
        : says('studentStatus', 'OFF_THE_ROLL', status?.leftOn ?? null),
    ],
    proposal: child.explanation()?.code ?? 'CONFIRMED_DROPOUT',
  };
}

function isExcusedOn({ rows }: AssessedChild['facts'], day: string): boolean {
  return rows.absence.some(({ date, state }) => date === day && state === 'EXCUSED');
}
