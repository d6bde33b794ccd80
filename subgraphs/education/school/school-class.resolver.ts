import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolClassType } from './school-class.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolClassType)
export class SchoolClassSizeResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: describe('Pupils on its roll', '班额', 'null where the student status is not loaded.'),
  })
  async size(@Root() { code }: SchoolClassType, @Ctx() { loaders }: Context): Promise<number | null> {
    return (await loaders.isLoaded('STUDENT_STATUS')) ? loaders.classSizes.load(code) : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: describe(
      'Oversized class',
      '大班额',
      'by the policy in force where the school stands; null where the student status is not loaded.',
    ),
  })
  isOversized(
    @Root() { code, schoolCode }: SchoolClassType,
    @Ctx() { loaders }: Context,
  ): Promise<boolean | null> {
    return isOfSize(loaders, { code, schoolCode }, 'oversizedFrom');
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: describe(
      'Severely oversized class',
      '超大班额',
      'by the policy in force where the school stands; null where the student status is not loaded.',
    ),
  })
  isSeverelyOversized(
    @Root() { code, schoolCode }: SchoolClassType,
    @Ctx() { loaders }: Context,
  ): Promise<boolean | null> {
    return isOfSize(loaders, { code, schoolCode }, 'severelyOversizedFrom');
  }
}

async function isOfSize(
  loaders: EducationLoaders,
  { code, schoolCode }: Pick<SchoolClassType, 'code' | 'schoolCode'>,
  limit: keyof ResolvedPolicy['classSizes'],
): Promise<boolean | null> {
  if (!(await loaders.isLoaded('STUDENT_STATUS'))) return null;
  const [size, { classSizes }] = await Promise.all([
    loaders.classSizes.load(code),
    loaders.policyOf(schoolCode),
  ]);
  return size >= classSizes[limit].value;
}
