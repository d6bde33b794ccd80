import type { VisitPlan } from '../../policies/visit-plan.js';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe } from '../_kit/schema/label.js';
import { VisitPlanType } from '../_kit/schema/visit-plan.type.js';
import type { HomeMedicalVisit } from './home-medical-visit.entity.js';

@Holds('DISABILITY')
@ObjectType('HomeMedicalVisit', {
  description: describe(
    'Home medical visit',
    '送医上门',
    'to a severely disabled child who cannot leave home.',
  ),
})
export class HomeMedicalVisitType {
  @Field(() => IsoDateScalar, { description: describe('Visited on', '上门日期') })
  visitedOn!: string;

  @Field(() => String, { description: describe('Institution', '送医机构') })
  institution!: string;

  /** Columns behind `student` and `recordedIdentity`. */
  studentId!: string;
  sourceKey!: string;
}

@Holds('DISABILITY')
@ObjectType('HomeMedicalVisitRegister', {
  description: describe('Home medical visits to one child', '送医上门记录'),
})
export class HomeMedicalVisitRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => HomeMedicalVisitType, {
    nullable: true,
    description: describe('Latest visit', '最近一次送医'),
  })
  latest!: HomeMedicalVisitType | null;

  @Field(() => VisitPlanType, {
    nullable: true,
    description: describe(
      'Visits against their plan',
      '送医上门计划',
      'null unless the child is severely disabled and is not to go to a school.',
    ),
  })
  plan!: VisitPlan | null;

  /** Rows behind `visits`, latest first. */
  rows!: readonly HomeMedicalVisit[];
}

@InputType('HomeMedicalVisitFilter', { description: describe('Which visits', '送医上门筛选条件') })
export class HomeMedicalVisitFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of residence, any level', '居住地区划代码'),
  })
  division?: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('First day', '起始日期', 'included.') })
  from?: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Last day', '截止日期', 'included.') })
  to?: string | null;
}

export const HomeMedicalVisitConnectionType = connectionType('HomeMedicalVisit', HomeMedicalVisitType, {
  en: 'Home medical visits',
  zh: '送医上门列表',
  detail: 'the latest first.',
});
