import { Directive, Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { SexEnum } from '../_kit/schema/person.enums.js';
import { RelationToHouseholderEnum } from './relation-to-householder.enum.js';
import { HouseholdKindEnum } from './resident.enums.js';
import { POLICE_SCOPES } from './scopes.js';

@Holds('HOUSEHOLD')
@ObjectType('HouseholdMember', {
  description: describe('Member of a household', '户成员', 'of an adult no more than stands here is shown.'),
})
export class HouseholdMemberType {
  @Field(() => String, { description: describe('Name as registered', '姓名') })
  name!: string;

  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => RelationToHouseholderEnum.type, {
    description: describe('Relation to the householder', '与户主关系'),
  })
  relationToHouseholder!: EnumValue<typeof RelationToHouseholderEnum>;

  /** Column behind `student`; null for adults. */
  studentId!: string | null;
}

@Holds('HOUSEHOLD')
@ObjectType('Household', {
  description: describe(
    'Household',
    '户',
    'one page of the household register. Poverty and civil affairs keep households of their own, which need not agree.',
  ),
})
@Directive('@key(fields: "id")')
@RequiresScope(POLICE_SCOPES.readHouseholds)
export class HouseholdType {
  @Field(() => String, {
    description: describe('Household number, masked', '户号(脱敏)', 'the number itself is not handed out.'),
  })
  maskedHouseholdNumber!: string;

  @Field(() => HouseholdKindEnum.type, { description: describe('Kind', '户别') })
  kind!: EnumValue<typeof HouseholdKindEnum>;

  @Field(() => String, { description: describe('Name of the householder', '户主姓名') })
  householderName!: string;

  @Field(() => IsoDateScalar, { description: describe('Established on', '立户日期') })
  establishedOn!: string;

  /** Columns behind `id`, `addressDivision` and `address`. */
  householdId!: string;
  addressDivisionCode!: string;
  address!: string;
}

@Holds('HOUSEHOLD')
@ObjectType('HouseholdRegister', { description: describe('Households of one child', '户登记册') })
export class HouseholdRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => HouseholdType, {
    nullable: true,
    description: describe('Current household', '当前户', 'of the current registration.'),
  })
  current!: HouseholdType | null;

  @Field(() => [HouseholdType], {
    description: describe('All households', '全部户', 'more than one where the child is registered twice.'),
  })
  records!: readonly HouseholdType[];
}
