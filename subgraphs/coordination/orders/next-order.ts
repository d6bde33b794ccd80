import { addDays, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { Body } from '../casework/body.enums.js';
import type { CaseState } from '../casework/casework.enums.js';
import type { EnforcementStep } from '../casework/enforcement-order.enums.js';
import type { Standing } from '../standing/standing.enums.js';
import type { LadderStep } from './order-ladder.js';
import type { NextOrderReason, NextOrderState } from './order.enums.js';

/** What follows of a case by law, and what that rests on. */
export interface NextOrder {
  readonly state: NextOrderState;
  readonly reason: NextOrderReason;
  /** The step that is due, or will be when the day comes. */
  readonly step: EnforcementStep | null;
  /** Since when the step is due, or since when nothing is. */
  readonly since: string | null;
  /** While it waits: the first day on which the step is due, where that is known. */
  readonly dueFrom: string | null;
  readonly issuers: readonly Body[];
  readonly clause: string | null;
  /** Order on which it rests. */
  readonly afterOrderNumber: string | null;
}

export interface OrderFacts {
  readonly orderNumber: string;
  readonly step: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly servedOn: string | null;
  readonly compliedOn: string | null;
  readonly withdrawnOn: string | null;
}

export interface LadderCase {
  readonly state: CaseState;
  readonly basis: string;
  readonly episode: number;
  /** First day of the episode. */
  readonly from: string;
  readonly returnedOn: string | null;
  readonly closedOn: string | null;
}

export interface LadderQuestion {
  readonly today: IsoDate;
  readonly ladder: readonly LadderStep[];
  readonly case: LadderCase;
  /** Of this episode. */
  readonly orders: readonly OrderFacts[];
  /** The child's standing by all registers; null when the school-age register doesn't tell. */
  readonly standing: { readonly standing: Standing; readonly since: string | null } | null;
  /** First day on which somebody found a justified reason to hold (正当理由); null without one today. */
  readonly justifiedSince: string | null;
  /** Since when the child is missing: nobody can send it. Null when it isn't. */
  readonly missingSince: string | null;
  /** Day of the episode's first visit on which the guardians refused; null when none did. */
  readonly refusedOn: string | null;
  /** Start of the autumn term of which the enrolment notice tells; null while it isn't announced. */
  readonly autumnStart: IsoDate | null;
  readonly noticeDays: number;
}

/**
 * The step of the ladder that is due next, and since when. A step follows when the one before was served and its day
 * passed without the child's return; a child who is in school, or need not be, ends it. Where something isn't known, so
 * is the answer.
 */
export function nextOrder(question: LadderQuestion): NextOrder {
  return ended(question) ?? paused(question) ?? climbing(question);
}

const NOTHING = { step: null, since: null, dueFrom: null, issuers: [], clause: null, afterOrderNumber: null };

const nothing = (reason: NextOrderReason, since: string | null): NextOrder => ({
  ...NOTHING,
  state: 'NOTHING_DUE',
  reason,
  since,
});

function ended({ case: dropout, standing }: LadderQuestion): NextOrder | null {
  if (dropout.returnedOn !== null) return nothing('RETURNED', dropout.returnedOn);
  if (dropout.closedOn !== null) return nothing('CASE_CLOSED', dropout.closedOn);
  switch (standing?.standing) {
    case undefined:
      return { ...NOTHING, state: 'UNKNOWN', reason: 'REGISTER_NOT_KNOWN' };
    case 'UNVERIFIED':
      return { ...NOTHING, state: 'UNKNOWN', reason: 'NOT_VERIFIED' };
    case 'IN_SCHOOL':
      return nothing('RETURNED', standing?.since ?? null);
    case 'APPROVED_ABSENCE':
      return nothing('APPROVED_ABSENCE', standing?.since ?? null);
    case 'OUT_OF_SCOPE':
    case 'NOT_YET_COMPULSORY':
      return nothing('NOT_COMPULSORY', standing?.since ?? null);
    case 'SUSPECTED':
    case 'OUT_OF_SCHOOL':
      return null;
  }
}

const UNCONFIRMED: ReadonlySet<CaseState> = new Set(['SUSPECTED', 'VERIFYING']);

function paused({ case: dropout, justifiedSince, missingSince }: LadderQuestion): NextOrder | null {
  if (justifiedSince !== null) return nothing('JUSTIFIED_REASON', justifiedSince);
  if (missingSince !== null) return nothing('JUSTIFIED_REASON', missingSince);
  if (UNCONFIRMED.has(dropout.state)) return { ...NOTHING, state: 'WAITING', reason: 'NOT_CONFIRMED' };
  return null;
}

/** Whoever was in school before is told to return, and needs no enrolment notice. */
export function isNeverEnrolled({ basis, episode }: Pick<LadderCase, 'basis' | 'episode'>): boolean {
  return basis === 'NEVER_ENROLLED' && episode === 1;
}

function climbing(question: LadderQuestion): NextOrder {
  const { today, case: dropout, orders } = question;
  const ladder = question.ladder.filter(
    ({ step }) => step !== 'ENROLMENT_NOTICE' || isNeverEnrolled(dropout),
  );
  const rank = (step: string) => ladder.findIndex((rung) => rung.step === step);
  const last = orders
    .filter(({ step, withdrawnOn }) => withdrawnOn === null && rank(step) >= 0)
    .toSorted((a, b) => rank(b.step) - rank(a.step) || (a.issuedOn < b.issuedOn ? 1 : -1))[0];
  if (!last) return firstStep(question, ladder[0]);
  const { orderNumber: afterOrderNumber, compliedOn, servedOn, dueOn } = last;
  const following = ladder[rank(last.step) + 1];
  const basis = { ...NOTHING, ...following, afterOrderNumber };
  if (compliedOn !== null) return { ...nothing('COMPLIED', compliedOn), afterOrderNumber };
  if (servedOn === null) return { ...basis, state: 'WAITING', reason: 'NOT_SERVED' };
  // Whoever got it after its day had no time to obey: it has to be withdrawn and issued anew.
  if (servedOn > dueOn) return { ...basis, state: 'WAITING', reason: 'SERVED_TOO_LATE' };
  const dueFrom = addDays(parseIsoDate(dueOn), 1);
  if (!following) return { ...nothing('LADDER_EXHAUSTED', dueFrom), afterOrderNumber };
  if (today < dueFrom) return { ...basis, state: 'WAITING', reason: 'TIME_RUNNING', dueFrom };
  return { ...basis, state: 'DUE', reason: 'PRECEDING_NOT_OBEYED', since: dueFrom };
}

function firstStep(question: LadderQuestion, first: LadderStep | undefined): NextOrder {
  const { today, case: dropout, refusedOn, autumnStart, noticeDays } = question;
  if (!first) return nothing('LADDER_EXHAUSTED', null);
  const basis = { ...NOTHING, ...first };
  if (first.step === 'ENROLMENT_NOTICE') {
    if (!autumnStart) return { ...basis, state: 'UNKNOWN', reason: 'TERM_NOT_ANNOUNCED' };
    const noticeDay = addDays(autumnStart, -noticeDays);
    if (today < noticeDay)
      return { ...basis, state: 'WAITING', reason: 'BEFORE_NOTICE_DAY', dueFrom: noticeDay };
    return { ...basis, state: 'DUE', reason: 'NOT_ENROLLED', since: noticeDay };
  }
  // Criticism is for guardians who refuse (对拒不送子女入学的, 昌市政办发〔2020〕16号 四（十二）).
  if (first.step === 'CRITICISM_EDUCATION') {
    if (refusedOn === null) return { ...basis, state: 'WAITING', reason: 'NOT_REFUSED' };
    return {
      ...basis,
      state: 'DUE',
      reason: 'REFUSED',
      since: refusedOn > dropout.from ? refusedOn : dropout.from,
    };
  }
  return { ...basis, state: 'DUE', reason: 'OUT_OF_SCHOOL', since: dropout.from };
}
