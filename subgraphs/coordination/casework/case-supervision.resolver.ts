import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { HubError } from '../../_kit/errors.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { LedgerScopeEnum, type LedgerScope } from '../ledger/ledger.enums.js';
import { StudentConnectionType } from '../register/student-list.type.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import type { StudentType } from '../student.type.js';
import type { FiguresOfArea } from './case-figures.js';
import { AreaCaseFiguresType } from './case-figures.type.js';
import { PlanScopeEnum } from './support-plan.enums.js';
import type { PlanGapRequest } from './plan-gap.list.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver()
export class CaseSupervisionResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @Query(() => StudentConnectionType, {
    nullable: true,
    description: describe(
      'Children who need a plan and have none',
      '应建未建帮扶方案学生列表',
      "by the county's documents and, for the pupil's plan, with a confirmed case; by name.",
    ),
  })
  studentsWithoutPlan(
    @Arg('scope', () => PlanScopeEnum.type, {
      defaultValue: 'PUPIL',
      description: describe('Which plan', '方案范围'),
    })
    scope: PlanGapRequest['scope'],
    @Arg('division', () => String, {
      nullable: true,
      description: describe('Division in which the child is counted, any level', '区划代码'),
    })
    division: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StudentType>> {
    return loaders.listPlanGaps({ scope, division: division ?? null }, page);
  }

  @RequiresScope(COORDINATION_SCOPES.readLedger)
  @Query(() => AreaCaseFiguresType, {
    nullable: true,
    description: describe(
      'Effectiveness of verification and return',
      '核查和劝返复学工作成效',
      'of a county, township or school, for callers whose area holds it entirely.',
    ),
  })
  caseFigures(
    @Arg('scope', () => LedgerScopeEnum.type, { description: describe('Whose', '层级') })
    scope: LedgerScope,
    @Arg('code', () => String, { description: describe('Division or school code', '代码') })
    code: string,
    @Arg('openedFrom', () => IsoDateScalar, {
      nullable: true,
      description: describe('Opened on or after', '立案起始日期'),
    })
    openedFrom: string | null | undefined,
    @Arg('openedTo', () => IsoDateScalar, {
      nullable: true,
      description: describe('Opened on or before', '立案截止日期'),
    })
    openedTo: string | null | undefined,
    @Ctx() { loaders, access }: Context,
  ): Promise<FiguresOfArea> {
    // An approval for one child opens no figures of all.
    if (access.onlyStudent !== undefined) throw new HubError('NOT_FOUND');
    return loaders.caseFigures({
      scope,
      code,
      openedFrom: openedFrom ?? null,
      openedTo: openedTo ?? null,
    });
  }
}
