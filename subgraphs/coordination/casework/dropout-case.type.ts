import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import {
  CaseBasisEnum,
  CaseStateEnum,
  ControlApproachEnum,
  FieldPostEnum,
  BodyEnum,
  PersuasionResultEnum,
  PlanMeasureEnum,
  PlanScopeEnum,
  VisitPlaceEnum,
  type CaseState,
} from './casework.enums.js';

@Holds('CASEWORK')
@ObjectType('PersuasionVisit', { description: describe('Visit to bring a child back to school', '劝返') })
export class PersuasionVisitType {
  @Field(() => IsoDateScalar, { description: describe('Visited on', '劝返日期') })
  visitedOn!: string;

  @Field(() => [FieldPostEnum.type], { description: describe('Posts that took part', '参加人员') })
  participants!: readonly string[];

  @Field(() => VisitPlaceEnum.type, { description: describe('Place', '地点') })
  place!: string;

  @Field(() => PersuasionResultEnum.type, { description: describe('Result', '结果') })
  result!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Day by which the family promised the return', '承诺复学日期'),
  })
  committedTo!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Next visit', '下次劝返日期') })
  nextVisitOn!: string | null;
}

@Holds('CASEWORK')
@ObjectType('PlanMeasure', { description: describe('Measure of a support plan', '帮扶措施') })
export class PlanMeasureType {
  @Field(() => ControlApproachEnum.type, { description: describe('Approach', '控辍方式') })
  approach!: string;

  @Field(() => PlanMeasureEnum.type, { description: describe('Measure', '措施') })
  measure!: string;

  @Field(() => BodyEnum.type, { description: describe('Who is to do it', '责任单位') })
  owner!: string;

  @Field(() => IsoDateScalar, { description: describe('Due on', '完成时限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Done on', '完成日期') })
  doneOn!: string | null;
}

@Holds('CASEWORK')
@ObjectType('SupportPlan', { description: describe('Support plan', '一生一案') })
export class SupportPlanType {
  @Field(() => String, { description: describe('Number', '方案编号') })
  planNumber!: string;

  @Field(() => PlanScopeEnum.type, { description: describe('For one pupil or one household', '方案范围') })
  scope!: string;

  @Field(() => IsoDateScalar, { description: describe('Drawn up on', '制定日期') })
  drawnUpOn!: string;

  @Field(() => IsoDateScalar, { description: describe('To be reviewed on', '复核日期') })
  reviewOn!: string;
}

@Holds('CASEWORK')
@ObjectType('DropoutCase', { description: describe('Dropout case', '辍学个案') })
export class DropoutCaseType {
  @Field(() => String, { description: describe('Case number', '个案编号') })
  caseNumber!: string;

  @Field(() => CaseStateEnum.type, { description: describe('State', '状态') })
  state!: CaseState;

  @Field(() => CaseBasisEnum.type, { description: describe('What opened it', '立案依据') })
  basis!: string;

  @Field(() => IsoDateScalar, { description: describe('Opened on', '立案日期') })
  openedOn!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Closed on', '销号日期') })
  closedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Last school', '原就读学校标识码', 'null for a child who never went.'),
  })
  schoolCode!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Written report to township and bureau',
      '书面报告日期',
      'null while the case is SUSPECTED and no report is due; afterwards it was omitted, which is a violation (瞒报漏报).',
    ),
  })
  reportedOn!: string | null;

  @Field(() => [FieldPostEnum.type], {
    nullable: true,
    description: describe(
      'Task team',
      '工作专班',
      'posts that work on the case together; null where none was named.',
    ),
  })
  taskTeam!: readonly string[] | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Returned on', '复学日期') })
  returnedOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('School of the return', '复学学校标识码') })
  returnSchoolCode!: string | null;

  /** Columns behind fields with a resolver. */
  readonly reason!: string;
  readonly townshipCode!: string;
  readonly studentId!: string;
}

@InputType('CaseFilter', { description: describe('Which cases', '个案筛选条件') })
export class CaseFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division in which the child lives or is registered, any level', '区划代码'),
  })
  division?: string | null;

  @Field(() => [CaseStateEnum.type], { nullable: true, description: describe('States', '状态') })
  state?: CaseState[] | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Opened on or after', '立案起始日期') })
  openedFrom?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Opened on or before', '立案截止日期'),
  })
  openedTo?: string | null;
}

export const DropoutCaseConnectionType = connectionType('DropoutCase', DropoutCaseType, {
  en: 'Dropout cases',
  zh: '辍学个案列表',
  detail: 'the latest first.',
});
