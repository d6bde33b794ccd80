import { Field, ID, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from './body.enums.js';
import { FieldPostEnum, type FieldPost } from './field-visit.enums.js';
import {
  ControlApproachEnum,
  PlanMeasureEnum,
  PlanScopeEnum,
  type ControlApproach,
  type PlanMeasureKind,
} from './support-plan.enums.js';
import { EvidenceKindEnum } from './disposition.enums.js';

@InputType('PlanMeasureInput', { description: describe('Measure to be taken', '拟定帮扶措施') })
export class PlanMeasureInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => PlanScopeEnum.type, {
    description: describe(
      'Plan',
      '方案范围',
      "the child's or the household's; drawn up where there is none.",
    ),
  })
  scope!: EnumValue<typeof PlanScopeEnum>;

  @Field(() => ControlApproachEnum.type, { description: describe('Approach', '控辍方式') })
  approach!: ControlApproach;

  @Field(() => PlanMeasureEnum.type, { description: describe('Measure', '措施') })
  measure!: PlanMeasureKind;

  @Field(() => BodyEnum.type, { description: describe('Who is to do it', '责任单位') })
  owner!: Body;

  @Field(() => FieldPostEnum.type, {
    nullable: true,
    description: describe('Post that is to do it', '责任岗位'),
  })
  ownerPost?: FieldPost | null;

  @Field(() => IsoDateScalar, { description: describe('Due on', '完成时限', 'today or later.') })
  dueOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('To be reviewed on', '复核日期', 'today or later.'),
  })
  reviewOn?: string | null;
}

@InputType('CloseMeasureInput', { description: describe('Measure that was done', '帮扶措施办结') })
export class CloseMeasureInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Measure', '措施编号') })
  measureId!: string;

  @Field(() => Int, { description: describe('Version that was looked at', '所见版本') })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, { description: describe('Done on', '完成日期', 'today at the latest.') })
  doneOn!: string;

  @Field(() => EvidenceKindEnum.type, {
    description: describe('Kind of the paper that shows it', '佐证材料类别'),
  })
  evidenceKind!: EnumValue<typeof EvidenceKindEnum>;

  @Field(() => String, {
    description: describe(
      'Number of the paper',
      '佐证材料编号',
      'up to 64 characters, never a resident number.',
    ),
  })
  evidenceNumber!: string;
}
