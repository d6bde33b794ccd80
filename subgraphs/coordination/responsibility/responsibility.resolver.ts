import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { StudentType } from '../student.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { ResponsibilityType } from './responsibility.type.js';
import { COORDINATION_SCOPES } from '../scopes.js';

@Resolver(() => StudentType)
export class StudentResponsibilityResolver {
  @RequiresScope(COORDINATION_SCOPES.readResponsibility)
  @FieldResolver(() => ResponsibilityType, {
    nullable: true,
    description: describe('Who answers for the child', '包保责任', 'from coordination.'),
  })
  responsibility(
    @Root() student: StudentIdentity,
    @Arg('on', () => IsoDateScalar, {
      nullable: true,
      description: describe(
        'Day',
        '日期',
        'today without one; by the assignments and the policy of that day, at the places to which the child belonged then; those that no register tells are in unknownPlaces.',
      ),
    })
    on: string | null,
    @Ctx() { loaders }: RequestContext<CoordinationLoaders>,
  ): Promise<object> {
    return loaders.responsibilityOn(student, on ?? loaders.today);
  }
}
