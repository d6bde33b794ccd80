import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { MechanismCheckType } from './mechanism-check.type.js';
import type { MechanismCheck } from './mechanism-checks.js';

@Resolver(() => MechanismCheckType)
export class MechanismCheckResolver {
  @RequiresScope(COORDINATION_SCOPES.readDuties)
  @Query(() => [MechanismCheckType], {
    nullable: true,
    description: describe(
      'Check-list of the five mechanisms in a division',
      '五项制度落实清单',
      'by the policy in force there and the duties at places within reach.',
    ),
  })
  mechanismChecks(
    @Arg('division', () => String, {
      description: describe('Division with all places in it', '行政区划代码', '2, 4, 6, 9 or 12 digits.'),
    })
    division: string,
    @Ctx() { loaders }: RequestContext<CoordinationLoaders>,
  ): Promise<readonly MechanismCheck[]> {
    return loaders.mechanismChecks(division);
  }
}
