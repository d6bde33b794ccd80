import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { describe, type LabelledEnum } from './label.js';
import { mutationError, mutationErrorType, type MutationError } from './mutation-error.js';

/** Answer of a mutation that only records a fact: done, or else why not. */
export interface RecordedPayload<Code extends string> {
  readonly isRecorded: boolean;
  readonly errors: readonly MutationError<Code>[];
}

/** @param name of the mutation, in capitals like a type's */
export function recordedPayload<Code extends string>(
  name: string,
  codes: LabelledEnum<Code>,
): new () => RecordedPayload<Code> {
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

export const RECORDED = { isRecorded: true, errors: [] };

export function refusal<Code extends string>(codes: LabelledEnum<Code>) {
  return (code: Code, field: string): RecordedPayload<Code> => ({
    isRecorded: false,
    errors: [mutationError(codes, code, field)],
  });
}
