import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';

@Holds('IDENTITY')
@ObjectType('ListedChild', {
  description: describe(
    'Child named by a list, without a student status',
    '无学籍在册儿童',
    'as a roll-call, an approval or the national system writes it.',
  ),
})
export class ListedChildType {
  @Field(() => String, { description: describe('Name on the list', '姓名') })
  name!: string;

  @Field(() => SexEnum.type, { description: describe('Sex on the list', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date on the list', '出生日期') })
  birthDate!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Resident ID number, masked', '身份证件号(脱敏)', 'null where the list has none.'),
  })
  maskedResidentIdNumber!: string | null;
}
