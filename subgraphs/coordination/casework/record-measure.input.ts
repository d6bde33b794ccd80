import { Field, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from './body.enums.js';
import type { EvidenceKindEnum } from './disposition.enums.js';
import { ProofKindField, ProofNumberField } from './measure-proof.fields.js';
import { FieldPostEnum, type FieldPost } from './field-visit.enums.js';
import { MeasureOfPlanInput } from './measure-of-plan.input.js';

@InputType('RecordMeasureInput', {
  description: describe('Measure that was done without having been planned', '补登已完成的帮扶措施'),
})
export class RecordMeasureInput extends MeasureOfPlanInput {
  @Field(() => BodyEnum.type, { description: describe('Who did it', '实施单位') })
  owner!: Body;

  @Field(() => FieldPostEnum.type, { nullable: true, description: describe('Post that did it', '实施岗位') })
  ownerPost?: FieldPost | null;

  @Field(() => IsoDateScalar, {
    description: describe('Done on', '完成日期', 'today at the latest, a year ago at the earliest.'),
  })
  doneOn!: string;

  @ProofKindField
  evidenceKind!: EnumValue<typeof EvidenceKindEnum>;

  @ProofNumberField
  evidenceNumber!: string;
}
