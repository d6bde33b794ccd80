import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { MissingSource } from '../risk/missing-sources.js';
import { EducationStageEnum, type EducationStage } from '../standing/education-stage.enum.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import type { AidMatch } from './aid-match.entity.js';
import {
  AidConditionEnum,
  AidVerdictEnum,
  AttendanceModeOfAidEnum,
  type AidAttendanceMode,
  type AidCondition,
  type AidVerdict,
} from './aid-match.enums.js';
import { AidMissingSourceType, MatchedAwardType } from './aid-match-parts.type.js';
import type { MatchedAward } from './matched-award.js';

@Holds('SCHOOLING')
@ObjectType('AidMatch', {
  description: describe(
    'One child matched with one programme of aid',
    '应助尽助比对',
    'of an academic year.',
  ),
})
export class AidMatchType {
  @Field(() => String, { description: describe('Programme', '资助项目', 'code as the policies name it.') })
  programme!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Its name',
      '资助项目名称',
      'in Chinese; null where no document in force names it.',
    ),
  })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Its name in English', '资助项目英文名称', 'null as `title` is.'),
  })
  titleEn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Document and clause', '政策依据', 'null where no document in force names it.'),
  })
  policyClause!: string | null;

  @Field(() => Int, { description: describe('Academic year', '学年', 'the year in which it begins.') })
  academicYear!: number;

  @Field(() => AidVerdictEnum.type, { description: describe('What was found', '比对结果') })
  verdict!: AidVerdict;

  @Field(() => [AidConditionEnum.type], { description: describe('Conditions not met', '不符合的条件') })
  conditionsNotMet!: readonly AidCondition[];

  @Field(() => [AidConditionEnum.type], {
    description: describe('Conditions of which it is not known', '未知的条件'),
  })
  conditionsUnknown!: readonly AidCondition[];

  @Field(() => [AidMissingSourceType], {
    description: describe(
      'Registers without which it cannot be told',
      '缺失数据源',
      'empty when it is told, and where naming them would tell too much.',
    ),
  })
  missingSources!: readonly MissingSource[];

  @Field(() => EducationStageEnum.type, {
    nullable: true,
    description: describe(
      'Stage attended',
      '就读学段',
      'null when the child is no pupil here, or not known to be.',
    ),
  })
  stage!: EducationStage | null;

  @Field(() => AttendanceModeOfAidEnum.type, {
    nullable: true,
    description: describe('Boards or goes home', '就读方式', 'null where no record says.'),
  })
  attendance!: AidAttendanceMode | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Due for the academic year, in yuan',
      '应助金额(元)',
      'null where the child is not eligible or not known to be, and where the document gives no amount.',
    ),
  })
  amountDueYuan!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Awarded so far in the academic year, in yuan',
      '已助金额(元)',
      'null where no award is known.',
    ),
  })
  amountAwardedYuan!: number | null;

  @Field(() => [MatchedAwardType], { description: describe('Awards of the academic year', '本学年资助') })
  awards!: readonly MatchedAward[];

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'Whether the child is aided before others here',
      '优先资助',
      'null where no document in force says whom, and where its groups are not known.',
    ),
  })
  isAidedFirst!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'Whether schooling and boarding come first here',
      '优先落实就学、寄宿',
      'null where no document in force says whose, and where its groups are not known.',
    ),
  })
  isBoardedFirst!: boolean | null;

  /** Behind the facts by agency, and the child. */
  readonly facts!: AidMatch['facts'];
  readonly studentId!: string;
}

export const AidMatchConnectionType = connectionType('AidMatch', AidMatchType, {
  en: 'Children matched with programmes of aid',
  zh: '应助尽助比对列表',
  detail: 'by programme and child.',
});

@Holds('SCHOOLING')
@ObjectType('AidMatching', {
  description: describe(
    'Matching of one child with the programmes of aid',
    '应助尽助比对',
    'without programmes for a child that is neither of compulsory age nor a pupil nor aided.',
  ),
})
export class AidMatchingType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [AidMatchType], { description: describe('Programmes', '资助项目') })
  programmes!: readonly AidMatch[];
}

@Holds('SCHOOLING')
@ObjectType('AidMatchCount', {
  description: describe('Children of one programme and verdict', '应助尽助比对统计'),
})
export class AidMatchCountType {
  @Field(() => String, { description: describe('Programme', '资助项目', 'code as the policies name it.') })
  programme!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Its name',
      '资助项目名称',
      'in Chinese; null where no document in force names it.',
    ),
  })
  title!: string | null;

  @Field(() => AidVerdictEnum.type, { description: describe('What was found', '比对结果') })
  verdict!: AidVerdict;

  @Field(() => Int, { description: describe('Children', '人数') })
  children!: number;
}

@InputType('AidMatchFilter', {
  description: describe('Which matches', '应助尽助比对筛选条件', 'all given conditions hold.'),
})
export class AidMatchFilter {
  @Field(() => AidVerdictEnum.type, { nullable: true, description: describe('What was found', '比对结果') })
  verdict?: AidVerdict | null;

  @Field(() => String, { nullable: true, description: describe('Programme', '资助项目', 'code.') })
  programme?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Division in which the child is counted', '区划代码', 'any level.'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('School identifier code', '学校标识码') })
  school?: string | null;

  @Field(() => FocusGroupEnum.type, {
    nullable: true,
    description: describe(
      'Focus group that is known to hold',
      '重点群体',
      'asks for the right to read the school-age register.',
    ),
  })
  focusGroup?: FocusGroup | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Only whom the policy aids first', '仅优先资助对象'),
  })
  isAidedFirst?: boolean | null;
}
