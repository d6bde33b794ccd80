import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { ScreenedHouseholdType } from '../screening/screened-household.type.js';
import { ScreenedSchoolingEnum, type ScreenedSchooling } from '../screening/screening.enums.js';
import { HouseholdRegisterScopeEnum, type HouseholdRegisterScope } from './household-register.enums.js';

@Holds('HOUSEHOLD')
@ObjectType('HouseholdEducationRegisterLine', {
  description: describe('One household on the household education register', '文化户口台账条目'),
})
export class HouseholdRegisterLineType {
  @Field(() => Int, { description: describe('Number in the list', '序号') })
  number!: number;

  @Field(() => ScreenedHouseholdType, {
    description: describe(
      'Visit that counts',
      '最近一次有效入户',
      'the latest that settled something, of any campaign; else the latest.',
    ),
  })
  visit!: ScreenedHouseholdType;

  @Field(() => Int, {
    nullable: true,
    description: describe('How many live there', '家庭人口数', 'null where nobody was met.'),
  })
  memberCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Members whose level was checked',
      '已核文化程度人数',
      'null where nobody was met.',
    ),
  })
  checked!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Children of whom nobody has checked where they study',
      '就学情况未核儿童数',
      'null where nobody was met.',
    ),
  })
  schoolingUnknown!: number | null;

  readonly divisionCode!: string;
}

export const HouseholdRegisterLineConnectionType = connectionType(
  'HouseholdEducationRegisterLine',
  HouseholdRegisterLineType,
  { en: 'Households of a register', zh: '文化户口台账条目列表', detail: 'by village, then by household.' },
);

@Holds('NONE')
@ObjectType('HouseholdEducationRegisterSchoolingTotal', {
  description: describe('Children by where they study', '就学情况小计'),
})
export class HouseholdRegisterSchoolingTotalType {
  @Field(() => ScreenedSchoolingEnum.type, {
    nullable: true,
    description: describe('Where', '就学情况', 'null where nobody has checked it.'),
  })
  schooling!: ScreenedSchooling | null;

  @Field(() => Int, { description: describe('Children of visited households', '儿童人数') })
  children!: number;
}

@Holds('NONE')
@ObjectType('HouseholdEducationRegisterAccount', {
  description: describe('What a household education register adds up to', '文化户口台账核对'),
})
export class HouseholdRegisterAccountType {
  @Field(() => Int, { description: describe('Villages', '村(社区)数') })
  villages!: number;

  @Field(() => Int, {
    description: describe(
      'Villages that have not said how many households they have',
      '底册户数不明的村(社区)数',
    ),
  })
  villagesNotCounted!: number;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Households listed',
      '底册户数',
      'null while one village has not said how many it has.',
    ),
  })
  households!: number | null;

  @Field(() => Int, { description: describe('Households visited', '已入户数') })
  visited!: number;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Households not visited',
      '未入户数',
      'with those where nobody was at home; null where nobody knows how many households there are.',
    ),
  })
  notVisited!: number | null;

  @Field(() => Int, { description: describe('Households where nobody was at home', '家中无人户数') })
  notMet!: number;

  @Field(() => Int, { description: describe('Households that moved away', '已搬离户数') })
  movedAway!: number;

  @Field(() => Int, { description: describe('Households that do not exist', '查无此户数') })
  notFound!: number;

  @Field(() => Int, { description: describe('Members of visited households', '登记人数') })
  members!: number;

  @Field(() => Int, { description: describe('Members whose level was checked', '已核文化程度人数') })
  checked!: number;

  @Field(() => Int, {
    description: describe('Members whose level nobody has checked', '未核文化程度人数'),
  })
  unchecked!: number;

  @Field(() => Int, {
    description: describe('Children of whom nobody has checked where they study', '就学情况未核儿童数'),
  })
  schoolingUnknown!: number;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Checked of all members',
      '文化户口完整率',
      '0 to 1; null before the first member is written down.',
    ),
  })
  memberShare!: number | null;

  @Field(() => [HouseholdRegisterSchoolingTotalType], {
    description: describe('Children of visited households by where they study', '按就学情况'),
  })
  bySchooling!: readonly HouseholdRegisterSchoolingTotalType[];
}

@Holds('HOUSEHOLD')
@ObjectType('HouseholdEducationRegister', {
  description: describe(
    'Household education register',
    '文化户口台账',
    'who of each household studies what and where, as visits found it.',
  ),
})
export class HouseholdRegisterType {
  @Field(() => HouseholdRegisterScopeEnum.type, { description: describe('Whose book it is', '台账层级') })
  scope!: HouseholdRegisterScope;

  @Field(() => String, {
    description: describe('Code of the division, cut by level, or of the school', '代码'),
  })
  code!: string;

  @Field(() => String, { description: describe('Title as it is printed', '标题') })
  title!: string;

  @Field(() => RegisterStateType, {
    description: describe(
      'State of the field screening',
      '名册状态',
      'found where one household was visited.',
    ),
  })
  register!: RegisterState;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Document and clause that ask for it',
      '政策依据',
      'null where no document of the county does.',
    ),
  })
  policyClause!: string | null;
}
