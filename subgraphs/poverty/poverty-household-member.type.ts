import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { SexEnum } from '../_kit/schema/person.enums.js';

@Holds('POVERTY')
@ObjectType('PovertyHouseholdMember', {
  description: describe('Child of a poverty or monitored household', '建档立卡户未成年成员'),
})
export class PovertyHouseholdMemberType {
  @Field(() => String, { description: describe('Name as recorded', '姓名') })
  childName!: string;

  @Field(() => SexEnum.type, { description: describe('Sex as recorded', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date as recorded', '出生日期') })
  birthDate!: string;

  /** Columns behind `student` and `residenceDivision`. */
  studentId!: string;
  residenceDivisionCode!: string;
}
