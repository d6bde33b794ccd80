import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { describe } from '../_kit/schema/label.js';
import { pageOfRows } from '../_kit/schema/list-page.js';
import { StudentType } from './student.type.js';
import type { HomeMedicalVisit } from './home-medical-visit.entity.js';
import {
  HomeMedicalVisitConnectionType,
  HomeMedicalVisitFilter,
  HomeMedicalVisitRegisterType,
  HomeMedicalVisitType,
} from './home-medical-visit.type.js';
import type { DisabilityLoaders } from './loaders.js';
import { RegisteredChildType } from './registered-child.type.js';
import { DISABILITY_SCOPES } from './scopes.js';

type Context = RequestContext<DisabilityLoaders>;

@Resolver(() => HomeMedicalVisitType)
export class HomeMedicalVisitResolver {
  @RequiresScope(DISABILITY_SCOPES.listHomeVisits)
  @Query(() => HomeMedicalVisitConnectionType, {
    nullable: true,
    description: describe(
      'Home medical visits to children within reach',
      '送医上门列表',
      'the latest first.',
    ),
  })
  homeMedicalVisits(
    @Arg('filter', () => HomeMedicalVisitFilter, {
      nullable: true,
      description: describe('Which visits', '筛选条件'),
    })
    filter: HomeMedicalVisitFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<HomeMedicalVisit>> {
    return loaders.listHomeMedicalVisits(filter ?? {}, page);
  }

  @FieldResolver(() => RegisteredChildType, {
    nullable: true,
    description: describe('Identity as recorded', '在册人员'),
  })
  recordedIdentity(
    @Root() { sourceKey }: HomeMedicalVisitType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> {
    return loaders.registeredChildren.load(sourceKey);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: HomeMedicalVisitType): StudentType {
    return { id: studentId };
  }
}

@Resolver(() => HomeMedicalVisitRegisterType)
export class HomeMedicalVisitRegisterResolver {
  @FieldResolver(() => HomeMedicalVisitConnectionType, {
    description: describe('Visits', '送医上门', 'the latest first.'),
  })
  visits(
    @Root() { rows }: HomeMedicalVisitRegisterType,
    @Args(() => PageArgs) page: PageArgs,
  ): Connection<HomeMedicalVisit> {
    return pageOfRows(rows, page, ({ visitedOn }) => visitedOn);
  }
}
