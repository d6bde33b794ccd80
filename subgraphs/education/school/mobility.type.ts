import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import type { SchoolMobility } from './mobility.loader.js';

@Holds('SCHOOLING')
@ObjectType('SchoolMobility', {
  description: describe(
    'Movements of pupils of a school within one month',
    '流动学生情况',
    'counted from status changes; what a monthly report states can be held against it.',
  ),
})
export class SchoolMobilityType implements SchoolMobility {
  @Field(() => String, { description: describe('Month', '月份', 'YYYY-MM.') })
  month!: string;

  @Field(() => Int, { description: describe('Transferred in', '转入') })
  movedIn!: number;

  @Field(() => Int, { description: describe('Transferred out', '转出') })
  movedOut!: number;

  @Field(() => Int, {
    description: describe('Lost', '流失', 'dropped out, withdrawn or expelled.'),
  })
  lost!: number;

  @Field(() => Int, { description: describe('Returned', '复学') })
  returned!: number;

  @Field(() => Int, { description: describe('Suspended', '休学') })
  suspended!: number;

  @Field(() => Boolean, {
    description: describe(
      'Whether the register covers the month to its end',
      '数据是否完整',
      'false while later changes may be missing.',
    ),
  })
  isComplete!: boolean;
}
