import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';
import type { AidMatch } from './aid-match.entity.js';
import {
  AidMatchConnectionType,
  AidMatchCountType,
  AidMatchFilter,
  AidMatchingType,
  AidMatchType,
} from './aid-match.type.js';
import { EligibleFactType } from './aid-match-parts.type.js';
import type { EligibleFact } from './eligible-facts.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => StudentType)
export class StudentAidMatchingResolver {
  @RequiresScope(COORDINATION_SCOPES.readAidMatches)
  @FieldResolver(() => AidMatchingType, {
    nullable: true,
    description: describe('Matching with programmes of aid', '应助尽助比对', 'from coordination.'),
  })
  async aidMatching(@Root() student: StudentIdentity, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.aidMatches.load(student);
    return { register, programmes: rows };
  }
}

@Resolver(() => AidMatchType)
export class AidMatchResolver {
  @RequiresScope(COORDINATION_SCOPES.readAidMatches)
  @Query(() => AidMatchConnectionType, {
    nullable: true,
    description: describe(
      'Children matched with programmes of aid',
      '应助尽助比对列表',
      'children within reach.',
    ),
  })
  aidMatches(
    @Arg('filter', () => AidMatchFilter, {
      nullable: true,
      description: describe('Which matches', '筛选条件'),
    })
    filter: AidMatchFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AidMatch>> {
    return loaders.listAidMatches(filter ?? {}, page);
  }

  @RequiresScope(COORDINATION_SCOPES.readAidMatches)
  @Query(() => [AidMatchCountType], {
    nullable: true,
    description: describe(
      'Children of each programme and verdict',
      '应助尽助比对统计',
      'in a division that the own area holds as a whole; none of a verdict that is not there.',
    ),
  })
  aidMatchCounts(
    @Arg('division', () => String, { description: describe('Division code, any level', '区划代码') })
    division: string,
    @Ctx() { loaders }: Context,
  ): Promise<AidMatchCountType[]> {
    return loaders.countAidMatches(division);
  }

  @Holds('POVERTY')
  @FieldResolver(() => [EligibleFactType], {
    nullable: true,
    description: describe('Groups that the poverty office shows', '扶贫部门认定依据'),
  })
  povertyFacts(@Root() { facts }: AidMatchType): EligibleFact[] {
    return factsOf(facts, 'poverty');
  }

  @Holds('WELFARE')
  @FieldResolver(() => [EligibleFactType], {
    nullable: true,
    description: describe('Groups that civil affairs shows', '民政部门认定依据'),
  })
  welfareFacts(@Root() { facts }: AidMatchType): EligibleFact[] {
    return factsOf(facts, 'civil-affairs');
  }

  @Holds('DISABILITY')
  @FieldResolver(() => [EligibleFactType], {
    nullable: true,
    description: describe("Groups that the disabled persons' federation shows", '残联认定依据'),
  })
  disabilityFacts(@Root() { facts }: AidMatchType): EligibleFact[] {
    return factsOf(facts, 'disability');
  }

  @FieldResolver(() => [EligibleFactType], {
    nullable: true,
    description: describe('Groups that the school shows', '学校认定依据'),
  })
  schoolFacts(@Root() { facts }: AidMatchType): EligibleFact[] {
    return factsOf(facts, 'education', 'coordination');
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: AidMatchType): StudentType {
    return { id: studentId };
  }
}

function factsOf(facts: AidMatch['facts'], ...agencies: readonly string[]): EligibleFact[] {
  return facts.filter(({ agency }) => agencies.includes(agency));
}
