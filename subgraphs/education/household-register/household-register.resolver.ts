import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { HubError } from '../../_kit/errors.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { ScreenedMemberType } from '../screening/screened-household.type.js';
import type { ScreenedMember } from '../screening/screened-member.entity.js';
import { HouseholdRegisterScopeEnum, type HouseholdRegisterScope } from './household-register.enums.js';
import type { HouseholdRegister, HouseholdRegisterLine } from './household-register.list.js';
import {
  HouseholdRegisterAccountType,
  HouseholdRegisterLineConnectionType,
  HouseholdRegisterLineType,
  HouseholdRegisterType,
} from './household-register.type.js';
import type { RegisterAccount } from './register-account.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => HouseholdRegisterType)
export class HouseholdRegisterResolver {
  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @Query(() => HouseholdRegisterType, {
    nullable: true,
    description: describe(
      'Household education register of a county, township, village or catchment area',
      '文化户口台账',
      "for callers whose area holds the register's entirely.",
    ),
  })
  householdEducationRegister(
    @Arg('scope', () => HouseholdRegisterScopeEnum.type, { description: describe('Whose book', '台账层级') })
    scope: HouseholdRegisterScope,
    @Arg('code', () => String, { description: describe('Division or school code', '代码') })
    code: string,
    @Ctx() { loaders, access }: Context,
  ): Promise<HouseholdRegister> {
    // An approval for one child opens no list of all.
    if (access.onlyStudent !== undefined) throw new HubError('NOT_FOUND');
    return loaders.findHouseholdRegister({ scope, code });
  }

  @FieldResolver(() => HouseholdRegisterLineConnectionType, {
    description: describe('Households', '台账条目'),
  })
  households(
    @Root() register: HouseholdRegister,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<HouseholdRegisterLine>> {
    return loaders.listRegisterLines(register, page);
  }

  @FieldResolver(() => HouseholdRegisterAccountType, {
    description: describe('What it adds up to', '台账核对'),
  })
  account(@Root() register: HouseholdRegister, @Ctx() { loaders }: Context): Promise<RegisterAccount> {
    return loaders.registerAccount(register);
  }
}

@Resolver(() => HouseholdRegisterLineType)
export class HouseholdRegisterLineResolver {
  @FieldResolver(() => DivisionType, { description: describe('Village', '村(社区)') })
  division(
    @Root() { divisionCode }: HouseholdRegisterLineType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => [ScreenedMemberType], {
    nullable: true,
    description: describe(
      'Members and what they study',
      '家庭成员',
      'the householder first; null where nobody was met, so that nobody knows.',
    ),
  })
  members(
    @Root() { visit }: HouseholdRegisterLine,
    @Ctx() { loaders }: Context,
  ): Promise<ScreenedMember[]> | null {
    return visit.result === 'VISITED' ? loaders.screenedMembers.load(visit) : null;
  }
}
