import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';
import type { PushedDownCase } from './pushed-down-case.entity.js';
import {
  PushedDownCaseConnectionType,
  PushedDownCaseFilter,
  PushedDownCaseType,
  PushedDownResultType,
} from './pushed-down-case.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => PushedDownCaseType)
export class PushedDownCaseResolver {
  @RequiresScope(COORDINATION_SCOPES.readDiscrepancies)
  @Query(() => PushedDownCaseConnectionType, {
    nullable: true,
    description: describe(
      'Suspected pupils whom the national platform has sent down',
      '国家平台下发疑似名单',
      'about children within reach, with what the county has found; those to be answered first come first.',
    ),
  })
  pushedDownCases(
    @Arg('filter', () => PushedDownCaseFilter, {
      nullable: true,
      description: describe('Which entries', '筛选条件'),
    })
    filter: PushedDownCaseFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PushedDownCase>> {
    return loaders.listPushedDownCases(filter ?? {}, page);
  }

  @FieldResolver(() => PushedDownResultType, {
    nullable: true,
    description: describe("The county's answer as it stands", '核查结果'),
  })
  async result(
    @Root() { platformNumber }: PushedDownCaseType,
    @Ctx() { loaders }: Context,
  ): Promise<PushedDownResultType | null> {
    const found = await loaders.pushedDownResults.load(platformNumber);
    return found && { ...found, disposition: found.code };
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Where the platform files the child', '所属区划'),
  })
  division(@Root() { divisionCode }: PushedDownCaseType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: PushedDownCaseType): StudentType {
    return { id: studentId };
  }
}
