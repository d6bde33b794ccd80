import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  RecordRollCallErrorEnum,
  RollCallTaskStateEnum,
  RollCallVerdictEnum,
  type RecordRollCallErrorCode,
} from './roll-call-campaign.enums.js';
import { RollCallType } from './roll-call.type.js';

@Holds('SCHOOLING')
@ObjectType('RollCallTask', {
  description: describe(
    'Roll-call that a class owes',
    '点名任务',
    'every March and September, by the policy.',
  ),
})
export class RollCallTaskType {
  @Field(() => RollCallTaskStateEnum.type, { description: describe('How far it is', '进度') })
  state!: EnumValue<typeof RollCallTaskStateEnum>;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Called on', '点名日期', 'the first time in the campaign; null while it is not.'),
  })
  calledOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Pupils who are called',
      '应到人数',
      'of a class that was called, present and absent together; before, who is on its roll and not suspended, null where the student status is not loaded.',
    ),
  })
  rosterCount!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Present', '实到人数', 'null before the call.') })
  presentCount!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Absent', '未到人数', 'null before the call.') })
  absentCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Extra', '无籍就读人数', 'null before the call.'),
  })
  extraCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'On the roll that day, and called nowhere',
      '未点名人数',
      'neither present nor absent at any call of the campaign; null before the call, and where the student status is not loaded.',
    ),
  })
  uncalledCount!: number | null;

  /** Behind `school` and `schoolClass`. */
  schoolCode!: string;
  classCode!: string;
}

export const RollCallTaskConnectionType = connectionType('RollCallTask', RollCallTaskType, {
  en: 'Roll-calls of a campaign',
  zh: '点名任务列表',
  detail: 'in order of class code.',
});

@Holds('SCHOOLING')
@ObjectType('RollCallVerdict', {
  description: describe('What the roll-calls of a child say together', '点名结论', 'with what it rests on.'),
})
export class RollCallVerdictType {
  @Field(() => RollCallVerdictEnum.type, { description: describe('Verdict', '结论') })
  kind!: EnumValue<typeof RollCallVerdictEnum>;

  @Field(() => Int, { description: describe('Roll-calls at which it was absent', '未到次数') })
  absentCalls!: number;

  @Field(() => Int, { description: describe('Roll-calls at which it was met', '到校次数') })
  presentCalls!: number;

  /** Behind `statusSchool`. */
  statusSchoolCode!: string | null;
}

export const RecordRollCallErrorType = mutationErrorType('RecordRollCall', RecordRollCallErrorEnum);

@Holds('NONE')
@ObjectType('RecordRollCallPayload', { description: describe('Outcome', '点名登记结果') })
export class RecordRollCallPayload {
  @Field(() => RollCallType, {
    nullable: true,
    description: describe('The roll-call', '点名', 'null when there are errors.'),
  })
  rollCall!: RollCallType | null;

  @Field(() => [RecordRollCallErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<RecordRollCallErrorCode>[];
}
