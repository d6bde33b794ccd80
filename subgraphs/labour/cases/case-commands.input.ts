import { Field, ID, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import {
  AgeEvidenceEnum,
  CaseTransferEnum,
  ChildHandedToEnum,
  ReturnCostBearerEnum,
} from './child-labour-case.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const CASE = describe('Case number', '案件编号');
const VERSION = describe('Version that was looked at', '所见版本');

@InputType('OpenChildLabourCaseInput', {
  description: describe('Opening of a child-labour case', '童工立案'),
})
export class OpenChildLabourCaseInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => ID, {
    description: describe('Inspection that found the child', '检查编号', 'its employer is that of the case.'),
  })
  inspectionCode!: string;

  @Field(() => IsoDateScalar, {
    description: describe('Found at work on', '发现日期', 'today at the latest.'),
  })
  foundOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Started work on', '开始用工日期') })
  startedWorkOn!: string;

  @Field(() => AgeEvidenceEnum.type, { description: describe('Evidence of the age', '年龄证据') })
  ageEvidence!: EnumValue<typeof AgeEvidenceEnum>;

  @Field(() => String, { description: describe('Name of the child, as the evidence has it', '儿童姓名') })
  childName!: string;

  @Field(() => SexEnum.type, { description: describe('Sex of the child, as the evidence has it', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date, as the evidence has it', '出生日期') })
  birthDate!: string;
}

/** What every step of a case names: the case, and the version of it that was seen. */
@InputType()
abstract class CaseStepInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CASE })
  caseNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;
}

@InputType('RecordChildLabourOrderInput', {
  description: describe('Order to return a child', '责令限期送回'),
})
export class RecordChildLabourOrderInput extends CaseStepInput {
  @Field(() => IsoDateScalar, { description: describe('Issued on', '责令日期', 'today at the latest.') })
  issuedOn!: string;

  @Field(() => IsoDateScalar, {
    description: describe('To be returned by', '限期送回截止日期', 'the day of the order at the earliest.'),
  })
  returnDueOn!: string;
}

@InputType('RecordChildLabourReturnInput', { description: describe('Return of a child', '送回记录') })
export class RecordChildLabourReturnInput extends CaseStepInput {
  @Field(() => IsoDateScalar, { description: describe('Returned on', '送回日期', 'today at the latest.') })
  returnedOn!: string;

  @Field(() => ChildHandedToEnum.type, { description: describe('Handed to', '送交对象') })
  handedTo!: EnumValue<typeof ChildHandedToEnum>;

  @Field(() => ReturnCostBearerEnum.type, { description: describe('Who pays the way home', '送返费用承担') })
  costBearer!: EnumValue<typeof ReturnCostBearerEnum>;
}

@InputType('RecordChildLabourSchoolContactInput', {
  description: describe('Contact with the school of a child', '联系学校记录'),
})
export class RecordChildLabourSchoolContactInput extends CaseStepInput {
  @Field(() => IsoDateScalar, { description: describe('Contacted on', '联系日期', 'today at the latest.') })
  contactedOn!: string;
}

@InputType('RecordChildLabourEnrolmentInput', {
  description: describe('Enrolment of a child, as labour was told', '入学记录'),
})
export class RecordChildLabourEnrolmentInput extends CaseStepInput {
  @Field(() => IsoDateScalar, { description: describe('Enrolled on', '入学日期', 'today at the latest.') })
  enrolledOn!: string;
}

@InputType('RecordChildLabourTransferInput', {
  description: describe('Handing over of a case', '移送记录'),
})
export class RecordChildLabourTransferInput extends CaseStepInput {
  @Field(() => CaseTransferEnum.type, { description: describe('Handed over to', '移送单位') })
  transferredTo!: EnumValue<typeof CaseTransferEnum>;

  @Field(() => IsoDateScalar, { description: describe('Handed over on', '移送日期', 'today at the latest.') })
  on!: string;
}
