import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import { ReturnDutyErrorEnum, SignOffDutyErrorEnum, SubmitDutyErrorEnum } from './duty.enums.js';
import type { DutyNode } from './duty-node.js';
import { DutyType } from './duty.type.js';

export type SubmitDutyCode = EnumValue<typeof SubmitDutyErrorEnum>;
export type SignOffDutyCode = EnumValue<typeof SignOffDutyErrorEnum>;
export type ReturnDutyCode = EnumValue<typeof ReturnDutyErrorEnum>;

/** What a command about a duty answers. */
export interface DutyPayload<Code extends string> {
  readonly duty: DutyNode | null;
  readonly errors: MutationError<Code>[];
}

const SubmitDutyErrorType = mutationErrorType('SubmitDuty', SubmitDutyErrorEnum);
const SignOffDutyErrorType = mutationErrorType('SignOffDuty', SignOffDutyErrorEnum);
const ReturnDutyErrorType = mutationErrorType('ReturnDuty', ReturnDutyErrorEnum);

const DUTY = describe('The duty as it stands', '工作任务', 'null when there are errors.');
const ERRORS = describe('Why not', '未办理的原因');

@Holds('NONE')
@ObjectType('SubmitDutyPayload', { description: describe('Outcome of handing in', '报送结果') })
export class SubmitDutyPayload {
  @Field(() => DutyType, { nullable: true, description: DUTY })
  duty!: DutyNode | null;

  @Field(() => [SubmitDutyErrorType], { description: ERRORS })
  errors!: MutationError<SubmitDutyCode>[];
}

@Holds('NONE')
@ObjectType('SignOffDutyPayload', { description: describe('Outcome of signing off', '签收结果') })
export class SignOffDutyPayload {
  @Field(() => DutyType, { nullable: true, description: DUTY })
  duty!: DutyNode | null;

  @Field(() => [SignOffDutyErrorType], { description: ERRORS })
  errors!: MutationError<SignOffDutyCode>[];
}

@Holds('NONE')
@ObjectType('ReturnDutyPayload', { description: describe('Outcome of sending back', '退回结果') })
export class ReturnDutyPayload {
  @Field(() => DutyType, { nullable: true, description: DUTY })
  duty!: DutyNode | null;

  @Field(() => [ReturnDutyErrorType], { description: ERRORS })
  errors!: MutationError<ReturnDutyCode>[];
}
