import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import { officerOf } from './assistance-officer.js';
import type { PovertyLoaders } from './loaders.js';
import type { PovertyHousehold } from './poverty-household.entity.js';
import {
  AssistanceOfficerType,
  PovertyHouseholdConnectionType,
  PovertyHouseholdFilter,
  PovertyHouseholdType,
} from './poverty-household.type.js';
import type { PovertyHouseholdMember } from './poverty-household-member.entity.js';
import { PovertyHouseholdMemberType } from './poverty-household-member.type.js';
import { POVERTY_SCOPES } from './scopes.js';

type Context = RequestContext<PovertyLoaders>;

@Resolver(() => PovertyHouseholdType)
export class PovertyHouseholdResolver {
  @RequiresScope(POVERTY_SCOPES.listHouseholds)
  @Query(() => PovertyHouseholdConnectionType, {
    nullable: true,
    description: describe(
      'Poverty and monitored households within reach',
      '建档立卡户与监测户列表',
      'in order of code.',
    ),
  })
  povertyHouseholds(
    @Arg('filter', () => PovertyHouseholdFilter, {
      nullable: true,
      description: describe('Which households', '筛选条件'),
    })
    filter: PovertyHouseholdFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PovertyHousehold>> {
    return loaders.listPovertyHouseholds(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Address', '住址区划') })
  division(
    @Root() { divisionCode }: PovertyHouseholdType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => AssistanceOfficerType, { description: describe('Responsible officer', '帮扶责任人') })
  responsibleOfficer(@Root() household: PovertyHouseholdType): AssistanceOfficerType {
    return officerOf(household);
  }

  @FieldResolver(() => [PovertyHouseholdMemberType], {
    description: describe('Children of the household', '未成年成员', 'those within reach, the eldest first.'),
  })
  children(
    @Root() { code }: PovertyHouseholdType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly PovertyHouseholdMember[]> {
    return loaders.householdChildren.load(code);
  }
}

@Resolver(() => PovertyHouseholdMemberType)
export class PovertyHouseholdMemberResolver {
  @FieldResolver(() => DivisionType, {
    description: describe('Where the office files the child', '居住地区划'),
  })
  residenceDivision(
    @Root() { residenceDivisionCode }: PovertyHouseholdMemberType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(residenceDivisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: PovertyHouseholdMemberType): StudentType {
    return { id: studentId };
  }
}
