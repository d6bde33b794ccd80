import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { DropoutCaseType } from './dropout-case.type.js';
import { SupportPlanType } from './support-plan.type.js';
import { EnforcementOrderType } from './enforcement-order.type.js';
import { ReferralType } from '../referrals/referral.type.js';
import { FieldPostEnum } from './field-visit.enums.js';
import { EvidenceKindEnum } from './disposition.enums.js';

@Holds('CASEWORK')
@ObjectType('ScreeningEvidence', {
  description: describe('Paper that a screening brought back', '佐证材料', 'the file stays with its issuer.'),
})
export class ScreeningEvidenceType {
  @Field(() => EvidenceKindEnum.type, { description: describe('Kind', '材料类别') })
  kind!: string;

  @Field(() => String, { description: describe('Number', '编号') })
  number!: string;

  @Field(() => String, { description: describe('Issuer', '出具单位') })
  issuer!: string;

  @Field(() => IsoDateScalar, { description: describe('Issued on', '出具日期') })
  issuedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'SHA-256 of the file',
      '文件哈希值(SHA-256)',
      'hexadecimal; null for paper that nobody scanned.',
    ),
  })
  sha256?: string | null;
}

@Holds('CASEWORK')
@ObjectType('ScreeningVisit', { description: describe('Screening visit to a home', '入户摸排') })
export class ScreeningVisitType {
  @Field(() => IsoDateScalar, { description: describe('Visited on', '摸排日期') })
  visitedOn!: string;

  @Field(() => FieldPostEnum.type, { description: describe('Post of the visitor', '摸排人员') })
  visitorPost!: string;

  /** Shown through a resolver, which leaves out what only another agency may tell. */
  readonly proposedDisposition!: string | null;
  readonly evidence!: readonly ScreeningEvidenceType[];
  readonly residenceDivisionCode!: string | null;
  readonly studentId!: string;
}

@Holds('CASEWORK')
@ObjectType('Casework', {
  description: describe(
    'Casework on a child',
    '个案办理',
    'what people on the ground found and did. No record means that nobody has had a reason to visit.',
  ),
})
export class CaseworkType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => DropoutCaseType, {
    nullable: true,
    description: describe('Open case', '在办个案', 'the latest that is not closed.'),
  })
  current!: DropoutCaseType | null;

  @Field(() => [DropoutCaseType], { description: describe('All cases', '全部个案', 'latest first.') })
  cases!: readonly DropoutCaseType[];

  @Field(() => [ScreeningVisitType], {
    description: describe('Screening visits', '摸排记录', 'latest first.'),
  })
  screenings!: readonly ScreeningVisitType[];

  @Field(() => [EnforcementOrderType], {
    description: describe('Notices and orders', '法律文书', 'latest first.'),
  })
  orders!: readonly EnforcementOrderType[];

  @Field(() => [ReferralType], { description: describe('Referrals', '转办', 'latest first.') })
  referrals!: readonly ReferralType[];

  @Field(() => [SupportPlanType], {
    description: describe('Support plans', '帮扶方案', 'with or without a case, latest first.'),
  })
  plans!: readonly SupportPlanType[];
}

@InputType('ScreeningFilter', { description: describe('Which screening visits', '摸排筛选条件') })
export class ScreeningFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division in which the child lives or is registered, any level', '区划代码'),
  })
  division?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Visited on this day or later', '摸排日期起'),
  })
  visitedFrom?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Whether the visit brought an answer that is shown', '是否有结论'),
  })
  hasAnswer?: boolean | null;
}

export const ScreeningConnectionType = connectionType('Screening', ScreeningVisitType, {
  en: 'Screening visits',
  zh: '摸排列表',
  detail: 'the latest first.',
});
