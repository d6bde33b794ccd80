import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { connectionType } from '../../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { describe } from '../../../_kit/schema/label.js';
import { ComparisonProblemEnum, ComparisonRunStateEnum } from '../comparison.enums.js';
import type { RunProblem, RunState } from './comparison-run.js';

@Holds('NONE')
@ObjectType('ComparisonSource', { description: describe('Register that a run compared', '比对的名册') })
export class ComparisonSourceType {
  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, { description: describe('Code of the register', '名册代码') })
  register!: string;

  @Field(() => Int, { description: describe('Version that was held', '名册版本') })
  version!: number;

  @Field(() => Date, { description: describe('State as of', '数据截止时间') })
  asOf!: Date | string;
}

@Holds('NONE')
@ObjectType('ComparisonProblemReport', {
  description: describe('What kept a run from comparing', '比对问题'),
})
export class ComparisonProblemReportType {
  @Field(() => ComparisonProblemEnum.type, { description: describe('What is wrong', '问题') })
  code!: RunProblem['code'];

  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Code of the register', '名册代码', 'null when it is the agency as a whole.'),
  })
  register!: string | null;
}

@Holds('NONE')
@ObjectType('ComparisonRun', {
  description: describe("One comparison of the agencies' registers", '比对核查'),
})
export class ComparisonRunType {
  @Field(() => ID, { description: describe('Id', '比对编号') })
  runId!: string;

  @Field(() => ComparisonRunStateEnum.type, { description: describe('How far it is', '进度') })
  state!: RunState;

  @Field(() => IsoDateScalar, {
    description: describe('Day as of which ages and deadlines count', '比对基准日'),
  })
  today!: string;

  @Field(() => String, { description: describe('Who asked', '发起人') })
  requestedBy!: string;

  @Field(() => Date, { description: describe('Asked for at', '发起时间') })
  requestedAt!: Date | string;

  @Field(() => Date, { nullable: true, description: describe('Ended at', '结束时间') })
  finishedAt!: Date | string | null;

  @Field(() => [ComparisonSourceType], { description: describe('Registers', '比对的名册') })
  sources!: readonly ComparisonSourceType[];

  @Field(() => [ComparisonProblemReportType], { description: describe('What was wrong', '问题') })
  problems!: readonly ComparisonProblemReportType[];

  @Field(() => String, {
    nullable: true,
    description: describe(
      'SHA-256 over all results',
      '结果摘要',
      'the same registers, day and policies give the same; null until they are all there.',
    ),
  })
  digest!: string | null;

  readonly counts!: Readonly<Record<string, number>>;
}

export const ComparisonRunConnectionType = connectionType('ComparisonRun', ComparisonRunType, {
  en: 'Comparison runs',
  zh: '比对列表',
  detail: 'the latest come first.',
});

@InputType('StartComparisonInput', { description: describe('What is compared', '比对内容') })
export class StartComparisonInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;
}

@Holds('NONE')
@ObjectType('StartComparisonPayload', { description: describe('The run that was begun', '比对结果') })
export class StartComparisonPayload {
  @Field(() => ComparisonRunType, { description: describe('The run', '比对核查') })
  run!: ComparisonRunType;

  @Field(() => Boolean, {
    description: describe('False when one was under way already', '是否新发起', 'that one is given.'),
  })
  isNew!: boolean;
}
