import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { DisabilityLoaders } from '../loaders.js';
import { DISABILITY_SCOPES } from '../scopes.js';
import {
  RecommendPlacementInput,
  RecommendPlacementPayload,
  RecordHomeMedicalVisitInput,
  RecordHomeMedicalVisitPayload,
} from './commands.input.js';

type Context = RequestContext<DisabilityLoaders>;

@Resolver()
export class DisabilityCommandResolver {
  @RequiresScope(DISABILITY_SCOPES.recommendPlacements)
  @Mutation(() => RecommendPlacementPayload, {
    description: describe('Recommends where a child is taught', '出具入学安置建议', 'education decides.'),
  })
  recommendPlacement(
    @Arg('input', () => RecommendPlacementInput, { description: describe('The recommendation', '安置建议') })
    input: RecommendPlacementInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recommendPlacement(input);
  }

  @RequiresScope(DISABILITY_SCOPES.recordHomeVisits)
  @Mutation(() => RecordHomeMedicalVisitPayload, {
    description: describe('Records a home medical visit', '登记送医上门'),
  })
  recordHomeMedicalVisit(
    @Arg('input', () => RecordHomeMedicalVisitInput, { description: describe('The visit', '送医记录') })
    input: RecordHomeMedicalVisitInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordHomeMedicalVisit(input);
  }
}
