import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import type { RequestContext } from '../_kit/request-context.js';
import { type Connection, connectionOf, PageArgs, pageRequest } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { ReliefPayment } from './relief-payment.entity.js';
import {
  ReliefPaymentConnectionType,
  ReliefPaymentFilter,
  ReliefPaymentRegisterType,
  ReliefPaymentType,
} from './relief-payment.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => ReliefPaymentType)
export class ReliefPaymentResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listReliefPayments)
  @Query(() => ReliefPaymentConnectionType, {
    nullable: true,
    description: describe(
      'Relief payments for children within reach',
      '救助资金发放列表',
      'the latest first.',
    ),
  })
  reliefPayments(
    @Arg('filter', () => ReliefPaymentFilter, {
      nullable: true,
      description: describe('Which payments', '筛选条件'),
    })
    filter: ReliefPaymentFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ReliefPayment>> {
    return loaders.listReliefPayments(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(@Root() { divisionCode }: ReliefPaymentType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ReliefPaymentType): StudentType {
    return { id: studentId };
  }
}

@Resolver(() => ReliefPaymentRegisterType)
export class ReliefPaymentRegisterResolver {
  @FieldResolver(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register(
    @Root() { student }: ReliefPaymentRegisterType,
    @Ctx() { loaders }: Context,
  ): Promise<RegisterState> {
    return loaders.reliefPaymentState.load(student);
  }

  @FieldResolver(() => ReliefPaymentConnectionType, {
    description: describe('Payments', '发放记录', 'the latest first.'),
  })
  async payments(
    @Root() { student }: ReliefPaymentRegisterType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ReliefPayment>> {
    const request = pageRequest(page, ['date', 'id']);
    const rows = await loaders.reliefPaymentPage.load({ parent: student, ...request, filter: null });
    return connectionOf(rows, request.limit, ({ paidOn, id }) => [paidOn, String(id)]);
  }
}
