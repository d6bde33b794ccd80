import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, type EnumValue, type LabelledEnum } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  AcknowledgeReportErrorEnum,
  RecordContactErrorEnum,
  RecordInspectorCallErrorEnum,
  RecordMarkErrorEnum,
  SubmitReportErrorEnum,
} from './reporting.enums.js';

/** What a command answers that records a fact about a child: whether it did, else why not. */
export interface RecordedPayload<Code extends string> {
  readonly isRecorded: boolean;
  readonly errors: readonly MutationError<Code>[];
}

function recordedPayload<Code extends string>(name: string, codes: LabelledEnum<Code>) {
  const ErrorType = mutationErrorType(name, codes);
  @Holds('NONE')
  @ObjectType(`${name}Payload`, { description: describe(`Outcome of ${name}`, '登记结果') })
  class Payload implements RecordedPayload<Code> {
    @Field(() => Boolean, { description: describe('Whether it is recorded', '是否已登记') })
    readonly isRecorded!: boolean;

    @Field(() => [ErrorType], { description: describe('Why not', '未办理的原因') })
    readonly errors!: MutationError<Code>[];
  }
  return Payload;
}

export const RecordGuardianContactPayload = recordedPayload('RecordGuardianContact', RecordContactErrorEnum);
export const RecordInspectorCallPayload = recordedPayload(
  'RecordInspectorCall',
  RecordInspectorCallErrorEnum,
);
export const RecordStatusMarkPayload = recordedPayload('RecordStatusMark', RecordMarkErrorEnum);
export const SubmitDropoutReportPayload = recordedPayload('SubmitDropoutReport', SubmitReportErrorEnum);
export const AcknowledgeDropoutReportPayload = recordedPayload(
  'AcknowledgeDropoutReport',
  AcknowledgeReportErrorEnum,
);

export type ContactCode = EnumValue<typeof RecordContactErrorEnum>;
export type CallCode = EnumValue<typeof RecordInspectorCallErrorEnum>;
export type MarkCode = EnumValue<typeof RecordMarkErrorEnum>;
export type SubmitCode = EnumValue<typeof SubmitReportErrorEnum>;
export type AcknowledgeCode = EnumValue<typeof AcknowledgeReportErrorEnum>;
