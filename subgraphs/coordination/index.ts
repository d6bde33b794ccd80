import { JobWorkerEntity } from '../_kit/jobs/job-worker.entity.js';
import { defineSubgraph } from '../_kit/define-subgraph.js';
import {
  DropoutCaseResolver,
  ScreeningVisitResolver,
  StudentCaseworkResolver,
} from './casework/casework.resolver.js';
import {
  PlanChildResolver,
  PlanMeasureResolver,
  SupportPlanResolver,
} from './casework/support-plan.resolver.js';
import { AidMatchEntity } from './aid-matching/aid-match.entity.js';
import { AidMatchResolver, StudentAidMatchingResolver } from './aid-matching/aid-match.resolver.js';
import { AccessApprovalEntity } from './access/access-approval.entity.js';
import { AccessApprovalResolver } from './access/access-approval.resolver.js';
import { AccessGrantEntity } from './access/access-grant.entity.js';
import { AccessGrantResolver } from './access/access-grant.resolver.js';
import { coordinationWork } from './work/index.js';
import { startCoordination, startCoordinationWorker } from './background.js';
import { CaseworkChangeEntity, CaseworkFeedEntity } from './changes/casework-change.entity.js';
import { CaseworkChangeResolver } from './changes/casework-change.resolver.js';
import { ComparisonRunResolver } from './comparison/run/comparison-run.resolver.js';
import { DispositionRecordEntity } from './comparison/dispositions/disposition-record.entity.js';
import { DispositionRecordResolver } from './comparison/dispositions/disposition-record.resolver.js';
import { DiscrepancyTaskEntity } from './comparison/tasks/discrepancy-task.entity.js';
import { DiscrepancyTaskResolver } from './comparison/tasks/discrepancy-task.resolver.js';
import { DiscrepancyResolver } from './comparison/discrepancies/discrepancy.resolver.js';
import { MatchSuggestionResolver } from './comparison/matching/match-suggestion.resolver.js';
import { ComparisonRunEntity } from './comparison/run/comparison-run.entity.js';
import { DiscrepancyEntity } from './comparison/discrepancies/discrepancy.entity.js';
import { MatchSuggestionEntity } from './comparison/matching/match-suggestion.entity.js';
import {
  ComparisonRangeEntity,
  RunKeyEntity,
  RunRecordEntity,
  RunResultEntity,
  ConfirmedChildEntity,
} from './comparison/run/run-work.entities.js';
import { PublishedChildEntity, ScopeChangeEntity } from './comparison/run/published-child.entity.js';
import { AheadChildEntity } from './comparison/following/ahead-child.entity.js';
import { FollowedFeedEntity } from './comparison/following/followed-feed.entity.js';
import { FoundSplitEntity } from './comparison/splits/found-split.entity.js';
import { ClassLedgerEntryEntity } from './standing/class-ledger-entry.entity.js';
import { DivisionResolver } from './divisions/division.resolver.js';
import { CaseSupervisionResolver } from './casework/case-supervision.resolver.js';
import { CaseCommandsResolver } from './casework/case-commands.resolver.js';
import {
  CaseCauseEntity,
  CaseTaskTeamEntity,
  ObservedAttendanceEntity,
  ReturnCheckEntity,
  ReturnPlacementEntity,
} from './casework/case-records.entities.js';
import { DropoutCaseEntity } from './casework/dropout-case.entity.js';
import { DutyRecordEntity } from './duties/duty-record.entity.js';
import { DutyResolver } from './duties/duty.resolver.js';
import { MechanismCheckResolver } from './duties/mechanism-check.resolver.js';
import { MobilityBulletinResolver } from './duties/mobility-bulletin.resolver.js';
import { SchoolSiteEntity } from './duties/school-site.entity.js';
import { AccountabilityRecordEntity } from './duties/supervision/accountability.entity.js';
import { FollowUpEntity } from './duties/supervision/follow-up.entity.js';
import { InspectionEntity } from './duties/supervision/inspection.entity.js';
import { MeetingEntity } from './duties/supervision/meeting.entity.js';
import { ResponsibilityPledgeEntity } from './pledges/pledge.entity.js';
import { ResponsibilityGapResolver } from './responsibility/responsibility-gap.resolver.js';
import { PledgeResolver } from './pledges/pledge.resolver.js';
import { SupervisionCommandResolver } from './duties/supervision/supervision-commands.resolver.js';
import {
  FollowUpResolver,
  InspectionResolver,
  MeetingResolver,
} from './duties/supervision/supervision.resolver.js';
import { EnforcementOrderEntity } from './casework/enforcement-order.entity.js';
import { EnforcementOrderResolver } from './casework/enforcement-order.resolver.js';
import { EnumLabelsResolver } from './divisions/enum-labels.resolver.js';
import { readEnumLabels } from './divisions/enum-labels.js';
import { IndicatorHistoryResolver } from './indicators/history/indicator-history.resolver.js';
import { IndicatorMonthEntity } from './indicators/history/indicator-month.entity.js';
import { PupilTurnoverEntity } from './indicators/pupil-turnover.entity.js';
import { RetentionCohortEntity } from './indicators/retention-cohort.entity.js';
import { IndicatorResolver } from './indicators/indicator.resolver.js';
import {
  LedgerLineResolver,
  LedgerResidenceTotalResolver,
  LedgerResolver,
} from './ledger/ledger.resolver.js';
import { COORDINATION_LISTS } from './imports/lists.js';
import { createCoordinationLoaders } from './loaders.js';
import { ORDER_ENTITIES, ORDER_RESOLVERS } from './orders/index.js';
import { PersuasionVisitEntity } from './casework/persuasion-visit.entity.js';
import { PlanChildEntity } from './casework/plan-child.entity.js';
import { PlanMeasureEntity } from './casework/plan-measure.entity.js';
import { PushedDownCaseResolver } from './pushed-down/pushed-down-case.resolver.js';
import { PushedDownCaseEntity } from './pushed-down/pushed-down-case.entity.js';
import { PublicationEntity } from './access/publication.entity.js';
import { REFERRAL_ENTITIES, REFERRAL_RESOLVERS } from './referrals/index.js';
import { RegisterRunEntity } from './register/register-run.entity.js';
import { COORDINATION_REGISTERS } from './registers.js';
import { COORDINATION_ROSTER } from './roster.js';
import { ResponsibilityAssignmentEntity } from './responsibility/responsibility-assignment.entity.js';
import { StudentResponsibilityResolver } from './responsibility/responsibility.resolver.js';
import { PriorityAreaEntity } from './priority-areas/priority-area.entity.js';
import { PriorityAreaResolver, RiskAreaResolver } from './priority-areas/priority-area.resolver.js';
import { RiskAssessmentEntity } from './risk/risk-assessment.entity.js';
import { RiskFactorEntity } from './risk/risk-factor.entity.js';
import { StudentRiskResolver } from './risk/risk.resolver.js';
import { SchoolAgeEntryEntity } from './register/school-age-entry.entity.js';
import {
  SchoolAgeEntryResolver,
  StudentRegisterEntryResolver,
} from './register/school-age-entry.resolver.js';
import { ScreeningVisitEntity } from './casework/screening-visit.entity.js';
import { StudentType } from './student.type.js';
import { StudentLinkEntity } from './register/student-link.entity.js';
import { StudentResolver } from './student.resolver.js';
import { SupportPlanEntity } from './casework/support-plan.entity.js';
import { TokenRevocationEntity } from './access/token-revocation.entity.js';
import { TokenRevocationResolver } from './access/token-revocation.resolver.js';

export const coordination = defineSubgraph({
  name: 'coordination',
  student: StudentType,
  title: { en: "Leading group's office", zh: '控辍保学工作领导小组办公室' },
  entities: [
    SchoolAgeEntryEntity,
    JobWorkerEntity,
    FoundSplitEntity,
    FollowedFeedEntity,
    AheadChildEntity,
    ComparisonRunEntity,
    ComparisonRangeEntity,
    RunKeyEntity,
    RunRecordEntity,
    RunResultEntity,
    ConfirmedChildEntity,
    PublishedChildEntity,
    ScopeChangeEntity,
    DiscrepancyEntity,
    DispositionRecordEntity,
    DiscrepancyTaskEntity,
    PushedDownCaseEntity,
    MatchSuggestionEntity,
    StudentLinkEntity,
    ResponsibilityAssignmentEntity,
    ClassLedgerEntryEntity,
    ScreeningVisitEntity,
    DropoutCaseEntity,
    CaseworkChangeEntity,
    CaseworkFeedEntity,
    SupportPlanEntity,
    PlanMeasureEntity,
    PlanChildEntity,
    PersuasionVisitEntity,
    CaseCauseEntity,
    CaseTaskTeamEntity,
    ReturnPlacementEntity,
    ReturnCheckEntity,
    ObservedAttendanceEntity,
    EnforcementOrderEntity,
    ...ORDER_ENTITIES,
    ...REFERRAL_ENTITIES,
    RiskAssessmentEntity,
    RiskFactorEntity,
    PriorityAreaEntity,
    AidMatchEntity,
    RegisterRunEntity,
    SchoolSiteEntity,
    RetentionCohortEntity,
    PupilTurnoverEntity,
    IndicatorMonthEntity,
    DutyRecordEntity,
    ResponsibilityPledgeEntity,
    MeetingEntity,
    InspectionEntity,
    FollowUpEntity,
    AccountabilityRecordEntity,
    AccessApprovalEntity,
    AccessGrantEntity,
    TokenRevocationEntity,
    PublicationEntity,
  ],
  resolvers: [
    ComparisonRunResolver,
    DiscrepancyResolver,
    DispositionRecordResolver,
    DiscrepancyTaskResolver,
    PushedDownCaseResolver,
    MatchSuggestionResolver,
    StudentResolver,
    StudentRegisterEntryResolver,
    SchoolAgeEntryResolver,
    StudentCaseworkResolver,
    ScreeningVisitResolver,
    DropoutCaseResolver,
    CaseCommandsResolver,
    CaseSupervisionResolver,
    CaseworkChangeResolver,
    SupportPlanResolver,
    PlanChildResolver,
    PlanMeasureResolver,
    EnforcementOrderResolver,
    ...ORDER_RESOLVERS,
    ...REFERRAL_RESOLVERS,
    StudentResponsibilityResolver,
    StudentRiskResolver,
    PriorityAreaResolver,
    RiskAreaResolver,
    StudentAidMatchingResolver,
    AidMatchResolver,
    DivisionResolver,
    IndicatorResolver,
    IndicatorHistoryResolver,
    LedgerResolver,
    LedgerLineResolver,
    LedgerResidenceTotalResolver,
    EnumLabelsResolver,
    DutyResolver,
    MechanismCheckResolver,
    MobilityBulletinResolver,
    MeetingResolver,
    InspectionResolver,
    FollowUpResolver,
    PledgeResolver,
    ResponsibilityGapResolver,
    SupervisionCommandResolver,
    AccessApprovalResolver,
    AccessGrantResolver,
    TokenRevocationResolver,
  ],
  registers: COORDINATION_REGISTERS,
  roster: COORDINATION_ROSTER,
  lists: COORDINATION_LISTS,
  loaders: createCoordinationLoaders,
  work: coordinationWork,
  prepare: readEnumLabels,
  worker: startCoordinationWorker,
  background: startCoordination,
});
