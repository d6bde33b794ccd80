import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { createRegisterLoader } from '../../_kit/register/register-loader.js';
import { isKnown } from '../../_kit/register/register-state.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { createRowsByKeyLoader } from '../../_kit/rows-by-key-loader.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { CaseState } from '../casework/casework.enums.js';
import type { DropoutCase } from '../casework/dropout-case.entity.js';
import { EnforcementOrderEntity, type EnforcementOrder } from '../casework/enforcement-order.entity.js';
import { PersuasionVisitEntity } from '../casework/persuasion-visit.entity.js';
import {
  DispositionRecordEntity,
  type DispositionRecord,
} from '../comparison/dispositions/disposition-record.entity.js';
import { SchoolAgeEntryEntity } from '../register/school-age-entry.entity.js';
import type { Standing } from '../standing/standing.enums.js';
import { findOrder } from './find-case.js';
import { adviceOf, type HoldAdvice } from './administrative-hold.js';
import { decideHold, reviewHold } from './hold.commands.js';
import { HoldDecisionEntity, type HoldDecision } from './hold-decision.entity.js';
import type { DecideHoldInput, ReviewHoldInput } from './hold.type.js';
import { readIssuerNames } from './issuer-name.js';
import { issueOrder } from './issue-order.js';
import { JustifiedReasonEntity } from './justified-reason.entity.js';
import { missingSince } from './missing-child.js';
import { autumnStartOf } from './notice-term.js';
import { ladderOf } from './order-ladder.js';
import type { OrderSources } from './order-sources.js';
import { recordCompliance, recordJustifiedReason, recordService, withdrawOrder } from './order.commands.js';
import type {
  IssueOrderInput,
  RecordComplianceInput,
  RecordJustifiedReasonInput,
  RecordServiceInput,
  WithdrawOrderInput,
} from './order.input.js';
import { nextOrder, type NextOrder, type OrderFacts } from './next-order.js';

export function createOrderLoaders(context: LoaderContext) {
  const today = parseIsoDate(context.today);
  const entries = createRegisterLoader(context, SchoolAgeEntryEntity, {
    register: 'SCHOOL_AGE_REGISTER',
    orderBy: 'student_id',
  });
  const ordersOfCase = createRowsByKeyLoader(context, EnforcementOrderEntity, 'caseNumber', {
    orderBy: sql`issued_on desc, id desc`,
  });
  const justifiedReasonsOfCase = createRowsByKeyLoader(context, JustifiedReasonEntity, 'caseNumber', {
    orderBy: sql`valid_from, id`,
  });
  const visits = createRowsByKeyLoader(context, PersuasionVisitEntity, 'caseNumber', {
    orderBy: sql`visited_on, id`,
  });
  const holdDecisionsOfCase = createRowsByKeyLoader(context, HoldDecisionEntity, 'caseNumber', {
    orderBy: sql`decided_on desc, id desc`,
  });
  const decisions = createRegisterLoader(context, DispositionRecordEntity, {
    register: 'CASEWORK',
    orderBy: 'decided_on desc, id desc',
    where: 'ended_on is null',
  });
  const policies = new Map<string, ResolvedPolicy>();
  const policyAt = (townshipCode: string): ResolvedPolicy => {
    const policy = policies.get(townshipCode) ?? context.policies.policyFor(townshipCode, today);
    policies.set(townshipCode, policy);
    return policy;
  };

  async function standingOf(student: StudentIdentity | null) {
    const entry = student && (await entries.load(student));
    const [row] = entry?.rows ?? [];
    return entry && row && isKnown(entry.register)
      ? { standing: row.standing as Standing, since: row.standingSince ?? null }
      : null;
  }

  async function decisionsOn(student: StudentIdentity | null): Promise<readonly DispositionRecord[]> {
    const { rows } = (student && (await decisions.load(student))) ?? { rows: [] };
    return rows.filter(({ validUntil }) => validUntil == null || today <= validUntil);
  }

  async function nextOrderOf(dropout: DropoutCase): Promise<NextOrder> {
    const student = await context.students.load(dropout.studentId);
    const [orders, reasons, visited, standing, held] = await Promise.all([
      ordersOfCase.load(dropout.caseNumber),
      justifiedReasonsOfCase.load(dropout.caseNumber),
      visits.load(dropout.caseNumber),
      standingOf(student),
      decisionsOn(student),
    ]);
    const policy = policyAt(dropout.townshipCode);
    const from = episodeStartOf(dropout);
    const justified = reasons.find(({ validFrom, validTo }) => validFrom <= today && today <= validTo);
    return nextOrder({
      today,
      ladder: ladderOf(policy),
      case: {
        state: dropout.state as CaseState,
        basis: dropout.basis,
        episode: dropout.episode,
        from,
        returnedOn: dropout.returnedOn ?? null,
        closedOn: dropout.closedOn ?? null,
      },
      orders: factsSince(from, orders),
      standing,
      justifiedSince: justified?.validFrom ?? null,
      missingSince: missingSince({ reason: dropout.reason, from, decisions: held }),
      refusedOn:
        visited.find(({ result, visitedOn }) => result === 'REFUSED' && visitedOn >= from)?.visitedOn ?? null,
      autumnStart: autumnStartOf(policy, today),
      noticeDays: policy.orderLimits.noticeDaysBeforeTerm.value,
    });
  }

  const holdAdviceOf = async (dropout: DropoutCase): Promise<HoldAdvice> => {
    const { administrativeHolds } = policyAt(dropout.townshipCode);
    const [next, orders] = await Promise.all([nextOrderOf(dropout), ordersOfCase.load(dropout.caseNumber)]);
    return adviceOf({
      today,
      policy: administrativeHolds,
      next,
      orders: factsSince(episodeStartOf(dropout), orders),
    });
  };

  const sources: OrderSources = { policyAt, nextOrderOf, holdAdviceOf };
  return {
    ...sources,
    ordersOfCase,
    findOrder: (orderNumber: string) => findOrder(context, orderNumber),
    justifiedReasonsOfCase,
    issuerNames: context.createLoader((codes: readonly string[]) => readIssuerNames(context.db, codes)),
    holdDecisionsOf: ({ caseNumber }: DropoutCase): Promise<readonly HoldDecision[]> =>
      holdDecisionsOfCase.load(caseNumber),
    issueOrder: (input: IssueOrderInput) => issueOrder(context, sources, input),
    recordService: (input: RecordServiceInput) => recordService(context, input),
    recordCompliance: (input: RecordComplianceInput) => recordCompliance(context, sources, input),
    withdrawOrder: (input: WithdrawOrderInput) => withdrawOrder(context, input),
    recordJustifiedReason: (input: RecordJustifiedReasonInput) => recordJustifiedReason(context, input),
    decideAdministrativeHold: (input: DecideHoldInput) => decideHold(context, sources, input),
    reviewAdministrativeHold: (input: ReviewHoldInput) => reviewHold(context, input),
  };
}

/** What an earlier episode had of orders ended with its return. */
function factsSince(from: string, orders: readonly EnforcementOrder[]): OrderFacts[] {
  return orders.filter(({ issuedOn }) => issuedOn >= from).map(factsOf);
}

/** A case that was stored before episodes had a day keeps its opening until the next comparison. */
const episodeStartOf = ({ episodeFrom, openedOn }: DropoutCase): string => episodeFrom ?? openedOn;

function factsOf(order: EnforcementOrder): OrderFacts {
  const {
    orderNumber,
    step,
    issuedOn,
    dueOn,
    servedOn = null,
    compliedOn = null,
    withdrawnOn = null,
  } = order;
  return { orderNumber, step, issuedOn, dueOn, servedOn, compliedOn, withdrawnOn };
}
