import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import type { TokenRevocation } from './token-revocation.entity.js';
import {
  LiftRevocationInput,
  LiftRevocationPayload,
  RevokeTokenInput,
  RevokeTokenPayload,
  TokenRevocationConnectionType,
  TokenRevocationType,
} from './token-revocation.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => TokenRevocationType)
export class TokenRevocationResolver {
  @RequiresScope(COORDINATION_SCOPES.readApprovals)
  @Query(() => TokenRevocationConnectionType, {
    nullable: true,
    description: describe('Revocations of tokens', '令牌撤销列表', 'the latest come first.'),
  })
  tokenRevocations(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<TokenRevocation>> {
    return loaders.listRevocations(page);
  }

  @RequiresScope(COORDINATION_SCOPES.manageApprovals)
  @Mutation(() => RevokeTokenPayload, {
    description: describe(
      'Revokes a stolen token, or all tokens of an account',
      '撤销令牌',
      'counts within 5 seconds at every agency.',
    ),
  })
  revokeToken(
    @Arg('input', () => RevokeTokenInput, { description: describe('What is revoked', '撤销内容') })
    input: RevokeTokenInput,
    @Ctx() { loaders }: Context,
  ): Promise<RevokeTokenPayload> {
    return loaders.revokeToken(input);
  }

  @RequiresScope(COORDINATION_SCOPES.manageApprovals)
  @Mutation(() => LiftRevocationPayload, {
    description: describe('Lifts a revocation before its end', '解除令牌撤销'),
  })
  liftRevocation(
    @Arg('input', () => LiftRevocationInput, { description: describe('What is lifted', '解除内容') })
    input: LiftRevocationInput,
    @Ctx() { loaders }: Context,
  ): Promise<LiftRevocationPayload> {
    return loaders.liftRevocation(input);
  }
}
