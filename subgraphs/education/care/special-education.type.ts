import type { VisitPlan } from '../../../policies/visit-plan.js';
import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { VisitPlanType } from '../../_kit/schema/visit-plan.type.js';
import type { HomeTeachingVisit } from './home-teaching-visit.entity.js';
import { EducationPlacementModeEnum, HomeTeachingContentEnum } from './special-education.enums.js';

@Holds('DISABILITY')
@ObjectType('EducationPlacement', {
  description: describe('Placement of a child with a disability', '教育安置'),
})
export class EducationPlacementType {
  @Field(() => EducationPlacementModeEnum.type, { description: describe('Where it is taught', '安置方式') })
  mode!: EnumValue<typeof EducationPlacementModeEnum>;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '安置日期') })
  decidedOn!: string;

  /** Column behind `policyClause`. */
  schoolCode!: string;
}

@Holds('DISABILITY')
@ObjectType('HomeTeachingVisit', { description: describe('Home-teaching visit', '送教上门记录') })
export class HomeTeachingVisitType {
  @Field(() => IsoDateScalar, { description: describe('Visited on', '送教日期') })
  visitedOn!: string;

  @Field(() => Float, { description: describe('Lessons in hours', '送教课时') })
  hours!: number;

  @Field(() => HomeTeachingContentEnum.type, { description: describe('Content', '送教内容') })
  content!: EnumValue<typeof HomeTeachingContentEnum>;
}

export const HomeTeachingVisitConnectionType = connectionType('HomeTeachingVisit', HomeTeachingVisitType, {
  en: 'Home-teaching visits',
  zh: '送教上门列表',
  detail: 'newest first.',
});

@InputType('HomeTeachingVisitFilter', {
  description: describe('Which home-teaching visits', '送教筛选条件', 'all given conditions hold.'),
})
export class HomeTeachingVisitFilter {
  @Field(() => String, { nullable: true, description: describe('School identifier code', '学校标识码') })
  school?: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('From this day on', '起始日期') })
  from?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Up to this day', '截止日期', 'the day itself included.'),
  })
  to?: string | null;
}

@Holds('DISABILITY')
@ObjectType('SpecialEducationRegister', {
  description: describe(
    'Special-education register on one child',
    '特殊教育台账',
    'placements and home teaching together; a visit without a placement is found, too.',
  ),
})
export class SpecialEducationRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => EducationPlacementType, {
    nullable: true,
    description: describe('Present placement', '当前安置', 'the one decided last.'),
  })
  placement!: EducationPlacementType | null;

  @Field(() => [EducationPlacementType], {
    description: describe('All placements', '历次安置', 'newest first.'),
  })
  placements!: readonly EducationPlacementType[];

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Last home-teaching visit', '最近送教日期', 'null without any.'),
  })
  lastVisitedOn!: string | null;

  @Field(() => VisitPlanType, {
    nullable: true,
    description: describe(
      'Home teaching against its plan',
      '送教上门计划',
      'null unless the present placement is home teaching.',
    ),
  })
  homeTeachingPlan!: VisitPlan | null;

  /** The child's visits, newest first; behind `homeTeachingVisits`. */
  visits!: readonly HomeTeachingVisit[];
}
