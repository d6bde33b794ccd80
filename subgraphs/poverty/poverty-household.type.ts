import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import type { StandingPeriod } from './household-standings.js';
import {
  MonitoredStateEnum,
  PovertyCauseEnum,
  PovertyHouseholdKindEnum,
  PovertyStandingEnum,
} from './poverty-household.enums.js';

@Holds('POVERTY')
@ObjectType('AssistanceOfficer', {
  description: describe('Officer responsible for a household', '帮扶责任人'),
})
export class AssistanceOfficerType {
  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => String, { description: describe('Post', '职务') })
  post!: string;

  @Field(() => String, { description: describe('Employing body', '单位') })
  agencyName!: string;
}

@Holds('POVERTY')
@ObjectType('PovertyHousehold', {
  description: describe(
    'Registered poverty or monitored household',
    '建档立卡(脱贫)户、监测户',
    "kept by the office's own key; it need not hold the same persons as the household of the police.",
  ),
})
export class PovertyHouseholdType {
  @Field(() => ID, { description: describe("Number in the office's records", '户编号') })
  code!: string;

  @Field(() => String, { description: describe('Householder', '户主姓名') })
  householderName!: string;

  @Field(() => Int, { description: describe('Persons in the household', '家庭人口数') })
  personCount!: number;

  @Field(() => PovertyHouseholdKindEnum.type, { description: describe('Kind at recognition', '户类型') })
  kind!: EnumValue<typeof PovertyHouseholdKindEnum>;

  @Field(() => PovertyCauseEnum.type, { description: describe('Main cause of poverty', '主要致贫原因') })
  cause!: EnumValue<typeof PovertyCauseEnum>;

  @Field(() => MonitoredStateEnum.type, {
    nullable: true,
    description: describe('Why it is monitored today', '监测对象类别', 'null when it is not monitored.'),
  })
  monitoredState!: EnumValue<typeof MonitoredStateEnum> | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Monitored since', '纳入监测日期', 'null when it is not monitored.'),
  })
  monitoredSince!: string | null;

  @Field(() => IsoDateScalar, { description: describe('Recognised on', '识别日期') })
  recognisedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Lifted out of poverty on', '脱贫日期', 'null for one never registered as poor.'),
  })
  liftedOn!: string | null;

  /** Columns behind `division` and `responsibleOfficer`. */
  divisionCode!: string;
  officerName!: string;
  officerPost!: string;
  officerAgencyName!: string;
}

@Holds('POVERTY')
@ObjectType('PovertyStandingPeriod', {
  description: describe('Standing of a household over a period', '户身份变化'),
})
export class StandingPeriodType implements StandingPeriod {
  @Field(() => PovertyStandingEnum.type, { description: describe('Standing', '户身份') })
  standing!: EnumValue<typeof PovertyStandingEnum>;

  @Field(() => IsoDateScalar, { description: describe('From', '起始日期') })
  from!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Until', '终止日期', 'null today.') })
  until!: string | null;
}

@Holds('POVERTY')
@ObjectType('PovertyHouseholdRegister', {
  description: describe('Poverty register on one child’s household', '建档立卡户登记'),
})
export class PovertyHouseholdRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => PovertyHouseholdType, {
    nullable: true,
    description: describe('Household', '当前户', 'the one recognised last, where a child stands in several.'),
  })
  current!: PovertyHouseholdType | null;

  @Field(() => [StandingPeriodType], {
    description: describe('Standings of all its households', '户身份历史', 'the latest first.'),
  })
  history!: readonly StandingPeriod[];
}

@Holds('POVERTY')
@ObjectType('AssistanceOfficerRegister', {
  description: describe('Officer responsible for one child’s household', '帮扶责任人登记'),
})
export class AssistanceOfficerRegisterType {
  @Field(() => RegisterStateType, {
    description: describe(
      'State of the register',
      '名册状态',
      'officers are items of the households register.',
    ),
  })
  register!: RegisterState;

  @Field(() => AssistanceOfficerType, {
    nullable: true,
    description: describe('Officer', '帮扶责任人', 'null when the child is in no household of the register.'),
  })
  current!: AssistanceOfficerType | null;
}

@InputType('PovertyHouseholdFilter', { description: describe('Which households', '户筛选条件') })
export class PovertyHouseholdFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of the address, any level', '住址区划代码'),
  })
  division?: string | null;

  @Field(() => PovertyHouseholdKindEnum.type, { nullable: true, description: describe('Kind', '户类型') })
  kind?: EnumValue<typeof PovertyHouseholdKindEnum> | null;

  @Field(() => MonitoredStateEnum.type, {
    nullable: true,
    description: describe('Monitored for this reason', '监测对象类别', 'any household when left out.'),
  })
  monitoredState?: EnumValue<typeof MonitoredStateEnum> | null;
}

export const PovertyHouseholdConnectionType = connectionType('PovertyHousehold', PovertyHouseholdType, {
  en: 'Poverty and monitored households',
  zh: '建档立卡户与监测户列表',
  detail: 'in order of code.',
});
