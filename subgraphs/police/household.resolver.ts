import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import { findHousehold } from './household-reach.js';
import { HouseholdMemberType, HouseholdType } from './household.type.js';
import type { HouseholdMember } from './household-member.entity.js';
import type { PoliceLoaders } from './loaders.js';
import { POLICE_SCOPES } from './scopes.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver(() => HouseholdType)
export class HouseholdResolver {
  @RequiresScope(POLICE_SCOPES.readHouseholds)
  @Query(() => HouseholdType, {
    nullable: true,
    description: describe(
      'Household by its id',
      '按标识查户',
      'one in the division of the caller, or with a child within its reach.',
    ),
  })
  household(
    @Arg('id', () => ID, { description: describe('Opaque id of the household', '户标识') }) id: string,
    @Ctx() context: Context,
  ): Promise<object> {
    return findHousehold(id, context);
  }

  @FieldResolver(() => ID, {
    description: describe('Opaque id', '户标识', 'says nothing of the household number.'),
  })
  id(@Root() { householdId }: HouseholdType): string {
    return householdId;
  }

  @FieldResolver(() => DivisionType, { description: describe('Division of the address', '住址所在区划') })
  addressDivision(
    @Root() { addressDivisionCode }: HouseholdType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(addressDivisionCode);
  }

  @RequiresScope(POLICE_SCOPES.readAddresses)
  @FieldResolver(() => String, { nullable: true, description: describe('Address', '住址') })
  address(@Root() household: HouseholdType): string {
    return household.address;
  }

  @FieldResolver(() => [HouseholdMemberType], {
    description: describe('Members', '户成员', 'the householder first.'),
  })
  members(
    @Root() { householdId }: HouseholdType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly HouseholdMember[]> {
    return loaders.householdMembers.load(householdId);
  }
}

@Resolver(() => HouseholdMemberType)
export class HouseholdMemberResolver {
  @FieldResolver(() => Int, { description: describe('Year of birth', '出生年份') })
  birthYear(@Root() { birthDate }: HouseholdMember): number {
    return Number(birthDate.slice(0, 4));
  }

  @FieldResolver(() => StudentType, {
    nullable: true,
    description: describe('The child', '学生', 'null for adults.'),
  })
  student(@Root() { studentId }: HouseholdMember): StudentType | null {
    return studentId == null ? null : { id: studentId };
  }
}
