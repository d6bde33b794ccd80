import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import type { DutyNode } from './duty-node.js';

@Holds('NONE')
@ObjectType('MobilityBulletin', {
  description: describe(
    'Movements and losses of pupils in one quarter',
    '学生流动、流失情况季度通报',
    "the sum over the schools' monthly reports.",
  ),
})
export class MobilityBulletinType {
  @Field(() => String, { description: describe('Quarter', '季度', 'such as 2026Q3.') })
  quarter!: string;

  @Field(() => Int, { description: describe('Reports that the quarter asks for', '应报数') })
  reportsDue!: number;

  @Field(() => Int, { description: describe('Reports handed in', '已报数') })
  reportsReceived!: number;

  @Field(() => Int, { description: describe('Of those, the ones that state the figures', '其中数据齐全数') })
  reportsWithFigures!: number;

  @Field(() => Int, { nullable: true, description: describe('Came in', '流入', 'null when no report says.') })
  movedIn!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Moved out', '流出', 'null when no report says.'),
  })
  movedOut!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Lost', '流失', 'null when no report says.') })
  lost!: number | null;

  @Field(() => Boolean, {
    description: describe('Whether every report is in, with its figures', '是否完整'),
  })
  isComplete!: boolean;

  /** Behind the list of the same name. */
  readonly missing!: readonly DutyNode[];
}
