import { Field, ID, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from './body.enums.js';
import { FieldPostEnum, type FieldPost } from './field-visit.enums.js';
import { MeasureOfPlanInput } from './measure-of-plan.input.js';
import type { EvidenceKindEnum } from './disposition.enums.js';
import { ProofKindField, ProofNumberField } from './measure-proof.fields.js';

@InputType('PlanMeasureInput', { description: describe('Measure to be taken', '拟定帮扶措施') })
export class PlanMeasureInput extends MeasureOfPlanInput {
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

  @ProofKindField
  evidenceKind!: EnumValue<typeof EvidenceKindEnum>;

  @ProofNumberField
  evidenceNumber!: string;
}
