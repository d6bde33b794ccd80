import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import {
  EarlyMarriageFollowUpEnum,
  EarlyMarriageResultEnum,
  ScreeningBodyEnum,
} from './child-circumstance.enums.js';

@Holds('RESTRICTED')
@ObjectType('EarlyMarriageScreening', {
  description: describe('Screening for early marriage and childbearing', '早婚早育排查', 'restricted.'),
})
export class EarlyMarriageScreeningType {
  @Field(() => IsoDateScalar, { description: describe('Screened on', '排查日期') })
  screenedOn!: string;

  @Field(() => ScreeningBodyEnum.type, { description: describe('Who screened', '排查单位') })
  body!: EnumValue<typeof ScreeningBodyEnum>;

  @Field(() => EarlyMarriageResultEnum.type, { description: describe('Result', '排查结果') })
  result!: EnumValue<typeof EarlyMarriageResultEnum>;

  @Field(() => EarlyMarriageFollowUpEnum.type, {
    nullable: true,
    description: describe('Follow-up', '后续处置', 'null while nothing was decided.'),
  })
  followUp!: EnumValue<typeof EarlyMarriageFollowUpEnum> | null;
}

@Holds('RESTRICTED')
@ObjectType('EarlyMarriageScreeningRegister', {
  description: describe('Early-marriage screenings of one child', '早婚早育排查登记', 'restricted.'),
})
export class EarlyMarriageScreeningRegisterType {
  @Field(() => RegisterStateType, {
    description: describe('State of the register', '名册状态', 'no record means not screened, not "none".'),
  })
  register!: RegisterState;

  @Field(() => [EarlyMarriageScreeningType], {
    description: describe('Screenings', '排查记录', 'the latest first.'),
  })
  records!: readonly EarlyMarriageScreeningType[];
}
