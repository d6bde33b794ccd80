import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { ContactChannelEnum, ContactOutcomeEnum } from './guardian-contact.enums.js';

@Holds('SCHOOLING')
@ObjectType('GuardianContact', {
  description: describe(
    'Contact with the guardian about an absence',
    '联系监护人',
    'by the class teacher, when a child is absent without excuse.',
  ),
})
export class GuardianContactType {
  @Field(() => IsoDateScalar, { description: describe('Day of the absence', '缺勤日期') })
  absentOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Contacted on', '联系日期') })
  contactedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Class teacher', '班主任', 'null where the class has none on its list.'),
  })
  teacherName!: string | null;

  @Field(() => ContactChannelEnum.type, { description: describe('How', '联系方式') })
  channel!: EnumValue<typeof ContactChannelEnum>;

  @Field(() => ContactOutcomeEnum.type, { description: describe('What it brought', '联系结果') })
  outcome!: EnumValue<typeof ContactOutcomeEnum>;
}
