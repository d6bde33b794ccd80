import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { HubError } from '../../_kit/errors.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import type { ChildLabourCase } from '../cases/child-labour-case.entity.js';
import { ChildLabourCaseType } from '../cases/child-labour-case.type.js';
import type { Employer } from './employer.entity.js';
import { EmployerConnectionType, EmployerFilter, EmployerType } from './employer.type.js';
import type { LabourInspection } from '../inspections/labour-inspection.entity.js';
import { LabourInspectionType } from '../inspections/labour-inspection.type.js';
import type { LicenceSanction } from './licence-sanction.entity.js';
import { LicenceSanctionType } from './licence-sanction.type.js';
import type { LabourLoaders } from '../loaders.js';
import { LABOUR_SCOPES } from '../scopes.js';

type Context = RequestContext<LabourLoaders>;

/** An employer is named wherever a case is; what else the bureau holds of it opens in the employer's own area. */
@Resolver(() => EmployerType)
export class EmployerResolver {
  @RequiresScope(LABOUR_SCOPES.readEmployers)
  @Query(() => EmployerConnectionType, {
    nullable: true,
    description: describe('Employers within reach', '用人单位列表', 'in order of code.'),
  })
  employers(
    @Arg('filter', () => EmployerFilter, {
      nullable: true,
      description: describe('Which employers', '筛选条件'),
    })
    filter: EmployerFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Employer>> {
    return loaders.listEmployers(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where it stands', '所在区划') })
  division(@Root() { divisionCode }: EmployerType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @RequiresScope(LABOUR_SCOPES.readEmployers)
  @FieldResolver(() => [LabourInspectionType], {
    nullable: true,
    description: describe('Inspections', '劳动监察', 'the latest first.'),
  })
  inspections(
    @Root() { code, divisionCode }: EmployerType,
    @Ctx() { loaders, caller }: Context,
  ): Promise<readonly LabourInspection[]> {
    if (!reachesDivision(caller, divisionCode)) throw new HubError('NOT_FOUND');
    return loaders.inspectionsByEmployer.load(code);
  }

  @RequiresScope(LABOUR_SCOPES.listChildLabourCases)
  @FieldResolver(() => [ChildLabourCaseType], {
    nullable: true,
    description: describe(
      'Child-labour cases',
      '童工案件',
      'of children within reach, the latest found first.',
    ),
  })
  childLabourCases(
    @Root() { code }: EmployerType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly ChildLabourCase[]> {
    return loaders.casesByEmployer.load(code);
  }

  @RequiresScope(LABOUR_SCOPES.readEmployers)
  @FieldResolver(() => [LicenceSanctionType], {
    nullable: true,
    description: describe('Sanctions', '行政处罚', 'the latest first.'),
  })
  licenceSanctions(
    @Root() { code, divisionCode }: EmployerType,
    @Ctx() { loaders, caller }: Context,
  ): Promise<readonly LicenceSanction[]> {
    if (!reachesDivision(caller, divisionCode)) throw new HubError('NOT_FOUND');
    return loaders.sanctionsByEmployer.load(code);
  }
}
