import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { addMonths, parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { calendarOf } from '../school/school-policy.js';
import { SchoolType } from '../school/school.type.js';
import { StatusChangeType } from './status-change.type.js';
import { TransferFaultEnum } from './student-status.enums.js';
import { transferDueOn } from './transfer-due.js';
import { transferFaults, type TransferFault } from './transfer-faults.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => StatusChangeType)
export class StatusChangeSchoolsResolver {
  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe(
      'School left',
      '转出学校',
      'null for an admission, or a school that is not on the list.',
    ),
  })
  fromSchool(
    @Root() { fromSchoolCode }: StatusChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return fromSchoolCode === null ? null : loaders.schools.load(fromSchoolCode);
  }

  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe(
      'School entered',
      '转入学校',
      'null when the child left, or for a school not on the list.',
    ),
  })
  toSchool(
    @Root() { toSchoolCode }: StatusChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return toSchoolCode === null ? null : loaders.schools.load(toSchoolCode);
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Due on',
      '办理期限',
      'ten working days on each side of a transfer; null for other changes, and where the holidays are not published.',
    ),
  })
  async dueOn(@Root() change: StatusChangeType, @Ctx() { loaders }: Context): Promise<string | null> {
    return transferDue(change, loaders);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: describe(
      'Whether a transfer waits for too long',
      '是否逾期未办结',
      'null for other changes, and where the holidays are not published.',
    ),
  })
  async isOverdue(@Root() change: StatusChangeType, @Ctx() { loaders }: Context): Promise<boolean | null> {
    const dueOn = await transferDue(change, loaders);
    return dueOn === null ? null : change.completedOn === null && loaders.today > dueOn;
  }

  @FieldResolver(() => [TransferFaultEnum.type], {
    nullable: true,
    description: describe(
      'Rules that a transfer breaks',
      '转学不合规情形',
      'by the policy where the receiving school stands, else the school left; null for other changes.',
    ),
  })
  async transferFaults(
    @Root() change: StatusChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly TransferFault[] | null> {
    if (!isTransfer(change)) return null;
    const [policy, changes] = await Promise.all([
      policyOfTransfer(change, loaders),
      loaders.statusChangesOf(change.studentId),
    ]);
    return transferFaults(change, changes, policy, calendarOf(policy));
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Suspended until at the latest',
      '休学最迟截止日',
      'unless it is renewed; null for other changes.',
    ),
  })
  async suspendedUntil(
    @Root() { kind, changedOn, fromSchoolCode, toSchoolCode }: StatusChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    if (kind !== 'SUSPENDED') return null;
    const { studentStatus } = await loaders.policyOf(fromSchoolCode ?? toSchoolCode ?? '');
    return addMonths(parseIsoDate(changedOn), studentStatus.suspensionMaxMonths.value);
  }
}

const isTransfer = ({ kind }: Pick<StatusChangeType, 'kind'>) =>
  kind === 'TRANSFERRED_OUT' || kind === 'TRANSFERRED_IN';

async function transferDue(
  change: StatusChangeType,
  loaders: Pick<EducationLoaders, 'policyOf'>,
): Promise<string | null> {
  if (!isTransfer(change)) return null;
  const policy = await policyOfTransfer(change, loaders);
  return transferDueOn(change.changedOn, policy, calendarOf(policy));
}

/** Of the county where the receiving school stands, else the school left. */
function policyOfTransfer(
  { fromSchoolCode, toSchoolCode }: StatusChangeType,
  { policyOf }: Pick<EducationLoaders, 'policyOf'>,
): Promise<ResolvedPolicy> {
  return policyOf(toSchoolCode ?? fromSchoolCode ?? '');
}
