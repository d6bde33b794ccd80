import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../_kit/request-context.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { ChildFileType, ChildGuardianType } from './child-file.type.js';
import type { ChildGuardian } from './child-guardian.entity.js';
import type { CivilAffairsLoaders } from './loaders.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => ChildFileType)
export class ChildFileResolver {
  @FieldResolver(() => [ChildGuardianType], {
    description: describe('Guardians', '监护人', 'those who look after the child first.'),
  })
  guardians(
    @Root() { sourceKey }: ChildFileType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly ChildGuardian[]> {
    return loaders.guardiansByFile.load(sourceKey);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '居住地区划') })
  residenceDivision(
    @Root() { residenceDivisionCode }: ChildFileType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(residenceDivisionCode);
  }
}
