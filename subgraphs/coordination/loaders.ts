import { orderedComparisons } from './comparison/run/compared-by-policy.js';
import { createApproachClauses } from './casework/approach-clauses.js';
import { persuadingBodies } from './casework/persuading-bodies.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { sql } from 'kysely';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { createRowsByKeyLoader } from '../_kit/rows-by-key-loader.js';
import { AidMatchEntity } from './aid-matching/aid-match.entity.js';
import { countAidMatches, listAidMatches } from './aid-matching/aid-match.list.js';
import type { AidMatchFilter } from './aid-matching/aid-match.type.js';
import { approveAccess, revokeApproval } from './access/access-approval.commands.js';
import type {
  AccessApprovalFilter,
  ApproveAccessInput,
  RevokeApprovalInput,
} from './access/access-approval.type.js';
import { grantAccess, revokeGrant } from './access/access-grant.commands.js';
import type { GrantAccessInput, RevokeGrantInput } from './access/access-grant.type.js';
import { listApprovals, listGrants, listRevocations } from './access/access.list.js';
import type {
  OpenCaseInput,
  RecordPersuasionVisitInput,
  RecordReturnCheckInput,
  RecordReturnPlacementInput,
  SetCaseCauseInput,
  SetTaskTeamInput,
} from './casework/case-commands.input.js';
import { ReturnCheckEntity, ReturnPlacementEntity } from './casework/case-records.entities.js';
import {
  openCase,
  recordPersuasionVisit,
  recordReturnCheck,
  recordReturnPlacement,
  setCaseCause,
  setTaskTeam,
} from './casework/case.commands.js';
import { caseFigures, type FiguresRequest } from './casework/case-figures.js';
import { listPlanGaps, type PlanGapRequest } from './casework/plan-gap.list.js';
import { listCaseworkChanges } from './changes/casework-change.list.js';
import { closeMeasure, planMeasure } from './casework/plan.commands.js';
import type { CloseMeasureInput, PlanMeasureInput } from './casework/plan.input.js';
import { recordMeasure } from './casework/record-measure.js';
import type { RecordMeasureInput } from './casework/record-measure.input.js';
import { listCases, listEnforcementOrders, listScreenings } from './casework/casework.list.js';
import type { ScreeningFilter } from './casework/casework.type.js';
import { divisionByCode, listDivisions } from './divisions/division.list.js';
import { DropoutCaseEntity, type DropoutCase } from './casework/dropout-case.entity.js';
import type { CaseFilter } from './casework/dropout-case.type.js';
import { returnDuty, signOffDuty, submitDuty } from './duties/duty.commands.js';
import type { DutyFilter, ReturnDutyInput, SignOffDutyInput, SubmitDutyInput } from './duties/duty.input.js';
import { HubError } from '../_kit/errors.js';
import { isDivisionCode } from '../_kit/schema/division-prefix.js';
import { mechanismChecks } from './duties/mechanism-checks.js';
import { listDuties, mobilityBulletin, reportDuties } from './duties/duty.list.js';
import { listResponsibilityGaps } from './responsibility/responsibility-gap.list.js';
import type { ResponsibilityGapFilter } from './responsibility/responsibility-gap.type.js';
import { correctPledge, recordPledge } from './pledges/pledge.commands.js';
import { listPledges } from './pledges/pledge.list.js';
import type {
  CorrectPledgeInput,
  RecordPledgeInput,
  ResponsibilityPledgeFilter,
} from './pledges/pledge.type.js';
import { createSupervisionLoaders } from './duties/supervision/supervision.loaders.js';
import { EnforcementOrderEntity } from './casework/enforcement-order.entity.js';
import type { EnforcementOrderFilter } from './casework/enforcement-order.type.js';
import { listDiscrepancies } from './comparison/discrepancies/discrepancy.list.js';
import type { DiscrepancyFilter } from './comparison/discrepancies/discrepancy.type.js';
import { DiscrepancyEntity } from './comparison/discrepancies/discrepancy.entity.js';
import { DispositionRecordEntity } from './comparison/dispositions/disposition-record.entity.js';
import type { RecordDispositionInput } from './comparison/dispositions/disposition-record.type.js';
import { recordDisposition } from './comparison/dispositions/record-disposition.js';
import { completeTask } from './comparison/tasks/complete-task.js';
import { createVisitLoader } from './comparison/tasks/visit.loader.js';
import { countTasksByAge, listTasks } from './comparison/tasks/discrepancy-task.list.js';
import type { CompleteTaskInput, DiscrepancyTaskFilter } from './comparison/tasks/discrepancy-task.type.js';
import { decideMatch, listSuggestions, undoLink } from './comparison/matching/match-decisions.js';
import type { DecideMatchInput, UndoLinkInput } from './comparison/matching/match-suggestion.type.js';
import { listRuns, startComparison } from './comparison/run/comparison-run.list.js';
import type { StartComparisonInput } from './comparison/run/comparison-run.type.js';
import { findStudent } from './register/find-student.js';
import { indicatorHistory, schoolIndicatorHistory } from './indicators/history/indicator-history.list.js';
import type { MonthRange } from './indicators/history/month-range.js';
import { focusGroupCounts, indicatorReport, schoolIndicatorReport } from './indicators/indicator.list.js';
import { PersuasionVisitEntity } from './casework/persuasion-visit.entity.js';
import { createHouseholdPlanLoaders } from './casework/household-plan.loaders.js';
import { PlanMeasureEntity } from './casework/plan-measure.entity.js';
import { ReferralEntity } from './referrals/referral.entity.js';
import { createReferralLoaders } from './referrals/referral.loaders.js';
import { countOpenDiscrepancies } from './ledger/ledger-lines.js';
import {
  findLedger,
  ledgerAccount,
  listLedgerLines,
  type Ledger,
  type LedgerRequest,
} from './ledger/ledger.list.js';
import { createOrderLoaders } from './orders/order.loaders.js';
import type { CoordinationRegister } from './registers.js';
import { createResponsibilityOn } from './responsibility/responsibility.loader.js';
import { createPriorityAreaLoaders } from './priority-areas/priority-area.loaders.js';
import { RiskAssessmentEntity } from './risk/risk-assessment.entity.js';
import { RiskFactorEntity } from './risk/risk-factor.entity.js';
import { createSourceVersions } from './register/source-versions.js';
import { SchoolAgeEntryEntity } from './register/school-age-entry.entity.js';
import { ScreeningVisitEntity } from './casework/screening-visit.entity.js';
import { createPushedDownResultLoader, listPushedDownCases } from './pushed-down/pushed-down-case.list.js';
import type { PushedDownCaseFilter } from './pushed-down/pushed-down-case.type.js';
import { listStudents, type StudentListRequest } from './register/student-list.js';
import type { FindStudentInput } from './register/student-list.type.js';
import { SupportPlanEntity } from './casework/support-plan.entity.js';
import { liftRevocation, revokeToken } from './access/token-revocation.commands.js';
import type { LiftRevocationInput, RevokeTokenInput } from './access/token-revocation.type.js';

export type CoordinationLoaders = ReturnType<typeof createCoordinationLoaders>;

export function createCoordinationLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId: string }>(
    register: CoordinationRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy });
  return {
    today: context.today,
    ...createOrderLoaders(context),
    ...createReferralLoaders(context),
    ...createPriorityAreaLoaders(context),
    entries: ofRegister('SCHOOL_AGE_REGISTER', SchoolAgeEntryEntity, 'student_id'),
    sourceVersions: createSourceVersions(context),
    cases: ofRegister('CASEWORK', DropoutCaseEntity, 'opened_on desc, id desc'),
    screenings: ofRegister('CASEWORK', ScreeningVisitEntity, 'visited_on desc, id desc'),
    orders: ofRegister('CASEWORK', EnforcementOrderEntity, 'issued_on desc, id desc'),
    referrals: ofRegister('CASEWORK', ReferralEntity, 'sent_on desc, id desc'),
    riskAssessments: ofRegister('RISK', RiskAssessmentEntity, 'student_id'),
    riskFactors: ofRegister('RISK', RiskFactorEntity, 'id'),
    aidMatches: ofRegister('AID_MATCHING', AidMatchEntity, 'programme'),
    listAidMatches: (filter: AidMatchFilter, page: PageArgs) => listAidMatches(context, filter, page),
    countAidMatches: (division: string) => countAidMatches(context, division),
    responsibilityOn: createResponsibilityOn(context),
    visitsOfCase: createRowsByKeyLoader(context, PersuasionVisitEntity, 'caseNumber', {
      orderBy: sql`visited_on desc, id desc`,
    }),
    plansOfCase: createRowsByKeyLoader(context, SupportPlanEntity, 'caseNumber', {
      orderBy: sql`drawn_up_on desc, id desc`,
    }),
    measuresOfPlan: createRowsByKeyLoader(context, PlanMeasureEntity, 'planNumber', {
      orderBy: sql`due_on, id`,
    }),
    openResidentIdNumber: (sealed: string): string =>
      context.cipher.open(sealed, 'school_age_entry.resident_id_number_sealed'),
    divisionByCode: (code: string) => divisionByCode(context, code),
    listDivisions: (parent: string, page: PageArgs) => listDivisions(context, parent, page),
    listStudents: (request: StudentListRequest) => listStudents(context, request),
    findStudent: (input: FindStudentInput) => findStudent(context, input),
    listCases: (filter: CaseFilter, page: PageArgs) => listCases(context, filter, page),
    listCaseworkChanges: (page: PageArgs) => listCaseworkChanges(context, page),
    listPlanGaps: (request: PlanGapRequest, page: PageArgs) => listPlanGaps(context, request, page),
    caseFigures: (request: FiguresRequest) => caseFigures(context, request),
    persuadingBodies: (dropout: Pick<DropoutCase, 'townshipCode'>) => persuadingBodies(context, dropout),
    clauseOfApproach: createApproachClauses(context),
    openCase: (input: OpenCaseInput) => openCase(context, input),
    recordPersuasionVisit: (input: RecordPersuasionVisitInput) => recordPersuasionVisit(context, input),
    setCaseCause: (input: SetCaseCauseInput) => setCaseCause(context, input),
    setTaskTeam: (input: SetTaskTeamInput) => setTaskTeam(context, input),
    recordReturnPlacement: (input: RecordReturnPlacementInput) => recordReturnPlacement(context, input),
    recordReturnCheck: (input: RecordReturnCheckInput) => recordReturnCheck(context, input),
    planMeasure: (input: PlanMeasureInput) => planMeasure(context, input),
    closeMeasure: (input: CloseMeasureInput) => closeMeasure(context, input),
    recordMeasure: (input: RecordMeasureInput) => recordMeasure(context, input),
    ...createHouseholdPlanLoaders(context),
    placementsOfCase: createRowsByKeyLoader(context, ReturnPlacementEntity, 'caseNumber', {
      orderBy: sql`placed_on desc, id desc`,
    }),
    checksOfCase: createRowsByKeyLoader(context, ReturnCheckEntity, 'caseNumber', {
      orderBy: sql`checked_on desc, id desc`,
    }),
    plans: ofRegister('CASEWORK', SupportPlanEntity, 'drawn_up_on desc, id desc'),
    listEnforcementOrders: (filter: EnforcementOrderFilter, page: PageArgs) =>
      listEnforcementOrders(context, filter, page),
    listScreenings: (filter: ScreeningFilter, page: PageArgs) => listScreenings(context, filter, page),
    listApprovals: (filter: AccessApprovalFilter, page: PageArgs) => listApprovals(context, filter, page),
    approveAccess: (input: ApproveAccessInput) => approveAccess(context, input),
    revokeApproval: (input: RevokeApprovalInput) => revokeApproval(context, input),
    listGrants: (page: PageArgs) => listGrants(context, page),
    grantAccess: (input: GrantAccessInput) => grantAccess(context, input),
    revokeGrant: (input: RevokeGrantInput) => revokeGrant(context, input),
    listRevocations: (page: PageArgs) => listRevocations(context, page),
    revokeToken: (input: RevokeTokenInput) => revokeToken(context, input),
    liftRevocation: (input: LiftRevocationInput) => liftRevocation(context, input),
    orderedComparisons: (county: string, day: string) =>
      orderedComparisons(context.policies.policyFor(county, parseIsoDate(day))),
    listRuns: (page: PageArgs) => listRuns(context, page),
    startComparison: (input: StartComparisonInput) => startComparison(context, input),
    listDiscrepancies: (filter: DiscrepancyFilter, page: PageArgs) =>
      listDiscrepancies(context, filter, page),
    dispositionsOfMatter: createRowsByKeyLoader(context, DispositionRecordEntity, 'matter', {
      orderBy: sql`id desc`,
    }),
    discrepanciesOfMatter: createRowsByKeyLoader(context, DiscrepancyEntity, 'matter', {
      orderBy: sql`first_seen_on, key`,
    }),
    recordDisposition: (input: RecordDispositionInput) => recordDisposition(context, input),
    listTasks: (filter: DiscrepancyTaskFilter, page: PageArgs) => listTasks(context, filter, page),
    countTasksByAge: (filter: DiscrepancyTaskFilter) => countTasksByAge(context, filter),
    completeTask: (input: CompleteTaskInput) => completeTask(context, input),
    visitsById: createVisitLoader(context),
    listPushedDownCases: (filter: PushedDownCaseFilter, page: PageArgs) =>
      listPushedDownCases(context, filter, page),
    pushedDownResults: createPushedDownResultLoader(context),
    findLedger: (request: LedgerRequest) => findLedger(context, request),
    listLedgerLines: (ledger: Ledger, page: PageArgs) => listLedgerLines(context, ledger, page),
    ledgerAccount: (ledger: Ledger) => ledgerAccount(context, ledger),
    openDiscrepancies: context.createLoader((ids: readonly string[]) =>
      countOpenDiscrepancies(context.db, ids),
    ),
    listSuggestions: (page: PageArgs) => listSuggestions(context, page),
    decideMatch: (input: DecideMatchInput) => decideMatch(context, input),
    undoLink: (input: UndoLinkInput) => undoLink(context, input),
    ...createSupervisionLoaders(context),
    listResponsibilityGaps: (filter: ResponsibilityGapFilter, page: PageArgs) =>
      listResponsibilityGaps(context, filter, page),
    listPledges: (filter: ResponsibilityPledgeFilter, page: PageArgs) => listPledges(context, filter, page),
    recordPledge: (input: RecordPledgeInput) => recordPledge(context, input),
    correctPledge: (input: CorrectPledgeInput) => correctPledge(context, input),
    listDuties: (filter: DutyFilter, page: PageArgs) => listDuties(context, filter, page),
    reportDuties: (filter: DutyFilter) => reportDuties(context, filter),
    mechanismChecks: async (division: string) => {
      if (!isDivisionCode(division))
        throw new HubError('BAD_USER_INPUT', '"division" is a code of 2, 4, 6, 9 or 12 digits.');
      const { duties } = await reportDuties(context, { division, to: context.today });
      return mechanismChecks(context.policies.policyFor(division, parseIsoDate(context.today)), duties);
    },
    mobilityBulletin: (quarter: string | null) => mobilityBulletin(context, quarter),
    submitDuty: (input: SubmitDutyInput) => submitDuty(context, input),
    signOffDuty: (input: SignOffDutyInput) => signOffDuty(context, input),
    returnDuty: (input: ReturnDutyInput) => returnDuty(context, input),
    indicatorReport: (division: string, asOf: string | null) => indicatorReport(context, division, asOf),
    indicatorHistory: (division: string, range: MonthRange) => indicatorHistory(context, division, range),
    schoolIndicatorHistory: (school: string, range: MonthRange) =>
      schoolIndicatorHistory(context, school, range),
    schoolIndicatorReport: (school: string, asOf: string | null) =>
      schoolIndicatorReport(context, school, asOf),
    focusGroupCounts: (division: string) => focusGroupCounts(context, division),
  };
}
