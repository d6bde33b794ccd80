import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { AidProgrammeEnum, SchoolTermEnum } from './aid-award.enums.js';
import type { AidAward } from './aid-award.entity.js';

@Holds('SCHOOLING')
@ObjectType('AidAward', { description: describe('Award of student aid', '学生资助') })
export class AidAwardType {
  @Field(() => AidProgrammeEnum.type, { description: describe('Programme', '资助项目') })
  programme!: EnumValue<typeof AidProgrammeEnum>;

  @Field(() => Int, { description: describe('Academic year', '学年', 'the year in which it begins.') })
  academicYear!: number;

  @Field(() => SchoolTermEnum.type, { description: describe('Term', '学期') })
  term!: EnumValue<typeof SchoolTermEnum>;

  @Field(() => Float, { description: describe('Amount in yuan', '资助金额(元)', 'for the term.') })
  amountYuan!: number;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '认定日期') })
  decidedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Paid on', '发放日期', 'null until paid.'),
  })
  paidOn!: string | null;
}

export const AidAwardConnectionType = connectionType('AidAward', AidAwardType, {
  en: 'Awards of student aid',
  zh: '学生资助列表',
  detail: 'by the day of decision, newest first.',
});

@InputType('AidAwardFilter', {
  description: describe('Which awards', '资助筛选条件', 'all given conditions hold.'),
})
export class AidAwardFilter {
  @Field(() => String, { nullable: true, description: describe('School identifier code', '学校标识码') })
  school?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Academic year', '学年', 'the year in which it begins.'),
  })
  academicYear?: number | null;

  @Field(() => AidProgrammeEnum.type, { nullable: true, description: describe('Programme', '资助项目') })
  programme?: EnumValue<typeof AidProgrammeEnum> | null;
}

@Holds('SCHOOLING')
@ObjectType('AidRegister', { description: describe('Student-aid register on one child', '资助册') })
export class AidRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [AidAwardType], { description: describe('Awards of this academic year', '本学年资助') })
  current!: readonly AidAward[];

  /** The child's rows, newest first; behind `history`. */
  rows!: readonly AidAward[];
}
