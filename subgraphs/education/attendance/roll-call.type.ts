import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { RollCallResultEnum } from './roll-call.enums.js';

@Holds('SCHOOLING')
@ObjectType('RollCallFinding', { description: describe('Finding of a roll-call on one child', '点名记录') })
export class RollCallFindingType {
  @Field(() => IsoDateScalar, { description: describe('Called on', '点名日期') })
  calledOn!: string;

  @Field(() => RollCallResultEnum.type, { description: describe('What was found', '点名结果') })
  finding!: EnumValue<typeof RollCallResultEnum>;
}

@Holds('SCHOOLING')
@ObjectType('RollCall', {
  description: describe('Roll-call of a class by its roster', '进班点名', 'every March and September.'),
})
export class RollCallType {
  @Field(() => IsoDateScalar, { description: describe('Called on', '点名日期') })
  calledOn!: string;

  @Field(() => Int, { description: describe('Pupils on the roster', '在册人数') })
  rosterCount!: number;

  @Field(() => Int, { description: describe('Of them present', '实到人数') })
  presentCount!: number;

  @Field(() => Int, { description: describe('In class without being on the roster', '无籍就读人数') })
  extraCount!: number;

  @Field(() => String, { nullable: true, description: describe('Who called the roll', '点名人') })
  callerName!: string | null;
}

export const RollCallConnectionType = connectionType('RollCall', RollCallType, {
  en: 'Roll-calls of a school',
  zh: '点名列表',
  detail: 'newest first, then by class.',
});

@Holds('SCHOOLING')
@ObjectType('RollCallRegister', { description: describe('Roll-call register on one child', '点名册') })
export class RollCallRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => RollCallFindingType, {
    nullable: true,
    description: describe('Latest finding', '最近一次点名结果'),
  })
  latest!: RollCallFindingType | null;

  @Field(() => [RollCallFindingType], {
    description: describe('All findings', '全部点名记录', 'newest first; two a year.'),
  })
  records!: readonly RollCallFindingType[];
}
