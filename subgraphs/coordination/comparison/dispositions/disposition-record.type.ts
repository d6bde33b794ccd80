import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../../_kit/schema/mutation-error.js';
import { ScreeningEvidenceType } from '../../casework/casework.type.js';
import { DispositionEnum, EvidenceKindEnum } from '../../casework/disposition.enums.js';
import type { StoredDiscrepancy } from '../discrepancies/discrepancy.entity.js';
import { DiscrepancyType } from '../discrepancies/discrepancy.type.js';
import {
  DispositionEndEnum,
  DispositionFamilyEnum,
  RecordDispositionErrorEnum,
  type RecordDispositionErrorCode,
} from './disposition-record.enums.js';
import type { DispositionFamily } from './dispositions.js';

export type RecordedCode = EnumValue<typeof DispositionEnum>;

/** A code with what follows from it, which is said by the rules and by nobody else. */
@Holds('SCHOOLING')
@ObjectType('DispositionRecord', {
  description: describe(
    'How a person decided that a discrepancy ends',
    '核查结论',
    'never changed afterwards.',
  ),
})
export class DispositionRecordType {
  @Field(() => ID, { description: describe('Id', '结论编号') })
  id!: string;

  @Field(() => DispositionEnum.type, { description: describe('Disposition', '核查结论') })
  code!: RecordedCode;

  @Field(() => DispositionFamilyEnum.type, {
    description: describe('What it means for the child', '结论类别'),
  })
  family!: DispositionFamily;

  @Field(() => Boolean, {
    description: describe('Counted as enrolled', '计入入学率分子', 'once the next comparison has ended.'),
  })
  countsInNumerator!: boolean;

  @Field(() => Boolean, {
    description: describe(
      'Counted as due to be enrolled',
      '计入入学率分母',
      'once the next comparison has ended.',
    ),
  })
  countsInDenominator!: boolean;

  @Field(() => [ScreeningEvidenceType], {
    description: describe('Papers that it rests on', '佐证材料', 'the files stay with their issuers.'),
  })
  evidence!: readonly ScreeningEvidenceType[];

  @Field(() => String, { description: describe('Agency that verified it', '核实部门') })
  verifierAgency!: string;

  @Field(() => String, { description: describe('Post of who verified it', '核实人岗位') })
  verifierRole!: string;

  @Field(() => String, { description: describe('Who verified it', '核实人') })
  verifiedBy!: string;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '结论日期') })
  decidedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Last day of the approval that it rests on',
      '批准截止日期',
      'null where it rests on none.',
    ),
  })
  approvedUntil!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Last day on which it holds',
      '有效期至',
      'by the rule of its code and the school calendar; null while the calendar does not reach so far, and where it holds until the registers change.',
    ),
  })
  validUntil!: string | null;

  @Field(() => Int, {
    description: describe('Which check it is', '第几次核查', '2: the second one, by the county.'),
  })
  checkNumber!: number;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Dropout case that it opened, joined or ended',
      '关联个案编号',
      'null where there is none.',
    ),
  })
  caseNumber!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Day from which it holds no more', '失效日期', 'null while it holds.'),
  })
  endedOn!: string | null;

  @Field(() => DispositionEndEnum.type, {
    nullable: true,
    description: describe('Why it holds no more', '失效原因', 'null while it holds.'),
  })
  endReason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: describe('Disposition that superseded it', '取代该结论的结论编号', 'null where none did.'),
  })
  supersededBy!: string | null;
}

@InputType('DispositionEvidenceInput', {
  description: describe('Paper that a disposition rests on', '佐证材料'),
})
export class DispositionEvidenceInput {
  @Field(() => EvidenceKindEnum.type, { description: describe('Kind', '材料类别') })
  kind!: EnumValue<typeof EvidenceKindEnum>;

  @Field(() => String, {
    description: describe('Number of the paper', '编号', 'up to 64 characters, never a resident number.'),
  })
  number!: string;

  @Field(() => String, { description: describe('Issuer', '出具单位', 'an office, up to 100 characters.') })
  issuer!: string;

  @Field(() => IsoDateScalar, { description: describe('Issued on', '出具日期') })
  issuedOn!: string;

  @Field(() => String, {
    description: describe(
      'SHA-256 of the file',
      '文件哈希值(SHA-256)',
      '64 hexadecimal digits, small letters.',
    ),
  })
  sha256!: string;
}

@InputType('RecordDispositionInput', { description: describe('Disposition of a discrepancy', '核查结论') })
export class RecordDispositionInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Key of the discrepancy', '疑点编号') })
  discrepancyKey!: string;

  @Field(() => Int, { description: describe('Version that was looked at', '所见版本') })
  expectedVersion!: number;

  @Field(() => DispositionEnum.type, { description: describe('Disposition', '核查结论') })
  code!: RecordedCode;

  @Field(() => [DispositionEvidenceInput], { description: describe('Papers', '佐证材料') })
  evidence!: DispositionEvidenceInput[];

  @Field(() => [ID], {
    nullable: true,
    description: describe(
      'Completed tasks about the child, whose visits are evidence',
      '作为佐证的核查任务',
      'each counts as the record of a visit.',
    ),
  })
  taskIds?: string[] | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Last day of the approval',
      '批准截止日期',
      'for approved absences alone, at most a year ahead.',
    ),
  })
  approvedUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Village or township where the child was found to live',
      '居住地代码',
      'for RESIDENCE_MOVED alone, 9 or 12 digits.',
    ),
  })
  residenceDivisionCode?: string | null;
}

const RecordDispositionErrorType = mutationErrorType('RecordDisposition', RecordDispositionErrorEnum);

@Holds('NONE')
@ObjectType('RecordDispositionPayload', {
  description: describe('Outcome of a decision', '核查结论登记结果'),
})
export class RecordDispositionPayload {
  @Field(() => DispositionRecordType, {
    nullable: true,
    description: describe('The decision', '核查结论', 'null when nothing was recorded.'),
  })
  disposition!: DispositionRecordType | null;

  @Field(() => DiscrepancyType, {
    nullable: true,
    description: describe(
      'The discrepancy as the decision left it',
      '疑点',
      'null when nothing was recorded.',
    ),
  })
  discrepancy!: StoredDiscrepancy | null;

  @Field(() => [RecordDispositionErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<RecordDispositionErrorCode>[];
}
