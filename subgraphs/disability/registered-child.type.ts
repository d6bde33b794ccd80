import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { SexEnum } from '../_kit/schema/person.enums.js';

@Holds('DISABILITY')
@ObjectType('DisabilityRegisterEntry', {
  description: describe(
    'Who a record is about',
    '在册人员',
    'as the federation wrote it; it may differ from the household register.',
  ),
})
export class RegisteredChildType {
  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date', '出生日期') })
  birthDate!: string;

  /** Column behind `residenceDivision`. */
  residenceDivisionCode!: string;
}
