import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { AccessGrant } from './access-grant.entity.js';
import {
  AccessGrantConnectionType,
  AccessGrantType,
  GrantAccessInput,
  GrantAccessPayload,
  RevokeGrantInput,
  RevokeGrantPayload,
} from './access-grant.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => AccessGrantType)
export class AccessGrantResolver {
  @RequiresScope(COORDINATION_SCOPES.readApprovals)
  @Query(() => AccessGrantConnectionType, {
    nullable: true,
    description: describe('Grants about children within reach', '跨区域授权列表', 'the latest come first.'),
  })
  accessGrants(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AccessGrant>> {
    return loaders.listGrants(page);
  }

  @RequiresScope(COORDINATION_SCOPES.manageApprovals)
  @Mutation(() => GrantAccessPayload, {
    description: describe('Opens a child to the officers of another area', '跨区域授权'),
  })
  grantAccess(
    @Arg('input', () => GrantAccessInput, { description: describe('What is granted', '授权内容') })
    input: GrantAccessInput,
    @Ctx() { loaders }: Context,
  ): Promise<GrantAccessPayload> {
    return loaders.grantAccess(input);
  }

  @RequiresScope(COORDINATION_SCOPES.manageApprovals)
  @Mutation(() => RevokeGrantPayload, {
    description: describe('Revokes a grant', '撤销跨区域授权', 'counts within 5 seconds at every agency.'),
  })
  revokeGrant(
    @Arg('input', () => RevokeGrantInput, { description: describe('What is revoked', '撤销内容') })
    input: RevokeGrantInput,
    @Ctx() { loaders }: Context,
  ): Promise<RevokeGrantPayload> {
    return loaders.revokeGrant(input);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: AccessGrant): StudentType {
    return { id: studentId };
  }
}
