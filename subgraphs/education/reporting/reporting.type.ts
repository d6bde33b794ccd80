import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import {
  AccountabilityConsequenceEnum,
  AccountablePostEnum,
  AttendanceDutyEnum,
  DutyStateEnum,
  MarkPlaceEnum,
  ReportingViolationEnum,
  ReportRecipientEnum,
  StatusMarkEnum,
} from './reporting.enums.js';

@Holds('SCHOOLING')
@ObjectType('StatusMark', {
  description: describe('Mark in the student-status system', '学籍标注', 'as the clerk recorded it.'),
})
export class StatusMarkType {
  @Field(() => StatusMarkEnum.type, { description: describe('Mark', '标注') })
  mark!: EnumValue<typeof StatusMarkEnum>;

  @Field(() => IsoDateScalar, { description: describe('Marked on', '标注日期') })
  markedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Who entered it', '经办人', 'null for what was imported.'),
  })
  markedBy!: string | null;
}

@Holds('SCHOOLING')
@ObjectType('DropoutReport', {
  description: describe('Written report of a dropout to one office', '辍学书面报告', 'with its receipt.'),
})
export class DropoutReportType {
  @Field(() => ID, { description: describe('Id', '报告编号') })
  id!: string;

  @Field(() => ReportRecipientEnum.type, { description: describe('To whom', '报告对象') })
  recipient!: EnumValue<typeof ReportRecipientEnum>;

  @Field(() => IsoDateScalar, { description: describe('Day on which the child left', '离校日期') })
  leftOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Reported on', '报告日期') })
  reportedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Who reported', '报告人', 'null for what was imported.'),
  })
  reportedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Recommendation', '针对性建议', 'null without one.'),
  })
  recommendation!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Received on', '签收日期', 'null until the office has received it.'),
  })
  receivedOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Who received it', '签收人') })
  receivedBy!: string | null;

  @Field(() => String, { description: describe('Code of the reporting school', '报告学校标识码') })
  schoolCode!: string;

  /** Column behind `student`. */
  studentId!: string;
}

export const DropoutReportConnectionType = connectionType('DropoutReport', DropoutReportType, {
  en: 'Written reports of dropouts',
  zh: '辍学书面报告列表',
  detail: 'latest first.',
});

@Holds('SCHOOLING')
@ObjectType('InspectorCall', {
  description: describe('Call of the responsible inspector', '会同责任督学记录'),
})
export class InspectorCallType {
  @Field(() => IsoDateScalar, { description: describe('Called on', '日期') })
  calledOn!: string;
}

@Holds('SCHOOLING')
@ObjectType('AttendanceDuty', {
  description: describe('What an absence asks of the school', '缺勤应办事项', 'computed; nobody enters it.'),
})
export class AttendanceDutyType {
  @Field(() => AttendanceDutyEnum.type, { description: describe('What is to be done', '事项') })
  kind!: EnumValue<typeof AttendanceDutyEnum>;

  @Field(() => DutyStateEnum.type, { description: describe('State', '办理状态') })
  state!: EnumValue<typeof DutyStateEnum>;

  @Field(() => IsoDateScalar, { description: describe('The day that asked for it', '起始日期') })
  since!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Last day in time',
      '办理期限',
      'null where the holidays until then are not announced.',
    ),
  })
  dueOn!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Done on', '办结日期') })
  doneOn!: string | null;

  @Field(() => IsoDateScalar, { description: describe('First missed day of the spell', '缺勤起始日期') })
  absentFrom!: string;

  @Field(() => [MarkPlaceEnum.type], {
    nullable: true,
    description: describe('Where the mark is to stand', '标注处', 'by policy; null for what is no mark.'),
  })
  markedIn!: readonly EnumValue<typeof MarkPlaceEnum>[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'The pupil keeps its student status',
      '是否保留学籍',
      'by policy, in spite of the mark; null for what is no mark.',
    ),
  })
  statusIsRetained!: boolean | null;

  @Field(() => String, { description: describe('Document and clause of the limit', '政策依据') })
  policyClause!: string;
}

@Holds('NONE')
@ObjectType('AccountabilityRule', {
  description: describe('What a policy orders for a failure', '问责规定', 'of bodies, never of persons.'),
})
export class AccountabilityRuleType {
  @Field(() => AccountabilityConsequenceEnum.type, { description: describe('What follows', '问责方式') })
  consequence!: EnumValue<typeof AccountabilityConsequenceEnum>;

  @Field(() => [LabelType], { description: describe('For whom', '问责对象') })
  of!: readonly LabelType[];

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}

@Holds('SCHOOLING')
@ObjectType('ReportingViolation', {
  description: describe(
    'Failure of a school to mark or report',
    '瞒报漏报',
    'derived from attendance, marks and reports; nobody enters it.',
  ),
})
export class ReportingViolationType {
  @Field(() => ReportingViolationEnum.type, { description: describe('Kind', '情形') })
  kind!: EnumValue<typeof ReportingViolationEnum>;

  @Field(() => AttendanceDutyEnum.type, { description: describe('What was not done, or late', '事项') })
  duty!: EnumValue<typeof AttendanceDutyEnum>;

  @Field(() => IsoDateScalar, { description: describe('Last day in time', '办理期限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Done on', '办结日期') })
  doneOn!: string | null;

  @Field(() => Int, {
    description: describe('Calendar days late', '逾期天数', 'up to the day of the records.'),
  })
  daysLate!: number;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Who entered it late',
      '经办人',
      'null where nobody did, and for what was imported.',
    ),
  })
  clerk!: string | null;

  @Field(() => [AccountablePostEnum.type], {
    description: describe('Who answers for it', '追责对象', 'by policy.'),
  })
  accountable!: readonly EnumValue<typeof AccountablePostEnum>[];

  @Field(() => AccountabilityRuleType, {
    nullable: true,
    description: describe(
      'What the policy orders for it',
      '问责规定',
      'null where no policy in force does; a person decides on it.',
    ),
  })
  accountability!: AccountabilityRuleType | null;

  @Field(() => IsoDateScalar, { description: describe('First missed day of the spell', '缺勤起始日期') })
  absentFrom!: string;

  @Field(() => String, { description: describe('Document and clause of the limit', '政策依据') })
  policyClause!: string;
}

export const ReportingViolationConnectionType = connectionType('ReportingViolation', ReportingViolationType, {
  en: 'Failures to mark or report',
  zh: '瞒报漏报列表',
  detail: 'longest overdue first.',
});

export const AttendanceDutyConnectionType = connectionType('AttendanceDuty', AttendanceDutyType, {
  en: 'Duties from absences',
  zh: '缺勤应办事项列表',
  detail: 'the earliest due come first.',
});

@Holds('SCHOOLING')
@ObjectType('DropoutReporting', {
  description: describe(
    'What a school has done about a child that stays away',
    '疑似辍学登记与书面报告',
    'contacts, calls, marks, reports, and what is due.',
  ),
})
export class DropoutReportingType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [StatusMarkType], { description: describe('Marks', '学籍标注', 'latest first.') })
  marks!: readonly object[];

  @Field(() => [DropoutReportType], { description: describe('Written reports', '书面报告', 'latest first.') })
  reports!: readonly object[];

  @Field(() => [InspectorCallType], {
    description: describe('Calls of the responsible inspector', '会同责任督学记录', 'latest first.'),
  })
  inspectorCalls!: readonly object[];

  student!: StudentIdentity;
}
