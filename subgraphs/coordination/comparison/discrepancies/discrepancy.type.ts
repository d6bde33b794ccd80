import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { connectionType } from '../../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { describe } from '../../../_kit/schema/label.js';
import { DispositionEnum } from '../../casework/disposition.enums.js';
import { DiscrepancyKindEnum, DiscrepancyStateEnum, EvidenceFactEnum } from '../comparison.enums.js';
import type { DiscrepancyKind, EvidenceFact } from './discrepancy.js';

@Holds('SCHOOLING')
@ObjectType('DiscrepancyEvidence', { description: describe('What one register says', '名册所载') })
export class DiscrepancyEvidenceType {
  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, { description: describe('Code of the register', '名册代码') })
  register!: string;

  @Field(() => EvidenceFactEnum.type, { description: describe('What it says', '所载内容') })
  what!: EvidenceFact;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Date of the record, else of the register', '记录日期'),
  })
  asOf!: string | null;
}

@Holds('SCHOOLING')
@ObjectType('Discrepancy', {
  description: describe('Something on which the registers disagree about a child', '疑点'),
})
export class DiscrepancyType {
  @Field(() => ID, {
    description: describe('Key', '疑点编号', 'the same in every run that finds it.'),
  })
  key!: string;

  @Field(() => DiscrepancyKindEnum.type, { description: describe('Kind', '类别') })
  kind!: DiscrepancyKind;

  @Field(() => DiscrepancyStateEnum.type, { description: describe('State', '状态') })
  state!: string;

  @Field(() => [DiscrepancyEvidenceType], { description: describe('What each register says', '比对依据') })
  evidence!: readonly DiscrepancyEvidenceType[];

  @Field(() => DispositionEnum.type, {
    nullable: true,
    description: describe(
      'What the registers themselves suggest',
      '建议结论',
      'null where nothing does and somebody has to go.',
    ),
  })
  proposedDisposition!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until then the slower register may explain it', '等待期限'),
  })
  heldUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('School that answers for it', '责任学校代码'),
  })
  schoolCode!: string | null;

  @Field(() => Int, {
    description: describe('Version', '版本', 'goes up with every decision and change of state.'),
  })
  version!: number;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Closed out, or found no more, on', '销号日期', 'null while it stands.'),
  })
  closedOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Open again since',
      '重新列入日期',
      'after a decision that holds no more, or a repair that did not last; null where it never was.',
    ),
  })
  reopenedOn!: string | null;

  @Field(() => IsoDateScalar, { description: describe('Found first on', '首次发现日期') })
  firstSeenOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Found last on', '最近发现日期') })
  lastSeenOn!: string;

  readonly matter!: string;
  readonly studentId!: string;
  readonly townshipCode!: string | null;
}

export const DiscrepancyConnectionType = connectionType('Discrepancy', DiscrepancyType, {
  en: 'Discrepancies',
  zh: '疑点列表',
  detail: 'the oldest come first.',
});

@InputType('DiscrepancyFilter', { description: describe('Which discrepancies', '疑点筛选条件') })
export class DiscrepancyFilter {
  @Field(() => [DiscrepancyKindEnum.type], { nullable: true, description: describe('Kinds', '类别') })
  kinds?: readonly DiscrepancyKind[] | null;

  @Field(() => DiscrepancyStateEnum.type, {
    nullable: true,
    description: describe('State', '状态', 'open ones by default.'),
  })
  state?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Township that has to see to it, or a division above it', '责任乡镇代码'),
  })
  division?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('School that answers for it', '责任学校代码'),
  })
  school?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Whether it is due now', '是否到期', 'false: the slower register may explain it.'),
  })
  isDue?: boolean | null;
}
