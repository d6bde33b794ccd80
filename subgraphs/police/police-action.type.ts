import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { PoliceActionKindEnum, PoliceActionRoleEnum } from './case.enums.js';

@Holds('HOUSEHOLD')
@ObjectType('PoliceAction', {
  description: describe(
    'Police action about schooling',
    '公安处置',
    'to others than its holders a child has a support need and no more.',
  ),
})
export class PoliceActionType {
  @Field(() => PoliceActionKindEnum.type, { description: describe('Kind', '类别') })
  kind!: EnumValue<typeof PoliceActionKindEnum>;

  @Field(() => PoliceActionRoleEnum.type, { description: describe('Part of the child in it', '涉案身份') })
  role!: EnumValue<typeof PoliceActionRoleEnum>;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '决定日期') })
  decidedOn!: string;

  @Field(() => String, { description: describe('Number of the document', '文书编号') })
  documentNumber!: string;
}

@Holds('HOUSEHOLD')
@ObjectType('PoliceActionRegister', {
  description: describe('Police actions about the schooling of one child', '公安处置记录'),
})
export class PoliceActionRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => PoliceActionType, { nullable: true, description: describe('Latest', '最近一次') })
  current!: PoliceActionType | null;

  @Field(() => [PoliceActionType], { description: describe('All', '全部记录', 'latest first.') })
  records!: readonly PoliceActionType[];
}
