import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { GuardianRelationEnum } from '../_kit/schema/guardian.enums.js';

@Holds('GUARDIANS')
@ObjectType('Guardian', { description: describe('Guardian', '监护人', 'as registered with police.') })
export class GuardianType {
  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => GuardianRelationEnum.type, { description: describe('Relation to the child', '与儿童关系') })
  relation!: EnumValue<typeof GuardianRelationEnum>;

  @Field(() => Boolean, {
    description: describe(
      'Legal guardian',
      '法定监护人',
      'false for kin who stand in for parents that are away (代理监护人).',
    ),
  })
  isLegalGuardian!: boolean;

  @Field(() => Boolean, {
    description: describe('Looks after the child today', '实际监护人', 'false for parents who work away.'),
  })
  isActualGuardian!: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe('Phone number, masked', '联系电话(脱敏)', 'null when none is registered.'),
  })
  maskedPhone!: string | null;
}

@Holds('GUARDIANS')
@ObjectType('GuardianRegister', { description: describe('Guardians of one child', '监护人登记册') })
export class GuardianRegisterType {
  @Field(() => RegisterStateType, {
    description: describe(
      'State of the register',
      '名册状态',
      'guardians are items of the residents register.',
    ),
  })
  register!: RegisterState;

  @Field(() => [GuardianType], {
    description: describe('Guardians', '监护人', 'those who look after the child first.'),
  })
  records!: readonly GuardianType[];
}
