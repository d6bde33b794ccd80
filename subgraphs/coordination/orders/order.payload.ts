import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, type LabelledEnum } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import type { EnforcementOrder } from '../casework/enforcement-order.entity.js';
import { EnforcementOrderType } from '../casework/enforcement-order.type.js';
import {
  IssueOrderErrorEnum,
  RecordComplianceErrorEnum,
  RecordJustifiedReasonErrorEnum,
  RecordServiceErrorEnum,
  WithdrawOrderErrorEnum,
  type RecordJustifiedReasonCode,
} from './order.enums.js';

/** What a command about an order answers: the order as it stands then, else why nothing was done. */
export interface OrderPayload<Code extends string> {
  readonly order: EnforcementOrder | null;
  readonly errors: readonly MutationError<Code>[];
}

function orderPayload<Code extends string>(name: string, codes: LabelledEnum<Code>) {
  const ErrorType = mutationErrorType(name, codes);
  @Holds('NONE')
  @ObjectType(`${name}Payload`, { description: describe(`Outcome of ${name}`, '办理结果') })
  class Payload implements OrderPayload<Code> {
    @Field(() => EnforcementOrderType, {
      nullable: true,
      description: describe('The order', '文书', 'null when there are errors.'),
    })
    readonly order!: EnforcementOrder | null;

    @Field(() => [ErrorType], { description: describe('Why not', '未办理的原因') })
    readonly errors!: MutationError<Code>[];
  }
  return Payload;
}

export const IssueOrderPayload = orderPayload('IssueOrder', IssueOrderErrorEnum);
export const RecordServicePayload = orderPayload('RecordService', RecordServiceErrorEnum);
export const RecordCompliancePayload = orderPayload('RecordCompliance', RecordComplianceErrorEnum);
export const WithdrawOrderPayload = orderPayload('WithdrawOrder', WithdrawOrderErrorEnum);

const JustifiedReasonErrorType = mutationErrorType('RecordJustifiedReason', RecordJustifiedReasonErrorEnum);

export interface JustifiedReasonPayload {
  readonly isRecorded: boolean;
  readonly errors: readonly MutationError<RecordJustifiedReasonCode>[];
}

@Holds('NONE')
@ObjectType('RecordJustifiedReasonPayload', {
  description: describe('Outcome of RecordJustifiedReason', '登记结果'),
})
export class RecordJustifiedReasonPayload implements JustifiedReasonPayload {
  @Field(() => Boolean, { description: describe('Whether it is recorded', '是否已登记') })
  readonly isRecorded!: boolean;

  @Field(() => [JustifiedReasonErrorType], { description: describe('Why not', '未办理的原因') })
  readonly errors!: MutationError<RecordJustifiedReasonCode>[];
}
