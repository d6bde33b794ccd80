import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../_kit/request-context.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import type { DisabilityLoaders } from './loaders.js';
import { RegisteredChildType } from './registered-child.type.js';

@Resolver(() => RegisteredChildType)
export class RegisteredChildResolver {
  @FieldResolver(() => DivisionType, { description: describe('Where the child lives', '居住地') })
  residenceDivision(
    @Root() { residenceDivisionCode }: RegisteredChildType,
    @Ctx() { loaders }: RequestContext<DisabilityLoaders>,
  ): Promise<DivisionType> {
    return loaders.divisions.load(residenceDivisionCode);
  }
}
