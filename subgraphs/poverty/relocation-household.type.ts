import { Field, ID, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe } from '../_kit/schema/label.js';

@Holds('POVERTY')
@ObjectType('RelocationHousehold', {
  description: describe('Relocated household', '易地扶贫搬迁户', 'as entered for one of its children.'),
})
export class RelocationHouseholdType {
  @Field(() => ID, { description: describe("Number in the office's records", '户编号') })
  householdCode!: string;

  @Field(() => IsoDateScalar, { description: describe('Moved in on', '搬迁入住日期') })
  movedOn!: string;

  /** Columns behind `student`, `fromDivision` and `site`. */
  studentId!: string;
  fromDivisionCode!: string;
  siteCode!: string;
}

@Holds('POVERTY')
@ObjectType('RelocationRegister', { description: describe('Relocation of one child', '易地扶贫搬迁登记') })
export class RelocationRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => RelocationHouseholdType, {
    nullable: true,
    description: describe('Latest relocation', '搬迁情况', 'null when the household was not relocated.'),
  })
  current!: RelocationHouseholdType | null;
}

export const RelocationHouseholdConnectionType = connectionType(
  'RelocationHousehold',
  RelocationHouseholdType,
  { en: 'Relocated children', zh: '搬迁户子女列表', detail: 'by the day they moved in, the earliest first.' },
);
