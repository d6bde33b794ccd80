import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { DateTimeScalar } from '../../_kit/schema/date-time.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { CaseworkChange } from './casework-change.entity.js';
import {
  CaseworkChangeKindEnum,
  CaseworkRecordEnum,
  type CaseworkChangeKind,
  type CaseworkRecord,
} from './casework-change.enums.js';

@Holds('CASEWORK')
@ObjectType('CaseworkChange', {
  description: describe('Change of a record of casework', '个案业务变更', 'that it changed, not how.'),
})
export class CaseworkChangeType implements Pick<CaseworkChange, 'record' | 'number' | 'kind'> {
  readonly studentId!: string;

  @Field(() => CaseworkRecordEnum.type, { description: describe('What changed', '变更记录类别') })
  record!: CaseworkRecord;

  @Field(() => String, {
    description: describe(
      'Number under which it is found',
      '业务编号',
      'of a case, a referral or an order; the id of a task.',
    ),
  })
  number!: string;

  @Field(() => CaseworkChangeKindEnum.type, { description: describe('What became of it', '变更方式') })
  kind!: CaseworkChangeKind;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Version that it had then',
      '版本号',
      'null of records without one; it may be a later one by now.',
    ),
  })
  recordVersion!: number | null;

  @Field(() => DateTimeScalar, { description: describe('When it was changed', '变更时间') })
  at!: string;
}

@Holds('NONE')
@ObjectType('CaseworkChangePage', {
  description: describe('Changes since a cursor', '变更分页', 'in the order in which they came to stand.'),
})
export class CaseworkChangePageType {
  @Field(() => [CaseworkChangeType], {
    nullable: true,
    description: describe('Changes, the earliest first', '变更列表'),
  })
  changes!: CaseworkChangeType[] | null;

  @Field(() => String, {
    description: describe(
      'Where to go on',
      '后续游标',
      'pass it as `after` the next time, also of a page without changes.',
    ),
  })
  cursor!: string;

  @Field(() => Boolean, { description: describe('Whether more follow at once', '是否还有后续变更') })
  hasMore!: boolean;

  @Field(() => Boolean, {
    description: describe(
      'Whether nothing was missed',
      '是否连续',
      'false when what follows `after` is not kept any more, for 30 days at least: read the lists anew and go on from `cursor`.',
    ),
  })
  isContinuous!: boolean;
}
