import { defineSubgraph } from '../_kit/define-subgraph.js';
import {
  DropoutCaseResolver,
  ScreeningVisitResolver,
  StudentCaseworkResolver,
  SupportPlanResolver,
} from './casework.resolver.js';
import { AccessApprovalEntity } from './access-approval.entity.js';
import { AccessApprovalResolver } from './access-approval.resolver.js';
import { AccessGrantEntity } from './access-grant.entity.js';
import { AccessGrantResolver } from './access-grant.resolver.js';
import { startAccessPublisher } from './access-publisher.js';
import { ClassLedgerEntryEntity } from './class-ledger-entry.entity.js';
import { DivisionResolver } from './division.resolver.js';
import { DropoutCaseEntity } from './dropout-case.entity.js';
import { EnforcementOrderEntity } from './enforcement-order.entity.js';
import { EnforcementOrderResolver } from './enforcement-order.resolver.js';
import { EnumLabelsResolver } from './enum-labels.resolver.js';
import { readEnumLabels } from './enum-labels.js';
import { IndicatorResolver } from './indicator.resolver.js';
import { createCoordinationLoaders } from './loaders.js';
import { PersuasionVisitEntity } from './persuasion-visit.entity.js';
import { PlanMeasureEntity } from './plan-measure.entity.js';
import { PublicationEntity } from './publication.entity.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralResolver } from './referral.resolver.js';
import { RegisterRunEntity } from './register-run.entity.js';
import { COORDINATION_REGISTERS } from './registers.js';
import { ResponsibilityAssignmentEntity } from './responsibility-assignment.entity.js';
import { StudentResponsibilityResolver } from './responsibility.resolver.js';
import { RiskAssessmentEntity } from './risk-assessment.entity.js';
import { RiskFactorEntity } from './risk-factor.entity.js';
import { StudentRiskResolver } from './risk.resolver.js';
import { SchoolAgeEntryEntity } from './school-age-entry.entity.js';
import { SchoolAgeEntryResolver, StudentRegisterEntryResolver } from './school-age-entry.resolver.js';
import { ScreeningVisitEntity } from './screening-visit.entity.js';
import { StudentType } from './student.type.js';
import { StudentLinkEntity } from './student-link.entity.js';
import { StudentResolver } from './student.resolver.js';
import { SupportPlanEntity } from './support-plan.entity.js';
import { TokenRevocationEntity } from './token-revocation.entity.js';
import { TokenRevocationResolver } from './token-revocation.resolver.js';

export const coordination = defineSubgraph({
  name: 'coordination',
  student: StudentType,
  title: { en: "Leading group's office", zh: '控辍保学工作领导小组办公室' },
  entities: [
    SchoolAgeEntryEntity,
    StudentLinkEntity,
    ResponsibilityAssignmentEntity,
    ClassLedgerEntryEntity,
    ScreeningVisitEntity,
    DropoutCaseEntity,
    SupportPlanEntity,
    PlanMeasureEntity,
    PersuasionVisitEntity,
    EnforcementOrderEntity,
    ReferralEntity,
    RiskAssessmentEntity,
    RiskFactorEntity,
    RegisterRunEntity,
    AccessApprovalEntity,
    AccessGrantEntity,
    TokenRevocationEntity,
    PublicationEntity,
  ],
  resolvers: [
    StudentResolver,
    StudentRegisterEntryResolver,
    SchoolAgeEntryResolver,
    StudentCaseworkResolver,
    ScreeningVisitResolver,
    DropoutCaseResolver,
    SupportPlanResolver,
    EnforcementOrderResolver,
    ReferralResolver,
    StudentResponsibilityResolver,
    StudentRiskResolver,
    DivisionResolver,
    IndicatorResolver,
    EnumLabelsResolver,
    AccessApprovalResolver,
    AccessGrantResolver,
    TokenRevocationResolver,
  ],
  registers: COORDINATION_REGISTERS,
  loaders: createCoordinationLoaders,
  prepare: readEnumLabels,
  background: startAccessPublisher,
});
