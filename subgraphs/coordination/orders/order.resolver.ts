import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { Body } from '../casework/body.enums.js';
import type { DropoutCase } from '../casework/dropout-case.entity.js';
import { DropoutCaseType } from '../casework/dropout-case.type.js';
import type { EnforcementOrder } from '../casework/enforcement-order.entity.js';
import { EnforcementOrderType } from '../casework/enforcement-order.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { issuerCodeOf, officeName } from './issuer-name.js';
import type { NextOrder } from './next-order.js';
import {
  IssueOrderInput,
  RecordComplianceInput,
  RecordJustifiedReasonInput,
  RecordServiceInput,
  WithdrawOrderInput,
} from './order.input.js';
import {
  IssueOrderPayload,
  RecordCompliancePayload,
  RecordJustifiedReasonPayload,
  RecordServicePayload,
  WithdrawOrderPayload,
} from './order.payload.js';
import { JustifiedReasonType, NextOrderType } from './order.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => DropoutCaseType)
export class CaseOrdersResolver {
  @FieldResolver(() => NextOrderType, {
    description: describe('What the order ladder asks for next', '下一步依法控辍程序'),
  })
  nextOrder(@Root() dropout: DropoutCase, @Ctx() { loaders }: Context): Promise<NextOrder> {
    return loaders.nextOrderOf(dropout);
  }

  @FieldResolver(() => [EnforcementOrderType], {
    description: describe('Notices and orders of the case', '个案法律文书', 'latest first.'),
  })
  orders(@Root() { caseNumber }: DropoutCase, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.ordersOfCase.load(caseNumber);
  }

  @FieldResolver(() => [JustifiedReasonType], {
    description: describe('Justified reasons that people found', '正当理由', 'earliest first.'),
  })
  justifiedReasons(
    @Root() { caseNumber }: DropoutCase,
    @Ctx() { loaders }: Context,
  ): Promise<readonly object[]> {
    return loaders.justifiedReasonsOfCase.load(caseNumber);
  }
}

@Resolver(() => EnforcementOrderType)
export class OrderOfResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @Query(() => EnforcementOrderType, {
    nullable: true,
    description: describe('One notice or order', '法律文书', 'by its number.'),
  })
  enforcementOrder(
    @Arg('orderNumber', () => String, { description: describe('Number', '文书编号') }) orderNumber: string,
    @Ctx() { loaders }: Context,
  ): Promise<EnforcementOrder> {
    return loaders.findOrder(orderNumber);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      'Full name of the office that issued it',
      '发文机关',
      'null when its place has no name here.',
    ),
  })
  async issuerName(@Root() order: EnforcementOrder, @Ctx() { loaders }: Context): Promise<string | null> {
    const place = await loaders.issuerNames.load(issuerCodeOf(order));
    return place === null ? null : officeName(order.issuedBy as Body, place);
  }
}

@Resolver()
export class OrderCommandResolver {
  @RequiresScope(COORDINATION_SCOPES.issueOrders)
  @Mutation(() => IssueOrderPayload, {
    description: describe(
      'Issues the step of the ladder that is due',
      '签发法律文书',
      'a person decides it.',
    ),
  })
  issueOrder(
    @Arg('input', () => IssueOrderInput, { description: describe('What is issued', '签发内容') })
    input: IssueOrderInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.issueOrder(input);
  }

  @RequiresScope(COORDINATION_SCOPES.issueOrders)
  @Mutation(() => RecordServicePayload, { description: describe('Records proof of service', '登记送达回证') })
  recordService(
    @Arg('input', () => RecordServiceInput, { description: describe('Proof of service', '送达回证') })
    input: RecordServiceInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordService(input);
  }

  @RequiresScope(COORDINATION_SCOPES.issueOrders)
  @Mutation(() => RecordCompliancePayload, {
    description: describe('Records obedience that no register shows', '登记履行情况'),
  })
  recordCompliance(
    @Arg('input', () => RecordComplianceInput, { description: describe('How it was obeyed', '履行情况') })
    input: RecordComplianceInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordCompliance(input);
  }

  @RequiresScope(COORDINATION_SCOPES.issueOrders)
  @Mutation(() => WithdrawOrderPayload, { description: describe('Withdraws an order', '撤回法律文书') })
  withdrawOrder(
    @Arg('input', () => WithdrawOrderInput, { description: describe('What is withdrawn', '撤回内容') })
    input: WithdrawOrderInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.withdrawOrder(input);
  }

  @RequiresScope(COORDINATION_SCOPES.issueOrders)
  @Mutation(() => RecordJustifiedReasonPayload, {
    description: describe('Records a justified reason, which stops the ladder', '登记正当理由'),
  })
  recordJustifiedReason(
    @Arg('input', () => RecordJustifiedReasonInput, { description: describe('The reason', '正当理由') })
    input: RecordJustifiedReasonInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordJustifiedReason(input);
  }
}
