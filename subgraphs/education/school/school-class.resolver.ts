import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolClassType } from './school-class.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolClassType)
export class SchoolClassSizeResolver {
  @FieldResolver(() => Int, { description: describe('Pupils on its roll', '班额') })
  size(@Root() { code }: SchoolClassType, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.classSizes.load(code);
  }

  @FieldResolver(() => Boolean, {
    description: describe('Oversized class', '大班额', 'by the policy in force where the school stands.'),
  })
  async isOversized(
    @Root() { code, schoolCode }: SchoolClassType,
    @Ctx() { loaders }: Context,
  ): Promise<boolean> {
    const [size, { classSizes }] = await Promise.all([
      loaders.classSizes.load(code),
      loaders.policyOf(schoolCode),
    ]);
    return size >= classSizes.oversizedFrom.value;
  }
}
