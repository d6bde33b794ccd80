import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { StudyAreaEnum } from './study-elsewhere.enums.js';

@Holds('SCHOOLING')
@ObjectType('StudyElsewhere', {
  description: describe('Studying outside the county', '县外就读', 'answer of the national status system.'),
})
export class StudyElsewhereType {
  @Field(() => StudyAreaEnum.type, { description: describe('Where, seen from this county', '就读区域') })
  area!: EnumValue<typeof StudyAreaEnum>;

  @Field(() => String, {
    nullable: true,
    description: describe('County code, 6 digits', '就读地县级代码', 'null abroad.'),
  })
  countyCode!: string | null;

  @Field(() => String, { description: describe('Name of the place', '就读地名称') })
  placeName!: string;

  @Field(() => String, { description: describe('Name of the school', '就读学校') })
  schoolName!: string;

  @Field(() => Int, { description: describe('Grade', '就读年级') })
  grade!: number;

  @Field(() => IsoDateScalar, { description: describe('Checked on', '核查日期') })
  checkedOn!: string;
}

@Holds('SCHOOLING')
@ObjectType('StudyElsewhereRegister', {
  description: describe('Register of study outside the county on one child', '县外就读核查册'),
})
export class StudyElsewhereRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => StudyElsewhereType, { nullable: true, description: describe('Latest answer', '最近核查结果') })
  current!: StudyElsewhereType | null;

  @Field(() => [StudyElsewhereType], {
    description: describe('All answers', '历次核查结果', 'newest first.'),
  })
  history!: readonly StudyElsewhereType[];
}
