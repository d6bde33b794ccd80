import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { describe, type LabelledEnum } from './label.js';

/** Why a mutation did nothing, in words and codes that a form can show beside the field in question. */
export interface MutationError<Code extends string> {
  readonly code: Code;
  readonly message: string;
  /** Field of the input that is at fault; null when none is. */
  readonly field: string | null;
}

/** Makes the type of a mutation's expected failures. @param name of the mutation, in capitals like a type's */
export function mutationErrorType<Code extends string>(
  name: string,
  codes: LabelledEnum<Code>,
): new () => MutationError<Code> {
  @Holds('NONE')
  @ObjectType(`${name}Error`, { description: describe(`Why ${name} did nothing`, '未办理的原因') })
  class ErrorType implements MutationError<Code> {
    @Field(() => codes.type, { description: describe('Code', '代码') })
    readonly code!: Code;

    @Field(() => String, { description: describe('In words', '说明', 'English and Chinese.') })
    readonly message!: string;

    @Field(() => String, {
      nullable: true,
      description: describe('Field of the input at fault', '有误的输入项'),
    })
    readonly field!: string | null;
  }
  return ErrorType;
}

export function mutationError<Code extends string>(
  codes: LabelledEnum<Code>,
  code: Code,
  field: string | null = null,
): MutationError<Code> {
  const { en, zh } = codes.terms[code];
  return { code, message: `${en} (${zh})`, field };
}
