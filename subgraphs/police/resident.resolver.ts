import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../_kit/request-context.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import type { PoliceLoaders } from './loaders.js';
import { ResidentType } from './resident.type.js';

@Resolver(() => ResidentType)
export class ResidentResolver {
  @FieldResolver(() => DivisionType, { description: describe('Place of registration', '户籍地') })
  registeredDivision(
    @Root() { registeredDivisionCode }: ResidentType,
    @Ctx() { loaders }: RequestContext<PoliceLoaders>,
  ): Promise<DivisionType> {
    return loaders.divisions.load(registeredDivisionCode);
  }
}
