import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { connectionType } from '../../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../../_kit/schema/mutation-error.js';
import { FieldPostEnum } from '../../casework/field-visit.enums.js';
import { DispositionEnum } from '../../casework/disposition.enums.js';
import {
  CompleteTaskErrorEnum,
  TaskBodyEnum,
  TaskEndEnum,
  TaskStateEnum,
  TaskStepEnum,
  type CompleteTaskErrorCode,
  type TaskState,
} from './discrepancy-task.enums.js';
import type { DiscrepancyTask, TaskBody, TaskEnd, TaskStep } from './discrepancy-task.entity.js';

@Holds('SCHOOLING')
@ObjectType('DiscrepancyTask', {
  description: describe(
    'What somebody has to do about discrepancies of a child',
    '核查任务',
    'opened by a comparison.',
  ),
})
export class DiscrepancyTaskType {
  @Field(() => ID, { description: describe('Id', '核查任务编号') })
  id!: string;

  @Field(() => TaskBodyEnum.type, { description: describe('Who has it', '责任单位') })
  body!: TaskBody;

  @Field(() => TaskStepEnum.type, { description: describe('What it asks for', '环节') })
  step!: TaskStep;

  @Field(() => String, {
    nullable: true,
    description: describe("Code of the school, of a school's task", '责任学校代码', 'null for any other.'),
  })
  schoolCode!: string | null;

  @Field(() => IsoDateScalar, { description: describe('Handed over on', '下达日期') })
  openedOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Due on', '办理时限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Ended on', '结束日期', 'null while it is open.'),
  })
  endedOn!: string | null;

  @Field(() => TaskEndEnum.type, {
    nullable: true,
    description: describe('How it ended', '结束方式', 'null while it is open.'),
  })
  endReason!: TaskEnd | null;

  readonly studentId!: string;
  readonly matter!: string;
  readonly divisionCode!: string;
}

export const DiscrepancyTaskConnectionType = connectionType('DiscrepancyTask', DiscrepancyTaskType, {
  en: 'Tasks',
  zh: '核查任务列表',
  detail: 'those due first come first.',
});

@Holds('SCHOOLING')
@ObjectType('TaskAgeCount', { description: describe('Open tasks of one age', '待办任务账龄') })
export class TaskAgeCountType {
  @Field(() => Int, { description: describe('Days for which they have stood, at least', '账龄下限(天)') })
  fromDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: describe('At most', '账龄上限(天)', 'null: and older.'),
  })
  toDays!: number | null;

  @Field(() => Int, { description: describe('Open tasks', '待办数') })
  open!: number;

  @Field(() => Int, { description: describe('Of these past their day', '逾期数') })
  overdue!: number;
}

@InputType('DiscrepancyTaskFilter', { description: describe('Which tasks', '核查任务筛选条件') })
export class DiscrepancyTaskFilter {
  @Field(() => TaskStateEnum.type, {
    nullable: true,
    description: describe('State', '状态', 'open ones by default, overdue or not.'),
  })
  state?: TaskState | null;

  @Field(() => TaskBodyEnum.type, { nullable: true, description: describe('Who has it', '责任单位') })
  body?: TaskBody | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Township that has it, or a division above it', '责任区划代码'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('School that has it', '责任学校代码') })
  school?: string | null;
}

@InputType('CompleteTaskInput', { description: describe('Visit that completes a task', '核查任务办结') })
export class CompleteTaskInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Task', '核查任务编号') })
  taskId!: string;

  @Field(() => IsoDateScalar, { description: describe('Visited on', '走访日期') })
  visitedOn!: string;

  @Field(() => FieldPostEnum.type, { description: describe('Post of the visitor', '走访人员') })
  visitorPost!: EnumValue<typeof FieldPostEnum>;

  @Field(() => DispositionEnum.type, {
    nullable: true,
    description: describe('What was found', '走访结果', 'null when the visit brought no answer.'),
  })
  finding?: EnumValue<typeof DispositionEnum> | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Village or township where the child lives',
      '居住地代码',
      '9 or 12 digits; null if not found.',
    ),
  })
  residenceDivisionCode?: string | null;
}

const CompleteTaskErrorType = mutationErrorType('CompleteTask', CompleteTaskErrorEnum);

@Holds('NONE')
@ObjectType('CompleteTaskPayload', { description: describe('Outcome of a completion', '核查任务办结结果') })
export class CompleteTaskPayload {
  @Field(() => DiscrepancyTaskType, {
    nullable: true,
    description: describe('The task', '核查任务', 'null when nothing was recorded.'),
  })
  task!: DiscrepancyTask | null;

  @Field(() => [CompleteTaskErrorType], { description: describe('Why not', '未办结的原因') })
  errors!: MutationError<CompleteTaskErrorCode>[];
}
