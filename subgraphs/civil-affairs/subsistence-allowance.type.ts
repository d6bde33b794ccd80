import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';
import { AllowanceAreaEnum, AllowanceCategoryEnum } from './relief.enums.js';

@Holds('WELFARE')
@ObjectType('SubsistenceAllowance', {
  description: describe(
    'Subsistence allowance',
    '最低生活保障',
    'awarded to a household and entered for each child it covers: a sum must count a household once.',
  ),
})
export class SubsistenceAllowanceType extends DatedRecordType {
  @Field(() => ID, {
    description: describe(
      "Household by civil affairs' own key",
      '低保户编号',
      'not the household number of the police.',
    ),
  })
  householdCode!: string;

  @Field(() => AllowanceAreaEnum.type, { description: describe('Urban or rural', '城乡类别') })
  area!: EnumValue<typeof AllowanceAreaEnum>;

  @Field(() => AllowanceCategoryEnum.type, { description: describe('Category', '低保分类') })
  category!: EnumValue<typeof AllowanceCategoryEnum>;

  @Field(() => Int, { description: describe('Persons covered', '保障人数') })
  personsCovered!: number;

  @Field(() => Float, {
    description: describe('Amount for the household per month, in yuan', '户月保障金额(元)'),
  })
  monthlyAmountYuan!: number;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const SubsistenceAllowanceRegisterType = datedRegisterType(
  'SubsistenceAllowanceRegister',
  SubsistenceAllowanceType,
  { en: 'Allowances that cover one child', zh: '最低生活保障登记' },
);

@InputType('SubsistenceAllowanceFilter', { description: describe('Which allowances', '低保筛选条件') })
export class SubsistenceAllowanceFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child is filed, any level', '所在区划代码'),
  })
  division?: string | null;

  @Field(() => AllowanceAreaEnum.type, {
    nullable: true,
    description: describe('Urban or rural', '城乡类别'),
  })
  area?: EnumValue<typeof AllowanceAreaEnum> | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Those that hold today, or those that ended', '是否在保', 'both when left out.'),
  })
  isCurrent?: boolean | null;
}

export const SubsistenceAllowanceConnectionType = connectionType(
  'SubsistenceAllowance',
  SubsistenceAllowanceType,
  { en: 'Subsistence allowances by child covered', zh: '低保列表', detail: 'the latest first.' },
);
