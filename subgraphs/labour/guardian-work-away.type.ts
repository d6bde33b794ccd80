import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { MigrantWorkIndustryEnum, WorkerRelationEnum } from './guardian-work-away.enums.js';

@Holds('LABOUR')
@ObjectType('GuardianWorkAway', {
  description: describe('Work of a guardian away from home', '监护人外出务工'),
})
export class GuardianWorkAwayType {
  @Field(() => WorkerRelationEnum.type, { description: describe('Who is away', '外出监护人') })
  guardian!: EnumValue<typeof WorkerRelationEnum>;

  @Field(() => String, { description: describe('Where to', '务工地') })
  destinationName!: string;

  @Field(() => String, {
    description: describe(
      'County where the work is',
      '务工地县级区划代码',
      '6 digits; mostly in another province.',
    ),
  })
  destinationCountyCode!: string;

  @Field(() => MigrantWorkIndustryEnum.type, { description: describe('Industry', '务工行业') })
  industry!: EnumValue<typeof MigrantWorkIndustryEnum>;

  @Field(() => IsoDateScalar, { description: describe('Away since', '外出日期') })
  startedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Returned or expected back on', '返乡日期', 'null when no return is known.'),
  })
  endsOn!: string | null;
}

@Holds('LABOUR')
@ObjectType('GuardianWorkAwayRegister', {
  description: describe('Guardians of one child who work away', '监护人外出务工登记'),
})
export class GuardianWorkAwayRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [GuardianWorkAwayType], {
    description: describe('Absences, past and present', '外出记录', 'the latest first.'),
  })
  records!: readonly GuardianWorkAwayType[];
}
