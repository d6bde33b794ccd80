import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { ContactChannelEnum, ContactOutcomeEnum } from '../care/guardian-contact.enums.js';
import { ReportRecipientEnum, StatusMarkEnum } from './reporting.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const CHILD = describe('Child', '学生标识');

@InputType('RecordGuardianContactInput', {
  description: describe('Contact with a guardian', '联系监护人记录'),
})
export class RecordGuardianContactInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => IsoDateScalar, { description: describe('Day of the absence', '缺勤日期') })
  absentOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Contacted on', '联系日期', 'today at the latest.') })
  contactedOn!: string;

  @Field(() => ContactChannelEnum.type, { description: describe('How', '联系方式') })
  channel!: EnumValue<typeof ContactChannelEnum>;

  @Field(() => ContactOutcomeEnum.type, { description: describe('What it brought', '联系结果') })
  outcome!: EnumValue<typeof ContactOutcomeEnum>;
}

@InputType('RecordInspectorCallInput', {
  description: describe('Call of the responsible inspector', '会同责任督学记录'),
})
export class RecordInspectorCallInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => IsoDateScalar, { description: describe('Called on', '日期', 'today at the latest.') })
  calledOn!: string;
}

@InputType('RecordStatusMarkInput', {
  description: describe('Mark set in the student-status system', '学籍标注'),
})
export class RecordStatusMarkInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => StatusMarkEnum.type, { description: describe('Mark', '标注') })
  mark!: EnumValue<typeof StatusMarkEnum>;

  @Field(() => IsoDateScalar, { description: describe('Marked on', '标注日期', 'today at the latest.') })
  markedOn!: string;
}

@InputType('SubmitDropoutReportInput', {
  description: describe('Written report of a dropout', '辍学书面报告', 'it counts as reported today.'),
})
export class SubmitDropoutReportInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => IsoDateScalar, { description: describe('Day on which the child left', '离校日期') })
  leftOn!: string;

  @Field(() => [ReportRecipientEnum.type], {
    description: describe('To whom', '报告对象', 'both, as a rule.'),
  })
  recipients!: EnumValue<typeof ReportRecipientEnum>[];

  @Field(() => String, {
    nullable: true,
    description: describe('Recommendation', '针对性建议', 'without names and numbers.'),
  })
  recommendation?: string | null;
}

@InputType('AcknowledgeDropoutReportInput', { description: describe('Receipt of a report', '签收书面报告') })
export class AcknowledgeDropoutReportInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Report', '报告编号') })
  reportId!: string;
}
