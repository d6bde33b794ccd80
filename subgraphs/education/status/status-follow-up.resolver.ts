import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { connectionType, PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import type { RollCallFinding } from '../attendance/roll-call-finding.entity.js';
import { RollCallFindingType } from '../attendance/roll-call.type.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import type { StatusChange } from './status-change.entity.js';
import { StatusChangeType } from './status-change.type.js';
import {
  FailedVerificationFilter,
  MissingTransitionFilter,
  PendingTransferFilter,
  PushedOutFilter,
  RollCallDifferenceFilter,
} from './status-follow-up.input.js';
import type { StudentStatus } from './student-status.entity.js';
import { StudentStatusType } from './student-status.type.js';

type Context = RequestContext<EducationLoaders>;

const PendingTransferConnectionType = connectionType('PendingTransfer', StatusChangeType, {
  en: 'Pending transfers',
  zh: '待办转学列表',
  detail: 'the longest waiting first.',
});
const PushedOutConnectionType = connectionType('PushedOutPupil', StatusChangeType, {
  en: 'Pupils whom a school has expelled or struck off',
  zh: '开除、劝退学生列表',
  detail: 'the latest first.',
});
const FailedVerificationConnectionType = connectionType('FailedVerification', StudentStatusType, {
  en: 'Student-status records with a failed verification',
  zh: '身份校验未通过学籍列表',
  detail: 'the latest enrolled first.',
});
const MissingTransitionConnectionType = connectionType('MissingTransition', StudentStatusType, {
  en: 'Leavers of grade 6 whom no grade 7 has taken in',
  zh: '小升初未衔接列表',
  detail: 'the latest leaver first.',
});
const RollCallDifferenceConnectionType = connectionType('RollCallDifference', RollCallFindingType, {
  en: 'Differences at roll-calls',
  zh: '点名差异列表',
  detail: 'the latest call first.',
});

/** What status clerks have to see to, over all children within reach. */
@Resolver()
export class StatusFollowUpResolver {
  @RequiresScope(EDUCATION_SCOPES.listStatusFollowUps)
  @Query(() => PendingTransferConnectionType, {
    nullable: true,
    description: describe('Pending transfers within reach', '待办转学列表', 'the longest waiting first.'),
  })
  pendingTransfers(
    @Arg('filter', () => PendingTransferFilter, {
      nullable: true,
      description: describe('Which transfers', '筛选条件'),
    })
    filter: PendingTransferFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StatusChange>> {
    return loaders.listPendingTransfers(filter ?? {}, page);
  }

  @RequiresScope(EDUCATION_SCOPES.listViolations)
  @Query(() => PushedOutConnectionType, {
    nullable: true,
    description: describe(
      'Pupils within reach whom a school has expelled or struck off',
      '开除、劝退学生列表',
      'in compulsory education each is a violation; the latest first.',
    ),
  })
  pushedOutPupils(
    @Arg('filter', () => PushedOutFilter, {
      nullable: true,
      description: describe('Which removals', '筛选条件'),
    })
    filter: PushedOutFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StatusChange>> {
    return loaders.listPushedOut(filter ?? {}, page);
  }

  @RequiresScope(EDUCATION_SCOPES.listStatusFollowUps)
  @Query(() => FailedVerificationConnectionType, {
    nullable: true,
    description: describe(
      'Records within reach whose identity was not verified',
      '身份校验未通过列表',
      'the latest enrolled first.',
    ),
  })
  failedVerifications(
    @Arg('filter', () => FailedVerificationFilter, {
      nullable: true,
      description: describe('Which records', '筛选条件'),
    })
    filter: FailedVerificationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StudentStatus>> {
    return loaders.listFailedVerifications(filter ?? {}, page);
  }

  @RequiresScope(EDUCATION_SCOPES.listStatusFollowUps)
  @Query(() => MissingTransitionConnectionType, {
    nullable: true,
    description: describe(
      'Leavers of grade 6 within reach without a record of grade 7',
      '小升初未衔接列表',
      'those whom a list shows at a school elsewhere are left out; the latest leaver first.',
    ),
  })
  missingTransitions(
    @Arg('filter', () => MissingTransitionFilter, {
      nullable: true,
      description: describe('Which leavers', '筛选条件'),
    })
    filter: MissingTransitionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StudentStatus>> {
    return loaders.listMissingTransitions(filter ?? {}, page);
  }

  @RequiresScope(EDUCATION_SCOPES.listStatusFollowUps)
  @Query(() => RollCallDifferenceConnectionType, {
    nullable: true,
    description: describe(
      'Children within reach who were absent at a roll-call or met without status',
      '点名差异列表',
      'the latest call first.',
    ),
  })
  rollCallDifferences(
    @Arg('filter', () => RollCallDifferenceFilter, {
      nullable: true,
      description: describe('Which differences', '筛选条件'),
    })
    filter: RollCallDifferenceFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<RollCallFinding>> {
    return loaders.listRollCallDifferences(filter ?? {}, page);
  }
}
