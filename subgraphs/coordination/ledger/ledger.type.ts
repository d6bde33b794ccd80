import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { DateTimeScalar } from '../../_kit/schema/date-time.scalar.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import {
  StandingBasisEnum,
  StandingEnum,
  type Standing,
  type StandingBasis,
} from '../standing/standing.enums.js';
import {
  LedgerKindEnum,
  LedgerScopeEnum,
  ResidencePlaceEnum,
  StudyPlaceEnum,
  type LedgerKind,
  type LedgerScope,
  type ResidencePlace,
  type StudyPlace,
} from './ledger.enums.js';

@Holds('IDENTITY')
@ObjectType('LedgerLine', { description: describe('One child on a ledger', '台账条目') })
export class LedgerLineType {
  @Field(() => Int, { description: describe('Number in the list', '序号') })
  number!: number;

  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date', '出生日期') })
  birthDate!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Resident ID number, masked', '公民身份号码(脱敏)', 'null when none is recorded.'),
  })
  maskedResidentIdNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('School that answers for the child', '学校标识码', 'null outside this county.'),
  })
  schoolCode!: string | null;

  @Field(() => String, { nullable: true, description: describe('Name of the school', '学校名称') })
  schoolName!: string | null;

  @Field(() => String, { nullable: true, description: describe('Class code', '班级代码') })
  classCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Name of the class', '班级名称', 'null where education lists no such class.'),
  })
  className!: string | null;

  @Field(() => Int, { nullable: true, description: describe('Grade attended', '在读年级') })
  grade!: number | null;

  @Field(() => StandingEnum.type, { description: describe('Standing', '就学状况') })
  standing!: Standing;

  @Field(() => StandingBasisEnum.type, {
    description: describe('What the standing rests on', '就学状况依据'),
  })
  standingBasis!: StandingBasis;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Since when', '起始日期', 'null where no record dates it.'),
  })
  standingSince!: string | null;

  @Field(() => [FocusGroupEnum.type], { description: describe('Focus groups known to hold', '重点关注群体') })
  focusGroups!: readonly FocusGroup[];

  readonly studentId!: string;
  readonly registeredDivisionCode!: string | null;
  readonly residenceDivisionCode!: string | null;
}

export const LedgerLineConnectionType = connectionType('LedgerLine', LedgerLineType, {
  en: 'Lines of a ledger about children within reach',
  zh: '台账条目列表',
  detail: 'by name in pinyin order.',
});

@Holds('IDENTITY')
@ObjectType('LedgerResidenceTotal', {
  description: describe('Children by where they live', '居住地分布小计'),
})
export class LedgerResidenceTotalType {
  @Field(() => ResidencePlaceEnum.type, { description: describe('Where', '居住地') })
  place!: ResidencePlace;

  @Field(() => Int, { description: describe('Children', '人数') })
  children!: number;

  readonly divisionCode!: string | null;
}

@Holds('IDENTITY')
@ObjectType('LedgerStudyTotal', { description: describe('Children by where they study', '就学去向小计') })
export class LedgerStudyTotalType {
  @Field(() => StudyPlaceEnum.type, { description: describe('Where', '就学去向') })
  place!: StudyPlace;

  @Field(() => String, {
    nullable: true,
    description: describe('School code', '学校标识码', 'of a school of the county.'),
  })
  schoolCode!: string | null;

  @Field(() => String, { nullable: true, description: describe('Name of the school', '学校名称') })
  schoolName!: string | null;

  @Field(() => Int, { description: describe('Children', '人数') })
  children!: number;
}

@Holds('IDENTITY')
@ObjectType('LedgerAccount', {
  description: describe(
    'What a ledger adds up to',
    '台账核对',
    'every child is counted at one place of residence and at one place of study.',
  ),
})
export class LedgerAccountType {
  @Field(() => Int, {
    description: describe(
      'Children who belong on the ledger',
      '总人数',
      'each once, with or without a line.',
    ),
  })
  universe!: number;

  @Field(() => Int, {
    description: describe(
      'Children of whom it is not known whether they belong on the ledger',
      '待定人数',
      'a register that would say so is missing, stale or does not cover them.',
    ),
  })
  undecided!: number;

  @Field(() => [LedgerResidenceTotalType], {
    description: describe(
      'By residence',
      '按居住地',
      'townships of a county or of a school, else villages; each is named once.',
    ),
  })
  byResidence!: readonly LedgerResidenceTotalType[];

  @Field(() => [LedgerStudyTotalType], {
    description: describe('By place of study', '按就学去向', 'each school is named once.'),
  })
  byStudy!: readonly LedgerStudyTotalType[];

  @Field(() => Boolean, {
    description: describe(
      'Whether both breakdowns add up to the universe',
      '是否账实相符',
      'false when a child has two lines, or none although a register puts it here.',
    ),
  })
  isReconciled!: boolean;
}

@Holds('IDENTITY')
@ObjectType('Ledger', {
  description: describe('Ledger', '台账', 'one line for each child, as the last comparison run left it.'),
})
export class LedgerType {
  @Field(() => LedgerScopeEnum.type, { description: describe('Whose book it is', '台账层级') })
  scope!: LedgerScope;

  @Field(() => String, {
    description: describe('Code of the division, cut by level, of the school or of the class', '代码'),
  })
  code!: string;

  @Field(() => LedgerKindEnum.type, { description: describe('Kind', '台账类别') })
  kind!: LedgerKind;

  @Field(() => String, { description: describe('Title as it is printed', '标题') })
  title!: string;

  @Field(() => [String], {
    description: describe(
      'Documents and clauses that order it',
      '政策依据',
      'of its kind, then of its level; empty where no policy in force does.',
    ),
  })
  policyClauses!: readonly string[];

  @Field(() => DateTimeScalar, { description: describe('State of the school-age register', '数据截止时间') })
  asOf!: Date;

  @Field(() => String, {
    nullable: true,
    description: describe('Run that made it', '比对编号', 'null while the register is empty.'),
  })
  runId!: string | null;
}
