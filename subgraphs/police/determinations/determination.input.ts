import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import { MissingPersonRequesterEnum, MissingPersonResultEnum } from '../case.enums.js';
import { RecordDeterminationErrorEnum } from './determination.enums.js';

@InputType('RecordMissingPersonDeterminationInput', {
  description: describe('Missing-person determination', '疑似失踪失联界定'),
})
export class RecordMissingPersonDeterminationInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => IsoDateScalar, {
    description: describe(
      'Requested on',
      '提请日期',
      'of the open request, or of one that the register does not have yet.',
    ),
  })
  requestedOn!: string;

  @Field(() => MissingPersonRequesterEnum.type, {
    nullable: true,
    description: describe('Requested by', '提请单位', 'of a request of which the register does not say it.'),
  })
  requestedBy?: EnumValue<typeof MissingPersonRequesterEnum> | null;

  @Field(() => IsoDateScalar, {
    description: describe('Determined on', '界定日期', 'today at the latest.'),
  })
  determinedOn!: string;

  @Field(() => MissingPersonResultEnum.type, { description: describe('Finding', '界定结果') })
  result!: EnumValue<typeof MissingPersonResultEnum>;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Name of the child, as the request has it',
      '儿童姓名',
      'for a child whom no police register names.',
    ),
  })
  childName?: string | null;
}

export const RecordMissingPersonDeterminationPayload = recordedPayload(
  'RecordMissingPersonDetermination',
  RecordDeterminationErrorEnum,
);
