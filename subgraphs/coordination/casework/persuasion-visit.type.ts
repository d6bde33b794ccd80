import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { FieldPostEnum, MetPersonEnum, PersuasionResultEnum, VisitPlaceEnum } from './field-visit.enums.js';

@Holds('CASEWORK')
@ObjectType('PersuasionVisit', { description: describe('Visit to bring a child back to school', '劝返') })
export class PersuasionVisitType {
  @Field(() => IsoDateScalar, { description: describe('Visited on', '劝返日期') })
  visitedOn!: string;

  @Field(() => [FieldPostEnum.type], { description: describe('Posts that took part', '参加人员') })
  participants!: readonly string[];

  @Field(() => VisitPlaceEnum.type, { description: describe('Place', '地点') })
  place!: string;

  @Field(() => PersuasionResultEnum.type, { description: describe('Result', '结果') })
  result!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Day by which the family promised the return', '承诺复学日期'),
  })
  committedTo!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Next visit', '下次劝返日期') })
  nextVisitOn!: string | null;

  @Field(() => [MetPersonEnum.type], {
    nullable: true,
    description: describe('Whom it met', '见到的人', 'relations to the child; null where nobody noted it.'),
  })
  met!: readonly string[] | null;
}
