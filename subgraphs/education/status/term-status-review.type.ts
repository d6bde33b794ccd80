import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import type { TermReviewState } from './term-status-review.js';

export const TermReviewStateEnum = labelledEnum<TermReviewState>(
  'TermReviewState',
  { en: "How far a school's review of its status records is", zh: '学籍异动梳理进度', detail: 'derived' },
  {
    CLEAR: { en: 'Nothing is left to see to', zh: '已理清' },
    DUE: { en: 'Records are left, in time', zh: '待梳理' },
    OVERDUE: { en: 'Records are left, past the month', zh: '逾期未理清' },
    UNKNOWN: {
      en: 'Not known',
      zh: '无法判定',
      detail: 'the student status is not loaded, or not since the term began',
    },
  },
);

const UNLESS_KNOWN = 'null unless the student status is loaded as of a day of the term.';

@Holds('SCHOOLING')
@ObjectType('TermStatusReview', {
  description: describe("A school's status records at the start of a term", '学期初学籍异动梳理'),
})
export class TermStatusReviewType {
  @Field(() => String, {
    nullable: true,
    description: describe('Term', '学期', 'as 2026-AUTUMN; null where no policy gives the dates.'),
  })
  term!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Due on', '截止日期', 'one month after the start of the term.'),
  })
  dueOn!: string | null;

  @Field(() => TermReviewStateEnum.type, {
    nullable: true,
    description: describe('How far it is', '进度', 'null where no policy gives the dates.'),
  })
  state!: EnumValue<typeof TermReviewStateEnum> | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Transfers that the other school has not taken up', '待办转学数', UNLESS_KNOWN),
  })
  pendingTransfers!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Records whose identity was not verified', '身份校验未通过数', UNLESS_KNOWN),
  })
  failedVerifications!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('On the roll without a class', '在籍未编班数', UNLESS_KNOWN),
  })
  withoutClass!: number | null;

  @Field(() => Int, { nullable: true, description: describe('On two rolls', '双重学籍数', UNLESS_KNOWN) })
  duplicateStatuses!: number | null;

  /** Behind `school`. */
  schoolCode!: string;
}

export const TermStatusReviewConnectionType = connectionType('TermStatusReview', TermStatusReviewType, {
  en: 'Status reviews of schools',
  zh: '学籍异动梳理列表',
  detail: 'in order of school code.',
});
