import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { StudentType } from '../student.type.js';
import { DropoutReasonEnum } from './casework.enums.js';
import {
  CaseworkType,
  ScreeningConnectionType,
  ScreeningEvidenceType,
  ScreeningFilter,
  ScreeningVisitType,
} from './casework.type.js';
import { DispositionEnum } from './disposition.enums.js';
import type { DropoutCase } from './dropout-case.entity.js';
import { ReturnCheckType, ReturnPlacementType } from './case-return.type.js';
import { CaseFilter, DropoutCaseConnectionType, DropoutCaseType } from './dropout-case.type.js';
import { PersuadingBodiesType } from './persuading-bodies.type.js';
import { PersuasionVisitType } from './persuasion-visit.type.js';
import type { SupportPlan } from './support-plan.entity.js';
import { SupportPlanType } from './support-plan.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { shownDisposition, shownEvidence, shownReason } from './restricted-findings.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import type { ScreeningVisit } from './screening-visit.entity.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => StudentType)
export class StudentCaseworkResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @FieldResolver(() => CaseworkType, {
    nullable: true,
    description: describe('Casework', '个案办理', 'from coordination.'),
  })
  async casework(@Root() student: StudentIdentity, @Ctx() { loaders }: Context): Promise<object> {
    const [cases, screenings, orders, referrals, own, joined, ofHousehold] = await Promise.all([
      loaders.cases.load(student),
      loaders.screenings.load(student),
      loaders.orders.load(student),
      loaders.referrals.load(student),
      loaders.plans.load(student),
      loaders.joinedPlans.load(student),
      // At the same moment as all else, so that what hangs from any plan is asked for at once.
      loaders.plansOfHousehold.load(student),
    ]);

    return {
      // A child who was only visited, or only referred, has no case, and still is on the register.
      register:
        [cases, screenings, orders, referrals, own, joined].find(({ rows }) => rows.length > 0)?.register ??
        cases.register,
      current: cases.rows.find(({ closedOn }) => closedOn === null) ?? null,
      cases: cases.rows,
      screenings: screenings.rows,
      orders: orders.rows,
      referrals: referrals.rows,
      plans: latestFirst([...own.rows, ...ofHousehold]),
    };
  }
}

function latestFirst(plans: readonly SupportPlan[]): readonly SupportPlan[] {
  return plans.toSorted(
    (a, b) => b.drawnUpOn.localeCompare(a.drawnUpOn) || Number(BigInt(b.id) - BigInt(a.id)),
  );
}

@Resolver(() => ScreeningVisitType)
export class ScreeningVisitResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @Query(() => ScreeningConnectionType, {
    nullable: true,
    description: describe('Screening visits within reach', '摸排列表', 'the latest first.'),
  })
  screenings(
    @Arg('filter', () => ScreeningFilter, {
      nullable: true,
      description: describe('Which visits', '筛选条件'),
    })
    filter: ScreeningFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ScreeningVisit>> {
    return loaders.listScreenings(filter ?? {}, page);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ScreeningVisit): StudentType {
    return { id: studentId };
  }

  @FieldResolver(() => DispositionEnum.type, {
    nullable: true,
    description: describe(
      'Proposed finding',
      '拟定结论',
      'null when the visit brought no answer, or one that only another agency may tell.',
    ),
  })
  proposedDisposition(@Root() visit: ScreeningVisit): string | null {
    return shownDisposition(visit);
  }

  @FieldResolver(() => [ScreeningEvidenceType], { description: describe('Evidence', '佐证材料') })
  evidence(@Root() visit: ScreeningVisit): readonly ScreeningEvidenceType[] {
    return shownEvidence(visit);
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Where the child was found to live', '核实居住地'),
  })
  residenceDivision(
    @Root() { residenceDivisionCode: code }: ScreeningVisit,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return code ? loaders.divisions.load(code) : null;
  }
}

@Resolver(() => DropoutCaseType)
export class DropoutCaseResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @Query(() => DropoutCaseConnectionType, {
    nullable: true,
    description: describe('Dropout cases within reach', '辍学个案列表', 'the latest first.'),
  })
  cases(
    @Arg('filter', () => CaseFilter, { nullable: true, description: describe('Which cases', '筛选条件') })
    filter: CaseFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DropoutCase>> {
    return loaders.listCases(filter ?? {}, page);
  }

  @FieldResolver(() => DropoutReasonEnum.type, { description: describe('Reason', '辍学原因') })
  reason(@Root() { reason }: DropoutCase): string {
    return shownReason(reason);
  }

  @FieldResolver(() => DivisionType, {
    description: describe('Township to which the case belongs', '所属乡镇(街道)'),
  })
  township(@Root() { townshipCode }: DropoutCase, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(townshipCode);
  }

  @FieldResolver(() => PersuadingBodiesType, {
    nullable: true,
    description: describe(
      'Who has to persuade the child to return',
      '劝返责任',
      'by the policy in force where the child lives; null when the case is closed or the child has returned.',
    ),
  })
  persuadedBy(@Root() dropout: DropoutCase, @Ctx() { loaders }: Context): PersuadingBodiesType | null {
    return dropout.closedOn == null && dropout.returnedOn == null ? loaders.persuadingBodies(dropout) : null;
  }

  @FieldResolver(() => [PersuasionVisitType], {
    description: describe('Persuasion visits', '劝返记录', 'latest first.'),
  })
  persuasionVisits(
    @Root() { caseNumber }: DropoutCase,
    @Ctx() { loaders }: Context,
  ): Promise<readonly object[]> {
    return loaders.visitsOfCase.load(caseNumber);
  }

  @FieldResolver(() => [ReturnPlacementType], {
    description: describe('Placements on return', '复学安置', 'latest first.'),
  })
  placements(@Root() { caseNumber }: DropoutCase, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.placementsOfCase.load(caseNumber);
  }

  @FieldResolver(() => [ReturnCheckType], {
    description: describe('Checks of the return', '复学跟踪记录', 'latest first.'),
  })
  returnChecks(@Root() { caseNumber }: DropoutCase, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.checksOfCase.load(caseNumber);
  }

  @FieldResolver(() => SupportPlanType, {
    nullable: true,
    description: describe('Plan for the pupil', '一生一案', 'the latest; null when none was drawn up.'),
  })
  plan(@Root() { caseNumber }: DropoutCase, @Ctx() { loaders }: Context): Promise<object | null> {
    return latestPlan('PUPIL', caseNumber, loaders);
  }

  @FieldResolver(() => SupportPlanType, {
    nullable: true,
    description: describe(
      'Plan for the household',
      '一家一案',
      'the latest, drawn up for this child or joined by it; null when there is none.',
    ),
  })
  async householdPlan(
    @Root() { caseNumber }: DropoutCase,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> {
    const [own, [joined]] = await Promise.all([
      latestPlan('HOUSEHOLD', caseNumber, loaders),
      loaders.joinedPlansOfCase.load(caseNumber),
    ]);
    return own ?? (joined ? loaders.plansByNumber.load(joined.planNumber) : null);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: DropoutCase): StudentType {
    return { id: studentId };
  }
}

async function latestPlan(
  scope: string,
  caseNumber: string,
  { plansOfCase }: CoordinationLoaders,
): Promise<object | null> {
  const plans = await plansOfCase.load(caseNumber);
  return plans.find((plan) => plan.scope === scope) ?? null;
}
