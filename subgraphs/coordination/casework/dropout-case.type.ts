import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { CaseBasisEnum, CaseEndEnum, CaseStateEnum, CaseStepEnum, type CaseState } from './casework.enums.js';
import { FieldPostEnum } from './field-visit.enums.js';

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
