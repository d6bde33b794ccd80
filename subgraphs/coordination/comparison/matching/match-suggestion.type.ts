import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { connectionType } from '../../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../../_kit/schema/mutation-error.js';
import {
  DecideMatchErrorEnum,
  MatchDecisionEnum,
  MatchEvidenceEnum,
  MatchTierEnum,
  RecordSinceLinkEnum,
  UndoLinkErrorEnum,
  type MatchDecision,
  type RecordSinceLink,
} from '../comparison.enums.js';
import type { WrittenSince } from './written-since.js';

@Holds('SCHOOLING')
@ObjectType('MatchSuggestion', {
  description: describe('Two records that may be one child', '疑似同一人', 'a person decides.'),
})
export class MatchSuggestionType {
  @Field(() => MatchTierEnum.type, { description: describe('How they were found', '匹配层级') })
  tier!: string;

  @Field(() => Float, { description: describe('Order of likelihood, 0 to 1', '匹配得分') })
  score!: number;

  @Field(() => [MatchEvidenceEnum.type], { description: describe('What it rests on', '匹配依据') })
  evidence!: readonly string[];

  @Field(() => IsoDateScalar, { description: describe('Found on', '发现日期') })
  foundOn!: string;

  readonly memberId!: string;
  readonly canonicalId!: string;
}

export const MatchSuggestionConnectionType = connectionType('MatchSuggestion', MatchSuggestionType, {
  en: 'Matches to be decided',
  zh: '待定匹配列表',
  detail: 'by record.',
});

@InputType('DecideMatchInput', { description: describe('Decision of a match', '匹配结论') })
export class DecideMatchInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child whose record joins', '待并入学生标识') })
  memberId!: string;

  @Field(() => ID, { description: describe('Child that it joins', '并入学生标识') })
  canonicalId!: string;

  @Field(() => MatchDecisionEnum.type, { description: describe('Decision', '结论') })
  decision!: MatchDecision;

  @Field(() => String, { description: describe('Reason', '事由', '5 to 200 characters, without names.') })
  reason!: string;
}

@InputType('UndoLinkInput', { description: describe('Link that is undone', '撤销的关联') })
export class UndoLinkInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Id that is to stand for itself again', '拆出的学生标识') })
  memberId!: string;

  @Field(() => String, { description: describe('Reason', '事由', '5 to 200 characters, without names.') })
  reason!: string;
}

const DecideMatchErrorType = mutationErrorType('DecideMatch', DecideMatchErrorEnum);
const UndoLinkErrorType = mutationErrorType('UndoLink', UndoLinkErrorEnum);

@Holds('NONE')
@ObjectType('DecideMatchPayload', { description: describe('Outcome of a decision', '匹配办理结果') })
export class DecideMatchPayload {
  @Field(() => Boolean, {
    description: describe('Decided', '已办理', 'it shows when the comparison that it begins has ended.'),
  })
  isDecided!: boolean;

  @Field(() => [DecideMatchErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<EnumValue<typeof DecideMatchErrorEnum>>[];
}

@Holds('CASEWORK')
@ObjectType('RecordToAssign', {
  description: describe(
    'Record to be assigned',
    '待归属记录',
    'written while two children were taken for one: a person says about which of them it is.',
  ),
})
export class RecordToAssignType implements WrittenSince {
  @Field(() => RecordSinceLinkEnum.type, { description: describe('Kind of record', '记录类别') })
  record!: RecordSinceLink;

  @Field(() => String, {
    description: describe(
      'Number under which it is found',
      '业务编号',
      'of a visit, its case; of a disposition, its code.',
    ),
  })
  number!: string;

  @Field(() => IsoDateScalar, { description: describe('Written on', '记录日期') })
  on!: string;
}

@Holds('NONE')
@ObjectType('UndoLinkPayload', { description: describe('Outcome of undoing a link', '撤销关联结果') })
export class UndoLinkPayload {
  @Field(() => Boolean, {
    description: describe('Undone', '已撤销', 'it shows when the comparison that it begins has ended.'),
  })
  isUndone!: boolean;

  @Field(() => [RecordToAssignType], {
    nullable: true,
    description: describe(
      'What was written about the child from the day of the link on',
      '待人工归属的记录',
      'empty when nothing was: then every answer is as before the link.',
    ),
  })
  toAssign!: readonly WrittenSince[] | null;

  @Field(() => [UndoLinkErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<EnumValue<typeof UndoLinkErrorEnum>>[];
}
