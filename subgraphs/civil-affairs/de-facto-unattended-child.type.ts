import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import { connectionType } from '../_kit/schema/connection.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { ParentCircumstanceEnum } from './child-circumstance.enums.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';

@Holds('WELFARE')
@ObjectType('DeFactoUnattendedChild', {
  description: describe(
    'De facto unattended child',
    '事实无人抚养儿童',
    '民发〔2019〕62号: neither parent can raise the child, and it is not an orphan.',
  ),
})
export class DeFactoUnattendedChildType extends DatedRecordType {
  /** Restricted: it can say that a parent is in prison or in rehabilitation. */
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.readRestricted)
  @Holds('RESTRICTED')
  @Field(() => ParentCircumstanceEnum.type, {
    nullable: true,
    description: describe('Circumstance of the father', '父亲情形', 'restricted.'),
  })
  fatherCircumstance!: EnumValue<typeof ParentCircumstanceEnum> | null;

  @RequiresScope(CIVIL_AFFAIRS_SCOPES.readRestricted)
  @Holds('RESTRICTED')
  @Field(() => ParentCircumstanceEnum.type, {
    nullable: true,
    description: describe('Circumstance of the mother', '母亲情形', 'restricted.'),
  })
  motherCircumstance!: EnumValue<typeof ParentCircumstanceEnum> | null;

  @Field(() => Float, { description: describe('Living subsidy per month, in yuan', '月基本生活补贴(元)') })
  monthlyAmountYuan!: number;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const DeFactoUnattendedRegisterType = datedRegisterType(
  'DeFactoUnattendedRegister',
  DeFactoUnattendedChildType,
  { en: 'Register of de facto unattended children on one child', zh: '事实无人抚养儿童登记' },
);

@InputType('DeFactoUnattendedChildFilter', {
  description: describe('Which de facto unattended children', '事实无人抚养儿童筛选条件'),
})
export class DeFactoUnattendedChildFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child is filed, any level', '所在区划代码'),
  })
  division?: string | null;
}

export const DeFactoUnattendedChildConnectionType = connectionType(
  'DeFactoUnattendedChild',
  DeFactoUnattendedChildType,
  { en: 'De facto unattended children', zh: '事实无人抚养儿童列表', detail: 'the latest recognised first.' },
);
