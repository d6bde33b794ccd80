import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import type { CaseFigures, PlaceFigures } from './case-figures.js';

@Holds('NONE')
@ObjectType('CaseFigures', {
  description: describe(
    'How well suspicions are verified and children brought back',
    '核查和劝返复学工作成效',
  ),
})
export class CaseFiguresType implements CaseFigures {
  @Field(() => Int, {
    description: describe('Cases opened', '立案数', 'each began with a suspicion or more.'),
  })
  cases!: number;

  @Field(() => Int, { description: describe('Verified', '已核查数') })
  verified!: number;

  @Field(() => Int, { description: describe('Confirmed', '确认失学辍学数') })
  confirmed!: number;

  @Field(() => Int, {
    description: describe(
      'Returned of the confirmed',
      '劝返复学数',
      'who stayed away again is not among them.',
    ),
  })
  returned!: number;

  @Field(() => Int, { description: describe('Closed out', '销号数') })
  closed!: number;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Days from opening to closing, on average',
      '平均办结天数',
      'null while none is closed.',
    ),
  })
  averageDaysToClose!: number | null;
}

@Holds('NONE')
@ObjectType('PlaceCaseFigures', {
  description: describe('The same of one township or school', '分乡镇、分学校工作成效'),
})
export class PlaceCaseFiguresType extends CaseFiguresType implements PlaceFigures {
  @Field(() => String, {
    nullable: true,
    description: describe(
      'Township or school',
      '乡镇(街道)或学校代码',
      'null for children who never went to a school.',
    ),
  })
  code!: string | null;
}

@Holds('NONE')
@ObjectType('AreaCaseFigures', {
  description: describe('Effectiveness of verification and return in an area', '区域核查和劝返复学工作成效'),
})
export class AreaCaseFiguresType {
  @Field(() => CaseFiguresType, { description: describe('Of the whole area', '合计') })
  total!: CaseFiguresType;

  @Field(() => [PlaceCaseFiguresType], { description: describe('Of each township', '分乡镇(街道)') })
  townships!: readonly PlaceCaseFiguresType[];

  @Field(() => [PlaceCaseFiguresType], { description: describe('Of each last school', '分学校') })
  schools!: readonly PlaceCaseFiguresType[];
}
