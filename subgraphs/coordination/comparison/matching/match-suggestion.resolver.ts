import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../../_kit/schema/connection.js';
import { describe } from '../../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import { StudentType } from '../../student.type.js';
import type { MatchSuggestion } from './match-suggestion.entity.js';
import {
  DecideMatchInput,
  DecideMatchPayload,
  MatchSuggestionConnectionType,
  MatchSuggestionType,
  UndoLinkInput,
  UndoLinkPayload,
} from './match-suggestion.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => MatchSuggestionType)
export class MatchSuggestionResolver {
  @RequiresScope(COORDINATION_SCOPES.readDiscrepancies)
  @Query(() => MatchSuggestionConnectionType, {
    nullable: true,
    description: describe('Matches to be decided', '待定匹配列表', 'by record.'),
  })
  matchSuggestions(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<MatchSuggestion>> {
    return loaders.listSuggestions(page);
  }

  @RequiresScope(COORDINATION_SCOPES.decideMatches)
  @Mutation(() => DecideMatchPayload, {
    description: describe('Decides whether two records are one child', '办理匹配'),
  })
  decideMatch(
    @Arg('input', () => DecideMatchInput, { description: describe('The decision', '结论') })
    input: DecideMatchInput,
    @Ctx() { loaders }: Context,
  ): Promise<DecideMatchPayload> {
    return loaders.decideMatch(input);
  }

  @RequiresScope(COORDINATION_SCOPES.decideMatches)
  @Mutation(() => UndoLinkPayload, {
    description: describe('Undoes a link', '撤销关联', 'no record is lost: it stands for itself again.'),
  })
  undoLink(
    @Arg('input', () => UndoLinkInput, { description: describe('The link', '撤销的关联') })
    input: UndoLinkInput,
    @Ctx() { loaders }: Context,
  ): Promise<UndoLinkPayload> {
    return loaders.undoLink(input);
  }

  @FieldResolver(() => StudentType, {
    nullable: true,
    description: describe('Child whose record joins', '待并入学生'),
  })
  member(@Root() { memberId }: MatchSuggestion): StudentType {
    return { id: memberId };
  }

  @FieldResolver(() => StudentType, {
    nullable: true,
    description: describe('Child that it joins', '并入学生'),
  })
  student(@Root() { canonicalId }: MatchSuggestion): StudentType {
    return { id: canonicalId };
  }
}
