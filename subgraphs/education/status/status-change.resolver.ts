import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolType } from '../school/school.type.js';
import { StatusChangeType } from './status-change.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => StatusChangeType)
export class StatusChangeSchoolsResolver {
  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe(
      'School left',
      '转出学校',
      'null for an admission, or a school that is not on the list.',
    ),
  })
  fromSchool(
    @Root() { fromSchoolCode }: StatusChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return fromSchoolCode === null ? null : loaders.schools.load(fromSchoolCode);
  }

  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe(
      'School entered',
      '转入学校',
      'null when the child left, or for a school not on the list.',
    ),
  })
  toSchool(
    @Root() { toSchoolCode }: StatusChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return toSchoolCode === null ? null : loaders.schools.load(toSchoolCode);
  }
}
