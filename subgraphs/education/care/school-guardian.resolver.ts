import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolGuardianType } from './school-guardian.type.js';
import { EDUCATION_SCOPES } from '../scopes.js';

@Resolver(() => SchoolGuardianType)
export class SchoolGuardianPhoneResolver {
  @RequiresScope(EDUCATION_SCOPES.readGuardianPhone)
  @FieldResolver(() => String, { nullable: true, description: describe('Telephone', '联系电话') })
  phone(
    @Root() { phoneSealed }: SchoolGuardianType,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): string | null {
    return phoneSealed === null ? null : loaders.openPhone(phoneSealed);
  }
}
