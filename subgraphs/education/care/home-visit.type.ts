import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import type { HomeVisit } from './home-visit.entity.js';
import { HomeVisitFindingEnum, HomeVisitOccasionEnum, HomeVisitorPostEnum } from './home-visit.enums.js';

@Holds('SCHOOLING')
@ObjectType('HomeVisit', { description: describe("Teacher's home visit", '家访') })
export class HomeVisitType {
  @Field(() => IsoDateScalar, { description: describe('Visited on', '家访日期') })
  visitedOn!: string;

  @Field(() => HomeVisitorPostEnum.type, { description: describe('Post of the visitor', '家访人员') })
  visitorPost!: EnumValue<typeof HomeVisitorPostEnum>;

  @Field(() => HomeVisitOccasionEnum.type, { description: describe('Occasion', '家访事由') })
  occasion!: EnumValue<typeof HomeVisitOccasionEnum>;

  @Field(() => Boolean, { description: describe('Whether a guardian was met', '是否见到监护人') })
  guardianMet!: boolean;

  @Field(() => String, { nullable: true, description: describe('Visitor', '家访教师') })
  visitorName!: string | null;

  @Field(() => [HomeVisitFindingEnum.type], {
    nullable: true,
    description: describe('Findings', '家访发现', 'null where none were written down.'),
  })
  findings!: readonly EnumValue<typeof HomeVisitFindingEnum>[] | null;
}

export const HomeVisitConnectionType = connectionType('HomeVisit', HomeVisitType, {
  en: 'Home visits',
  zh: '家访列表',
  detail: 'newest first.',
});

@Holds('SCHOOLING')
@ObjectType('HomeVisitRegister', { description: describe('Home-visit register on one child', '家访册') })
export class HomeVisitRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => HomeVisitType, { nullable: true, description: describe('Latest visit', '最近一次家访') })
  latest!: HomeVisitType | null;

  /** The child's rows, newest first; behind `visits`. */
  rows!: readonly HomeVisit[];
}
