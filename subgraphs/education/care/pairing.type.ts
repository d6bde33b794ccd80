import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { PairingKindEnum } from './pairing.enums.js';

@Holds('SCHOOLING')
@ObjectType('Pairing', { description: describe('Pairing support', '结对帮扶') })
export class PairingType {
  @Field(() => PairingKindEnum.type, { description: describe('Kind', '结对类型') })
  kind!: EnumValue<typeof PairingKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('From', '开始日期') })
  from!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until', '结束日期', 'null while it has no end.'),
  })
  until!: string | null;

  @Field(() => String, { description: describe('Partner', '结对人') })
  partnerName!: string;
}

@Holds('SCHOOLING')
@ObjectType('PairingRegister', { description: describe('Pairing register on one child', '结对帮扶册') })
export class PairingRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [PairingType], { description: describe('Pairings of today', '当前结对') })
  current!: readonly PairingType[];

  @Field(() => [PairingType], { description: describe('All pairings', '历次结对', 'newest first.') })
  records!: readonly PairingType[];
}
