import { Field, ID, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import {
  ReturnCheckEnum,
  ReturnModeEnum,
  type ReturnCheckResult,
  type ReturnMode,
} from './case-return.enums.js';
import { CaseBasisEnum, DropoutReasonEnum, type CaseBasis, type DropoutReason } from './casework.enums.js';
import {
  FieldPostEnum,
  MetPersonEnum,
  PersuasionResultEnum,
  VisitPlaceEnum,
  type FieldPost,
  type MetPerson,
  type PersuasionResult,
  type VisitPlace,
} from './field-visit.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const CASE = describe('Case number', '个案编号');
const VERSION = describe('Version that was looked at', '所见版本');

@InputType('OpenCaseInput', { description: describe('Opening of a case', '立案') })
export class OpenCaseInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => CaseBasisEnum.type, { description: describe('What gives reason to open it', '立案依据') })
  basis!: CaseBasis;

  @Field(() => IsoDateScalar, {
    description: describe('Day on which that became known', '发现日期', 'today at the latest.'),
  })
  knownOn!: string;
}

@InputType('RecordPersuasionVisitInput', { description: describe('Persuasion visit', '劝返记录') })
export class RecordPersuasionVisitInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: CASE })
  caseNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, { description: describe('Visited on', '劝返日期') })
  visitedOn!: string;

  @Field(() => [FieldPostEnum.type], { description: describe('Posts that took part', '参加人员') })
  participants!: FieldPost[];

  @Field(() => VisitPlaceEnum.type, { description: describe('Place', '地点') })
  place!: VisitPlace;

  @Field(() => [MetPersonEnum.type], { description: describe('Whom it met', '见到的人') })
  met!: MetPerson[];

  @Field(() => PersuasionResultEnum.type, { description: describe('Result', '结果') })
  result!: PersuasionResult;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Day by which the family promised the return',
      '承诺复学日期',
      'for COMMITTED alone.',
    ),
  })
  committedTo?: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Next visit', '下次劝返日期') })
  nextVisitOn?: string | null;
}

@InputType('SetCaseCauseInput', { description: describe('Cause of a case', '辍学原因') })
export class SetCaseCauseInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: CASE })
  caseNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => DropoutReasonEnum.type, { description: describe('Reason', '辍学原因') })
  reason!: DropoutReason;

  @Field(() => IsoDateScalar, { description: describe('Found out on', '查明日期') })
  foundOn!: string;
}

@InputType('SetTaskTeamInput', { description: describe('Task team of a case', '工作专班') })
export class SetTaskTeamInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: CASE })
  caseNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => [FieldPostEnum.type], { description: describe('Posts, never persons', '岗位') })
  posts!: FieldPost[];
}

@InputType('RecordReturnPlacementInput', { description: describe('Placement on return', '复学安置') })
export class RecordReturnPlacementInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: CASE })
  caseNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, { description: describe('Placed on', '安置日期') })
  placedOn!: string;

  @Field(() => ReturnModeEnum.type, { description: describe('How', '安置方式') })
  mode!: ReturnMode;

  @Field(() => String, {
    nullable: true,
    description: describe('School', '学校标识码', 'null for OUT_OF_COUNTY alone.'),
  })
  schoolCode?: string | null;

  @Field(() => String, { nullable: true, description: describe('Class', '班级标识码') })
  classCode?: string | null;
}

@InputType('RecordReturnCheckInput', {
  description: describe('Check of a return', '复学跟踪记录', 'only where no sheet of the county shows it.'),
})
export class RecordReturnCheckInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: CASE })
  caseNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, { description: describe('Checked on', '核实日期') })
  checkedOn!: string;

  @Field(() => FieldPostEnum.type, { description: describe('Post of who checked', '核实人员') })
  checkerPost!: FieldPost;

  @Field(() => ReturnCheckEnum.type, { description: describe('What was found', '核实结果') })
  result!: ReturnCheckResult;
}
