import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { AccessApproval } from './access-approval.entity.js';
import {
  AccessApprovalConnectionType,
  AccessApprovalFilter,
  AccessApprovalType,
  ApproveAccessInput,
  ApproveAccessPayload,
  RevokeApprovalInput,
  RevokeApprovalPayload,
} from './access-approval.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => AccessApprovalType)
export class AccessApprovalResolver {
  @RequiresScope(COORDINATION_SCOPES.readApprovals)
  @Query(() => AccessApprovalConnectionType, {
    nullable: true,
    description: describe('Approvals', '访问授权列表', 'the latest come first.'),
  })
  accessApprovals(
    @Arg('filter', () => AccessApprovalFilter, {
      nullable: true,
      description: describe('Which approvals', '筛选条件'),
    })
    filter: AccessApprovalFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AccessApproval>> {
    return loaders.listApprovals(filter ?? {}, page);
  }

  @RequiresScope(COORDINATION_SCOPES.manageApprovals)
  @Mutation(() => ApproveAccessPayload, {
    description: describe('Approves access for a role or an officer', '批准访问'),
  })
  approveAccess(
    @Arg('input', () => ApproveAccessInput, { description: describe('What is approved', '审批内容') })
    input: ApproveAccessInput,
    @Ctx() { loaders }: Context,
  ): Promise<ApproveAccessPayload> {
    return loaders.approveAccess(input);
  }

  @RequiresScope(COORDINATION_SCOPES.manageApprovals)
  @Mutation(() => RevokeApprovalPayload, {
    description: describe('Revokes an approval', '撤销访问授权', 'counts within 5 seconds at every agency.'),
  })
  revokeApproval(
    @Arg('input', () => RevokeApprovalInput, { description: describe('What is revoked', '撤销内容') })
    input: RevokeApprovalInput,
    @Ctx() { loaders }: Context,
  ): Promise<RevokeApprovalPayload> {
    return loaders.revokeApproval(input);
  }

  @FieldResolver(() => StudentType, {
    nullable: true,
    description: describe('Child of a CASE approval', '个案学生', 'null for a STANDING one.'),
  })
  student(@Root() { studentId }: AccessApproval): StudentType | null {
    return studentId == null ? null : { id: studentId };
  }
}
