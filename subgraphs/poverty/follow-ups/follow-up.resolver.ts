import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { PovertyLoaders } from '../loaders.js';
import type { RelocationHousehold } from '../relocation-household.entity.js';
import { RelocationHouseholdType } from '../relocation-household.type.js';
import { POVERTY_SCOPES } from '../scopes.js';
import { RecordRelocationFollowUpInput, RecordRelocationFollowUpPayload } from './follow-up.input.js';
import { RelocationFollowUpPlanType } from './follow-up.type.js';

type Context = RequestContext<PovertyLoaders>;

@Resolver(() => RelocationHouseholdType)
export class RelocationFollowUpResolver {
  @FieldResolver(() => RelocationFollowUpPlanType, {
    nullable: true,
    description: describe(
      'Follow-up of the child’s schooling',
      '入学跟踪',
      'null for a child who is not of compulsory school age.',
    ),
  })
  async followUp(
    @Root() relocation: RelocationHousehold,
    @Ctx() { loaders }: Context,
  ): Promise<RelocationFollowUpPlanType | null> {
    const site = await loaders.sites.load(relocation.siteCode);
    return loaders.followUpOf(relocation, site?.divisionCode);
  }

  @RequiresScope(POVERTY_SCOPES.recordFollowUps)
  @Mutation(() => RecordRelocationFollowUpPayload, {
    description: describe('Records where a relocated child goes to school', '登记搬迁户子女入学跟踪'),
  })
  recordRelocationFollowUp(
    @Arg('input', () => RecordRelocationFollowUpInput, {
      description: describe('What was seen', '跟踪记录'),
    })
    input: RecordRelocationFollowUpInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordRelocationFollowUp(input);
  }
}
