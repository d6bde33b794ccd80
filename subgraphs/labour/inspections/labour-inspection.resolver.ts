import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { Employer } from '../employers/employer.entity.js';
import { EmployerType } from '../employers/employer.type.js';
import type { LabourInspection } from './labour-inspection.entity.js';
import {
  LabourInspectionConnectionType,
  LabourInspectionFilter,
  LabourInspectionType,
} from './labour-inspection.type.js';
import type { LabourLoaders } from '../loaders.js';
import { LABOUR_SCOPES } from '../scopes.js';

type Context = RequestContext<LabourLoaders>;

@Resolver(() => LabourInspectionType)
export class LabourInspectionResolver {
  @RequiresScope(LABOUR_SCOPES.readEmployers)
  @Query(() => LabourInspectionConnectionType, {
    nullable: true,
    description: describe('Labour inspections within reach', '劳动监察列表', 'the latest first.'),
  })
  labourInspections(
    @Arg('filter', () => LabourInspectionFilter, {
      nullable: true,
      description: describe('Which inspections', '筛选条件'),
    })
    filter: LabourInspectionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<LabourInspection>> {
    return loaders.listLabourInspections(filter ?? {}, page);
  }

  @FieldResolver(() => Int, { description: describe('Number of inspectors', '检查人数') })
  inspectorCount(@Root() { inspectors }: LabourInspectionType): number {
    return inspectors;
  }

  @FieldResolver(() => EmployerType, {
    nullable: true,
    description: describe('Employer', '用人单位', 'null for a number that is not on the list of employers.'),
  })
  employer(
    @Root() { employerCode }: LabourInspectionType,
    @Ctx() { loaders }: Context,
  ): Promise<Employer | null> {
    return loaders.employers.load(employerCode);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where it took place', '检查地区划') })
  division(
    @Root() { divisionCode }: LabourInspectionType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }
}
