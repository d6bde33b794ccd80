import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { GuardianRelationEnum } from '../_kit/schema/guardian.enums.js';
import { SexEnum } from '../_kit/schema/person.enums.js';

@Holds('GUARDIANS')
@ObjectType('ChildFileGuardian', {
  description: describe('Guardian as the file of the child has it', '监护人(儿童档案)'),
})
export class ChildGuardianType {
  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => GuardianRelationEnum.type, { description: describe('Relation', '与儿童关系') })
  relation!: EnumValue<typeof GuardianRelationEnum>;

  @Field(() => Boolean, {
    description: describe('Looks after the child today', '实际监护人', 'false for parents who work away.'),
  })
  isActualGuardian!: boolean;

  @Field(() => Boolean, {
    description: describe(
      'Legal guardian',
      '法定监护人',
      'false for kin who stand in for parents (代理监护人).',
    ),
  })
  isLegalGuardian!: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe('Telephone, masked', '联系电话(脱敏)', 'null when none is on the file.'),
  })
  maskedPhone!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Entrusted on',
      '委托日期',
      'of a substitute guardian; null where the file does not say.',
    ),
  })
  entrustedOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Commitment signed on', '承诺书签订日期', 'null where the file holds none.'),
  })
  commitmentSignedOn!: string | null;
}

@Holds('WELFARE')
@ObjectType('ChildFile', { description: describe('File of a child', '儿童档案') })
export class ChildFileType {
  @Field(() => String, { description: describe('Name on the file', '姓名') })
  childName!: string;

  @Field(() => SexEnum.type, { description: describe('Sex on the file', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date on the file', '出生日期') })
  birthDate!: string;

  /** Columns behind `guardians` and `residenceDivision`. */
  sourceKey!: string;
  residenceDivisionCode!: string;
}

@Holds('WELFARE')
@ObjectType('ChildFileRegister', { description: describe('Files on one child', '儿童档案登记') })
export class ChildFileRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [ChildFileType], {
    description: describe('Files', '档案', 'two files on one child are a discrepancy.'),
  })
  records!: readonly ChildFileType[];
}
