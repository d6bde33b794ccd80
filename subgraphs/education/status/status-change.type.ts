import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { StatusChangeKindEnum } from './student-status.enums.js';

@Holds('SCHOOLING')
@ObjectType('StatusChange', { description: describe('Change of student status', '学籍异动') })
export class StatusChangeType {
  @Field(() => StatusChangeKindEnum.type, { description: describe('Kind', '异动类别') })
  kind!: EnumValue<typeof StatusChangeKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('Changed on', '异动日期') })
  changedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Completed on',
      '办结日期',
      'null while a transfer waits for the receiving school.',
    ),
  })
  completedOn!: string | null;

  /** Columns behind `fromSchool` and `toSchool`. */
  fromSchoolCode!: string | null;
  toSchoolCode!: string | null;

  /** Column behind `student`. */
  studentId!: string;
}
