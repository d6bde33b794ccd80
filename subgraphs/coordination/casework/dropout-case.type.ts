import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import {
  CaseBasisEnum,
  CaseEndEnum,
  CaseStateEnum,
  CaseStepEnum,
  ControlApproachEnum,
  FieldPostEnum,
  MetPersonEnum,
  BodyEnum,
  PersuasionResultEnum,
  PlanMeasureEnum,
  PlanScopeEnum,
  ReturnCheckEnum,
  ReturnModeEnum,
  VisitPlaceEnum,
  type CaseState,
} from './casework.enums.js';
import { EvidenceKindEnum } from './disposition.enums.js';

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

  @Field(() => [MetPersonEnum.type], {
    nullable: true,
    description: describe('Whom it met', '见到的人', 'relations to the child; null where nobody noted it.'),
  })
  met!: readonly string[] | null;
}

@Holds('CASEWORK')
@ObjectType('ReturnPlacement', { description: describe('Placement on return', '复学安置') })
export class ReturnPlacementType {
  @Field(() => IsoDateScalar, { description: describe('Placed on', '安置日期') })
  placedOn!: string;

  @Field(() => ReturnModeEnum.type, { description: describe('How', '安置方式') })
  mode!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('School', '学校标识码', 'null outside the county.'),
  })
  schoolCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Class', '班级标识码', 'null where none was named.'),
  })
  classCode!: string | null;
}

@Holds('CASEWORK')
@ObjectType('ReturnCheck', { description: describe('Check of a return', '复学跟踪记录') })
export class ReturnCheckType {
  @Field(() => IsoDateScalar, { description: describe('Checked on', '核实日期') })
  checkedOn!: string;

  @Field(() => FieldPostEnum.type, { description: describe('Post of who checked', '核实人员') })
  checkerPost!: string;

  @Field(() => ReturnCheckEnum.type, { description: describe('What was found', '核实结果') })
  result!: string;
}

@Holds('CASEWORK')
@ObjectType('PlanMeasure', { description: describe('Measure of a support plan', '帮扶措施') })
export class PlanMeasureType {
  @Field(() => ID, { description: describe('Id', '措施编号') })
  id!: string;

  @Field(() => Int, { description: describe('Version', '版本', 'to be named by who closes it.') })
  version!: number;

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

  @Field(() => FieldPostEnum.type, {
    nullable: true,
    description: describe('Post that is to do it', '责任岗位', 'null where none was named.'),
  })
  ownerPost!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('To be reviewed on', '复核日期', 'null: with the plan.'),
  })
  reviewOn!: string | null;

  @Field(() => EvidenceKindEnum.type, {
    nullable: true,
    description: describe(
      'Paper that shows that it was done',
      '佐证材料类别',
      'null where none is on record.',
    ),
  })
  evidenceKind!: string | null;

  @Field(() => String, { nullable: true, description: describe('Number of that paper', '佐证材料编号') })
  evidenceNumber!: string | null;
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

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('In that state since', '该状态起始日期', 'null for what was not settled yet.'),
  })
  stateSince!: string | null;

  @Field(() => Int, { description: describe('Version', '版本', 'to be named by who records something.') })
  version!: number;

  @Field(() => Int, {
    description: describe(
      'Which time the child is lost',
      '第几次失学',
      'one more with each relapse after a return.',
    ),
  })
  episode!: number;

  @Field(() => CaseStepEnum.type, {
    nullable: true,
    description: describe('What comes next', '下一步', 'null when the case is closed.'),
  })
  nextStep!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'By when',
      '下一步期限',
      'null where nothing is due and where no day can be told: no next visit was agreed, or no attendance was seen yet.',
    ),
  })
  nextDueOn!: string | null;

  @Field(() => CaseEndEnum.type, {
    nullable: true,
    description: describe('What closed it', '销号依据', 'null while it is open.'),
  })
  closedBy!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'First attended day after the return',
      '复学后首个到校日',
      'null while none was observed.',
    ),
  })
  firstAttendedOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Day up to which attendance is known',
      '考勤已知截止日',
      'null where no comparison has seen any: then nobody can say whether the child comes.',
    ),
  })
  attendanceKnownUpTo!: string | null;

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

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Next step due before', '下一步期限早于', 'those due first come first then.'),
  })
  dueBefore?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Last school, or school of the return', '学校标识码'),
  })
  school?: string | null;
}

export const DropoutCaseConnectionType = connectionType('DropoutCase', DropoutCaseType, {
  en: 'Dropout cases',
  zh: '辍学个案列表',
  detail: 'the latest first.',
});
