import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { BodyEnum } from './body.enums.js';
import { EvidenceKindEnum } from './disposition.enums.js';
import { FieldPostEnum } from './field-visit.enums.js';
import { ControlApproachEnum, PlanMeasureEnum, PlanScopeEnum } from './support-plan.enums.js';

@Holds('CASEWORK')
@ObjectType('PlanMeasure', { description: describe('Measure of a support plan', '帮扶措施') })
export class PlanMeasureType {
  @Field(() => ID, { description: describe('Id', '措施编号') })
  id!: string;

  @Field(() => Int, { description: describe('Version', '版本', 'to be named by who closes it.') })
  version!: number;

  @Field(() => ControlApproachEnum.type, { description: describe('Approach', '控辍方式') })
  approach!: string;

  @Field(() => PlanMeasureEnum.type, { description: describe('Measure', '措施') })
  measure!: string;

  @Field(() => BodyEnum.type, { description: describe('Who is to do it, or did it', '责任单位') })
  owner!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Due on', '完成时限', 'null where it was done without having been planned.'),
  })
  dueOn!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Done on', '完成日期') })
  doneOn!: string | null;

  @Field(() => FieldPostEnum.type, {
    nullable: true,
    description: describe('Post that is to do it, or did it', '责任岗位', 'null where none was named.'),
  })
  ownerPost!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('To be reviewed on', '复核日期', 'null: with the plan.'),
  })
  reviewOn!: string | null;

  @Field(() => EvidenceKindEnum.type, {
    nullable: true,
    description: describe(
      'Paper that shows that it was done',
      '佐证材料类别',
      'null where none is on record.',
    ),
  })
  evidenceKind!: string | null;

  @Field(() => String, { nullable: true, description: describe('Number of that paper', '佐证材料编号') })
  evidenceNumber!: string | null;
}

@Holds('CASEWORK')
@ObjectType('SupportPlan', { description: describe('Support plan', '一生一案、一家一案') })
export class SupportPlanType {
  @Field(() => String, { description: describe('Number', '方案编号') })
  planNumber!: string;

  @Field(() => PlanScopeEnum.type, { description: describe('For one pupil or one household', '方案范围') })
  scope!: string;

  @Field(() => IsoDateScalar, { description: describe('Drawn up on', '制定日期') })
  drawnUpOn!: string;

  @Field(() => IsoDateScalar, { description: describe('To be reviewed on', '复核日期') })
  reviewOn!: string;

  @Field(() => Int, {
    description: describe(
      'How many children it is for',
      '方案对象人数',
      'those beyond the reach of who asks are counted, and not listed.',
    ),
  })
  childCount!: number;
}
