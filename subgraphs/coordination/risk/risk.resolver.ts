import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { StudentType } from '../student.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { RiskAssessmentType } from './risk.type.js';
import { COORDINATION_SCOPES } from '../scopes.js';

@Resolver(() => StudentType)
export class StudentRiskResolver {
  @RequiresScope(COORDINATION_SCOPES.readRisk)
  @FieldResolver(() => RiskAssessmentType, {
    nullable: true,
    description: describe('Risk of dropping out', '辍学风险研判', 'from coordination.'),
  })
  async risk(
    @Root() student: StudentIdentity,
    @Ctx() { loaders }: RequestContext<CoordinationLoaders>,
  ): Promise<object> {
    const [{ register, rows }, factors] = await Promise.all([
      loaders.riskAssessments.load(student),
      loaders.riskFactors.load(student),
    ]);
    const [assessment] = rows;
    return {
      register,
      completeness: assessment && (assessment.missingSources.length > 0 ? 'INCOMPLETE' : 'COMPLETE'),
      assessedAt: assessment ? register.asOf : null,
      missingSources: assessment?.missingSources ?? [],
      factors: factors.rows,
      student,
    };
  }
}
