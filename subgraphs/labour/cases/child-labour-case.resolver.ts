import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isOpenLabourCase } from '../../../policies/child-labour.js';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import { StudentType } from '../student.type.js';
import type { ChildLabourCase } from './child-labour-case.entity.js';
import {
  ChildLabourCaseConnectionType,
  ChildLabourCaseFilter,
  ChildLabourCaseType,
} from './child-labour-case.type.js';
import { ChildLabourStateEnum, type ChildLabourState } from './child-labour-case.enums.js';
import { ChildLabourFineType } from './child-labour-fine.type.js';
import type { Employer } from '../employers/employer.entity.js';
import { EmployerType } from '../employers/employer.type.js';
import type { LabourInspection } from '../inspections/labour-inspection.entity.js';
import { LabourInspectionType } from '../inspections/labour-inspection.type.js';
import type { LabourLoaders } from '../loaders.js';
import { LABOUR_SCOPES } from '../scopes.js';

type Context = RequestContext<LabourLoaders>;

@Resolver(() => ChildLabourCaseType)
export class ChildLabourCaseResolver {
  @RequiresScope(LABOUR_SCOPES.listChildLabourCases)
  @Query(() => ChildLabourCaseConnectionType, {
    nullable: true,
    description: describe(
      'Child-labour cases of children within reach',
      '童工案件列表',
      'by the day on which the child is to be returned, the earliest first; without an order, by the day on which it was found.',
    ),
  })
  childLabourCases(
    @Arg('filter', () => ChildLabourCaseFilter, {
      nullable: true,
      description: describe('Which cases', '筛选条件'),
    })
    filter: ChildLabourCaseFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ChildLabourCase>> {
    return loaders.listChildLabourCases(filter ?? {}, page);
  }

  @FieldResolver(() => Boolean, {
    description: describe('Open', '未结', 'until the child is returned and its school contacted.'),
  })
  isOpen(@Root() row: ChildLabourCaseType): boolean {
    return isOpenLabourCase(row);
  }

  @FieldResolver(() => ChildLabourStateEnum.type, {
    description: describe('State', '案件状态', 'follows from the days recorded, as of today.'),
  })
  state(@Root() row: ChildLabourCaseType, @Ctx() { loaders }: Context): ChildLabourState {
    return loaders.childLabourStateOf(row);
  }

  @FieldResolver(() => ChildLabourFineType, { description: describe('Basis of the fine', '罚款基数') })
  fine(@Root() row: ChildLabourCase, @Ctx() { loaders }: Context): Promise<ChildLabourFineType> {
    return loaders.fineOf(row);
  }

  @FieldResolver(() => EmployerType, {
    nullable: true,
    description: describe('Employer', '用人单位', 'null for a number that is not on the list of employers.'),
  })
  employer(
    @Root() { employerCode }: ChildLabourCaseType,
    @Ctx() { loaders }: Context,
  ): Promise<Employer | null> {
    return loaders.employers.load(employerCode);
  }

  @FieldResolver(() => LabourInspectionType, {
    nullable: true,
    description: describe(
      'Inspection that found the child',
      '发现案件的检查',
      'null when it was found otherwise.',
    ),
  })
  inspection(
    @Root() { inspectionCode }: ChildLabourCaseType,
    @Ctx() { loaders }: Context,
  ): Promise<LabourInspection | null> | null {
    return inspectionCode ? loaders.inspections.load(inspectionCode) : null;
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '儿童所在区划') })
  division(
    @Root() { divisionCode }: ChildLabourCaseType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ChildLabourCaseType): StudentType {
    return { id: studentId };
  }
}
